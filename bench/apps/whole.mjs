// The whole assessment: everything switched on that an app can switch on without data files.
import { PROXIES, SECRET } from './settings.mjs'

const LISTED = 200

/** Options of riskGuard; `bodyOf` takes the parsed body out of what the framework hands to the hooks. */
export function wholeAssessment(store, bodyOf) {
  return {
    ...(store === undefined ? {} : { store }),
    secret: SECRET,
    trustedProxies: PROXIES,
    network: { lookup },
    origins: ['https://shop.example'],
    blockedCountries: ['KP', 'IR'],
    lists: Array.from({ length: LISTED }, (_, n) => ({
      list: 'deny',
      subject: 'cidr',
      value: `203.0.${n}.0/24`,
    })),
    identify: (request) => ({ user: { claimed: bodyOf(request)?.email } }),
  }
}

const SAMPLED = 256
const noted = { assessments: 0, findings: 0, detectors: {} }

/** Takes down what one assessment in many found: what fires is what is paid for. */
export function noteFindings(risk) {
  // Read as every host reads it; not obeyed, so that each request takes the same way.
  if (risk?.recommendation.type === undefined || noted.assessments++ % SAMPLED !== 0) return
  for (const { detector } of risk.evidence) {
    noted.findings++
    noted.detectors[detector] = (noted.detectors[detector] ?? 0) + 1
  }
}

/** Findings per assessment since the last time, and which they were. */
export function takeFindings() {
  const taken = {
    perAssessment: noted.findings / Math.max(1, Math.ceil(noted.assessments / SAMPLED)),
    detectors: noted.detectors,
  }
  Object.assign(noted, { assessments: 0, findings: 0, detectors: {} })
  return taken
}

/** Outside knowledge as a table look-up: detectors that ask for it run, the reader of a database isn't measured. */
function lookup(ip) {
  return NETWORKS[ip.charCodeAt(ip.length - 1) % NETWORKS.length]
}

const NETWORKS = ['GB', 'DE', 'FR', 'NL'].map((country, n) => ({
  country,
  city: 'Anywhere',
  location: { lat: 50 + n, lon: 4 + n, accuracy_km: 50 },
  timezone: null,
  asn: 64_500 + n,
  organization: 'Access Provider',
  kind: 'isp',
  lists: [],
}))
