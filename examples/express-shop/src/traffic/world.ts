import type { NetworkFacts, NetworkProvider } from '@riskguard/core'

/**
 * The demo's internet: networks that exist nowhere, on addresses set aside for tests and documentation (RFC 2544, 5737)
 * with AS numbers set aside for documentation (RFC 5398). A real app gives `createNetwork` its data files instead.
 */
interface Place {
  /** The first three numbers of its addresses. */
  readonly prefix: RegExp
  readonly asn: number
  readonly organization: string
  readonly kind: NonNullable<NetworkFacts['kind']>
  readonly country: string
  readonly city: string
  readonly timezone: string
  readonly lat: number
  readonly lon: number
}

const LISBON = { country: 'PT', city: 'Lisbon', timezone: 'Europe/Lisbon', lat: 38.72, lon: -9.14 } as const

const PLACES: readonly Place[] = [
  { prefix: /^198\.18\.1\./, asn: 64_500, organization: 'Tejo Fibra', kind: 'isp', ...LISBON },
  { prefix: /^198\.18\.2\./, asn: 64_501, organization: 'Onda Movel', kind: 'mobile', ...LISBON },
  { prefix: /^198\.18\.3\./, asn: 64_502, organization: 'Azulejo Works', kind: 'business', ...LISBON },
  {
    prefix: /^198\.18\.4\./,
    asn: 64_503,
    organization: 'Spree Hotels',
    kind: 'business',
    country: 'DE',
    city: 'Berlin',
    timezone: 'Europe/Berlin',
    lat: 52.52,
    lon: 13.4,
  },
  {
    prefix: /^198\.18\.5\./,
    asn: 64_504,
    organization: 'Leine Kabel',
    kind: 'isp',
    country: 'DE',
    city: 'Hanover',
    timezone: 'Europe/Berlin',
    lat: 52.37,
    lon: 9.73,
  },
  {
    prefix: /^198\.19\.\d*[0-4]\./,
    asn: 64_505,
    organization: 'Rede Capibaribe',
    kind: 'isp',
    country: 'BR',
    city: 'Recife',
    timezone: 'America/Recife',
    lat: -8.05,
    lon: -34.9,
  },
  {
    prefix: /^198\.19\.\d*[5-7]\./,
    asn: 64_507,
    organization: 'Chao Phraya Net',
    kind: 'isp',
    country: 'TH',
    city: 'Bangkok',
    timezone: 'Asia/Bangkok',
    lat: 13.76,
    lon: 100.5,
  },
  {
    prefix: /^198\.19\.\d*[89]\./,
    asn: 64_508,
    organization: 'Prairie Broadband',
    kind: 'isp',
    country: 'US',
    city: 'Omaha',
    timezone: 'America/Chicago',
    lat: 41.26,
    lon: -95.94,
  },
  {
    prefix: /^203\.0\.113\./,
    asn: 64_506,
    organization: 'Rack and Rent',
    kind: 'hosting',
    country: 'NL',
    city: 'Delft',
    timezone: 'Europe/Amsterdam',
    lat: 52.01,
    lon: 4.36,
  },
]

/** Where the people and the attackers of the demo are. */
export const addresses = {
  home: (house: number) => `198.18.1.${10 + house}`,
  carrier: (exit: number) => `198.18.2.${10 + exit}`,
  office: '198.18.3.7',
  hotel: '198.18.4.21',
  elsewhere: (house: number) => `198.18.5.${10 + house}`,
  /** Somebody's hijacked router: another network, and often another country, for each `n` below 251. */
  household: (n: number) => `198.19.${1 + ((n * 37) % 251)}.${10 + (n % 200)}`,
  rented: (machine: number) => `203.0.113.${10 + machine}`,
} as const

export const world: NetworkProvider = {
  lookup(ip) {
    const place = PLACES.find(({ prefix }) => prefix.test(ip))
    if (place === undefined) return null
    const { asn, organization, kind, country, city, timezone, lat, lon } = place
    return { asn, organization, kind, country, city, timezone, location: { lat, lon, accuracy_km: 20 }, lists: [] }
  },
}
