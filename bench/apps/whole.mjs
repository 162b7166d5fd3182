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
