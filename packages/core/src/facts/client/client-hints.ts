import type { HeaderBag } from '../headers.js'

/** Characters of one hint that are read; true ones stay below 300. */
const MAX_HINT_CHARS = 1024
/** Brands looked at in one list; browsers send two to four. */
const MAX_BRANDS = 16

export interface Brand {
  readonly brand: string
  /** As sent; empty where the list gives none. */
  readonly version: string
}

/** What `Sec-CH-UA*` says. Each is null when it was not sent or can't be read. */
export interface ClientHints {
  readonly brands: readonly Brand[] | null
  readonly fullVersions: readonly Brand[] | null
  readonly mobile: boolean | null
  readonly platform: string | null
  readonly platformVersion: string | null
  readonly model: string | null
  /** Some hint was sent that is no structured field (RFC 9651): browsers serialise them by machine. */
  readonly malformed: boolean
}

/** Reads the user-agent client hints of a request; linear, bounded, never throws. Null when none was sent. */
export function toClientHints(headers: Pick<HeaderBag, 'get'>): ClientHints | null {
  const raw = {
    brands: headers.get('sec-ch-ua'),
    fullVersions: headers.get('sec-ch-ua-full-version-list'),
    mobile: headers.get('sec-ch-ua-mobile'),
    platform: headers.get('sec-ch-ua-platform'),
    platformVersion: headers.get('sec-ch-ua-platform-version'),
    model: headers.get('sec-ch-ua-model'),
  }
  if (Object.values(raw).every((value) => value === undefined)) return null
  const brands = parseBrands(raw.brands)
  const fullVersions = parseBrands(raw.fullVersions)
  const mobile = raw.mobile === '?1' ? true : raw.mobile === '?0' ? false : null
  const platform = parseText(raw.platform)
  const platformVersion = parseText(raw.platformVersion)
  const model = parseText(raw.model)
  const read = { brands, fullVersions, mobile, platform, platformVersion, model }
  const malformed = (Object.keys(raw) as (keyof typeof raw)[]).some(
    (key) => raw[key] !== undefined && read[key] === null,
  )
  return Object.freeze({ ...read, malformed })
}

/** The version a list gives for the Chromium underneath, as an integer. */
export function chromiumOf(brands: readonly Brand[] | null): number | null {
  const version = brands?.find((brand) => brand.brand === 'Chromium')?.version
  const major = version === undefined ? Number.NaN : Number.parseInt(version, 10)
  return Number.isSafeInteger(major) ? major : null
}

/** A structured-field string: `"Windows"`. */
function parseText(raw: string | undefined): string | null {
  if (raw === undefined || raw.length > MAX_HINT_CHARS) return null
  const end = quotedEnd(raw, 0)
  return end === raw.length ? unquote(raw) : null
}

/** A structured-field list of strings with a `v` parameter: `"Chromium";v="131", "Not_A Brand";v="24"`. */
export function parseBrands(raw: string | undefined): readonly Brand[] | null {
  if (raw === undefined || raw.length > MAX_HINT_CHARS) return null
  const brands: Brand[] = []
  let at = 0
  while (at < raw.length && brands.length < MAX_BRANDS) {
    const brandEnd = quotedEnd(raw, at)
    if (brandEnd < 0) return null
    const brand = unquote(raw.slice(at, brandEnd))
    at = skipSpaces(raw, brandEnd)
    let version = ''
    while (raw[at] === ';') {
      const nameAt = skipSpaces(raw, at + 1)
      const equals = raw.indexOf('=', nameAt)
      const valueEnd = equals < 0 ? -1 : quotedEnd(raw, equals + 1)
      if (valueEnd < 0) return null
      if (raw.slice(nameAt, equals) === 'v') version = unquote(raw.slice(equals + 1, valueEnd))
      at = skipSpaces(raw, valueEnd)
    }
    brands.push({ brand, version })
    if (at >= raw.length) return brands
    if (raw[at] !== ',') return null
    at = skipSpaces(raw, at + 1)
    if (at >= raw.length) return null
  }
  return brands.length > 0 && at >= raw.length ? brands : null
}

/** The index behind the closing quote of a string that opens at `at`, or -1. */
function quotedEnd(raw: string, at: number): number {
  if (raw[at] !== '"') return -1
  for (let i = at + 1; i < raw.length; i++) {
    if (raw[i] === '\\') i++
    else if (raw[i] === '"') return i + 1
  }
  return -1
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
}

function skipSpaces(raw: string, at: number): number {
  let i = at
  while (raw[i] === ' ' || raw[i] === '\t') i++
  return i
}
