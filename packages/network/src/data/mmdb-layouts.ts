/** Records of address databases in the layouts that are around: nested (MaxMind, DB-IP) and flat (IPinfo, ip-location-db). */
import type { NetworkFacts, NetworkKind } from '@riskguard/core'

export interface Place {
  readonly country: string | null
  readonly city: string | null
  readonly location: NetworkFacts['location']
  readonly timezone: string | null
}

export interface Operator {
  readonly asn: number | null
  readonly organization: string | null
  /** Where the database itself says. */
  readonly kind: NetworkKind | null
}

/** The place in a record of any known layout; what it doesn't say, or says in nonsense, is null. */
export function placeOf(record: unknown): Place {
  const root = fields(record)
  const country = fields(root.country)
  const city = fields(root.city)
  const location = fields(root.location)
  return {
    country: countryCode(country.iso_code) ?? countryCode(root.country_code) ?? countryCode(root.country),
    city: text(fields(city.names).en) ?? text(root.city),
    location:
      point(location.latitude, location.longitude, location.accuracy_radius) ??
      point(root.latitude, root.longitude, root.accuracy_radius ?? root.radius) ??
      point(root.lat, root.lng ?? root.lon, root.radius) ??
      pair(root.loc),
    timezone: text(location.time_zone) ?? text(root.timezone) ?? text(root.time_zone),
  }
}

/** The operator in a record of any known layout. */
export function operatorOf(record: unknown): Operator {
  const root = fields(record)
  const traits = fields(root.traits)
  const nested = fields(root.asn)
  return {
    asn:
      number(root.autonomous_system_number) ??
      number(traits.autonomous_system_number) ??
      number(root.asn) ??
      number(nested.asn) ??
      number(root.as_number),
    organization:
      text(root.autonomous_system_organization) ??
      text(traits.autonomous_system_organization) ??
      text(root.as_name) ??
      text(root.as_organization) ??
      text(nested.name) ??
      text(root.organization) ??
      text(root.name) ??
      text(root.org),
    kind: KINDS[text(traits.user_type) ?? text(root.type) ?? text(root.as_type) ?? text(nested.type) ?? ''] ?? null,
  }
}

/** `user_type` and `type` as databases spell them. Consumer lines whose technology isn't said are `isp`. */
const KINDS: Readonly<Record<string, NetworkKind>> = Object.assign(Object.create(null), {
  hosting: 'hosting',
  content_delivery_network: 'hosting',
  isp: 'isp',
  residential: 'isp',
  dialup: 'isp',
  cellular: 'mobile',
  business: 'business',
  college: 'education',
  school: 'education',
  library: 'education',
  education: 'education',
  government: 'government',
  military: 'military',
})

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

const MAX_TEXT_CHARS = 200

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_TEXT_CHARS) : null
}

function countryCode(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : null
}

/** `13335`, `"13335"` and `"AS13335"`. */
function number(value: unknown): number | null {
  const given = typeof value === 'string' ? Number(/^(?:AS)?(\d{1,10})$/i.exec(value)?.[1] ?? Number.NaN) : value
  return typeof given === 'number' && Number.isInteger(given) && given > 0 && given <= 0xffffffff ? given : null
}

function pair(value: unknown): NetworkFacts['location'] {
  const [lat, lon] = typeof value === 'string' ? value.slice(0, MAX_TEXT_CHARS).split(',') : []
  return point(lat, lon, undefined)
}

function point(lat: unknown, lon: unknown, radius: unknown): NetworkFacts['location'] {
  const [y, x, accuracy] = [degrees(lat, 90), degrees(lon, 180), degrees(radius, 20_000)]
  // Databases write the middle of the Gulf of Guinea for "nowhere".
  return y === null || x === null || (y === 0 && x === 0) ? null : { lat: y, lon: x, accuracy_km: accuracy }
}

function degrees(value: unknown, limit: number): number | null {
  if (typeof value !== 'number' && (typeof value !== 'string' || value === '')) return null
  const given = Number(value)
  return Number.isFinite(given) && Math.abs(given) <= limit ? given : null
}
