import type { HeaderBag } from '../headers.js'
import { type ClientHints, chromiumOf } from './client-hints.js'
import type { UserAgentFacts } from './user-agent.js'

/** One way in which a request's headers are not what the browser it claims to be sends. */
export type Inconsistency =
  | 'missing_accept'
  | 'missing_accept_encoding'
  | 'missing_accept_language'
  | 'missing_client_hints'
  | 'missing_fetch_metadata'
  | 'missing_origin'
  | 'foreign_accept_encoding'
  | 'foreign_accept_language'
  | 'foreign_accept'
  | 'foreign_fetch_metadata'
  | 'foreign_te'
  | 'foreign_connection'
  | 'foreign_client_hints'
  | 'malformed_client_hints'
  | 'hints_version_mismatch'
  | 'hints_platform_mismatch'
  | 'hints_mobile_mismatch'
  | 'duplicate_user_agent'
  | 'header_case'
  | 'header_order'
  | 'header_flood'

export interface RequestShape {
  readonly method: string | null
  /** The browser's connection was HTTPS; null when nobody knows (TLS may end in front of us). */
  readonly secure: boolean | null
  /** Nothing between the client and us rewrites header order or case. */
  readonly headerOrderTrusted: boolean
}

/** Client hints by default since Chromium 89, with one version's margin for staged roll-outs. */
const CHROMIUM_SENDS_HINTS = 90
/** Fetch metadata: Chromium 80, Firefox 90 (Fetch Metadata Request Headers, W3C). */
const CHROMIUM_SENDS_FETCH_METADATA = 80
const FIREFOX_SENDS_FETCH_METADATA = 90
/** `Origin` on every request that isn't GET or HEAD (Fetch, 3.1): Chromium always, Firefox since 70, Safari for years before 14. */
const FIREFOX_SENDS_ORIGIN = 70
const SAFARI_SENDS_ORIGIN = 14

/** A request and what it claims, as the rules look at it. */
interface Claim {
  readonly headers: HeaderBag
  readonly ua: UserAgentFacts
  readonly shape: RequestShape
  /** Major versions, 0 for another engine. */
  readonly chromium: number
  readonly firefox: number
  readonly secure: boolean | null
}

type See = (name: Inconsistency, seen: boolean) => void

/**
 * Compares a request with what the browser that it claims to be sends. Silent for what claims no mainstream engine.
 * Absences are only judged on complete headers, order and case only on trusted HTTP/1.1.
 */
export function findInconsistencies(
  headers: HeaderBag,
  ua: UserAgentFacts,
  hints: ClientHints | null,
  shape: RequestShape,
): readonly Inconsistency[] {
  const { family } = ua.browser
  if (family === 'other' || family === 'legacy') return NONE
  const found: Inconsistency[] = []
  const see: See = (name, seen) => {
    if (seen) found.push(name)
  }
  const claim: Claim = {
    headers,
    ua,
    shape,
    chromium: family === 'chromium' ? (ua.chromiumMajor ?? 0) : 0,
    firefox: family === 'firefox' ? (ua.browser.major ?? 0) : 0,
    // Only trustworthy origins get these headers, so a request that carries some of them came from one.
    secure: shape.secure ?? (headers.has('sec-fetch-site') || hints !== null ? true : null),
  }
  see('header_flood', headers.truncated)
  see('duplicate_user_agent', headers.duplicates.includes('user-agent'))
  if (headers.complete) seeAbsences(see, claim)
  seeForeign(see, headers)
  if (hints !== null) seeHints(see, ua, hints)
  if (headers.complete && headers.order.length > 0 && !headers.http2 && shape.headerOrderTrusted) seeWire(see, claim)
  return found.length === 0 ? NONE : Object.freeze(found)
}

function seeAbsences(see: See, { headers, ua, shape, chromium, firefox, secure }: Claim): void {
  const has = (name: string): boolean => headers.has(name)
  see('missing_accept', !has('accept'))
  see('missing_accept_encoding', !has('accept-encoding'))
  see('missing_accept_language', !has('accept-language'))
  // An app's page view may leave them out, a television's browser never learnt them.
  const ordinary = !ua.webView && !SIMPLE_DEVICES.has(ua.device.type ?? '')
  see('missing_client_hints', ordinary && chromium >= CHROMIUM_SENDS_HINTS && secure === true && !has('sec-ch-ua'))
  const metadata = FETCH_METADATA.filter(has).length
  const sendsMetadata = chromium >= CHROMIUM_SENDS_FETCH_METADATA || firefox >= FIREFOX_SENDS_FETCH_METADATA
  see('missing_fetch_metadata', ordinary && sendsMetadata && secure === true && metadata === 0)
  const allOrNone = sendsMetadata || ua.browser.family === 'safari'
  see('foreign_fetch_metadata', allOrNone && metadata > 0 && metadata < FETCH_METADATA.length)
  const safari = /Safari/.test(ua.browser.name ?? '') && !ua.webView ? (ua.browser.major ?? 0) : 0
  const sendsOrigin =
    chromium >= CHROMIUM_SENDS_FETCH_METADATA || firefox >= FIREFOX_SENDS_ORIGIN || safari >= SAFARI_SENDS_ORIGIN
  const changes = shape.method !== null && !/^(?:GET|HEAD|OPTIONS)$/i.test(shape.method)
  see('missing_origin', sendsOrigin && changes && !has('origin'))
}

const SIMPLE_DEVICES: ReadonlySet<string> = new Set(['smarttv', 'console', 'embedded'])
const FETCH_METADATA = ['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'] as const

/** Values that no engine writes. */
function seeForeign(see: See, headers: HeaderBag): void {
  // Browsers offer gzip first and never these; a filtering proxy may cut the list to gzip alone.
  const encoding = headers.get('accept-encoding') ?? ''
  see('foreign_accept_encoding', /\b(?:compress|x-gzip|identity)\b|^\s*(?:deflate|br|zstd)\b/i.test(encoding))
  see('foreign_accept_language', /^\s*\*/.test(headers.get('accept-language') ?? ''))
  const navigates = headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document'
  see('foreign_accept', navigates && headers.get('accept')?.includes('text/html') === false)
  see('foreign_te', /\b(?:deflate|gzip)\b/i.test(headers.get('te') ?? ''))
}

const NONE: readonly Inconsistency[] = Object.freeze([])

function seeHints(see: See, ua: UserAgentFacts, hints: ClientHints): void {
  const { family } = ua.browser
  see('foreign_client_hints', family !== 'chromium')
  see('malformed_client_hints', hints.malformed)
  if (family !== 'chromium') return
  const told = chromiumOf(hints.brands) ?? chromiumOf(hints.fullVersions)
  see('hints_version_mismatch', told !== null && ua.chromiumMajor !== null && told !== ua.chromiumMajor && !ua.webView)
  see('hints_platform_mismatch', hints.platform !== null && !samePlatform(hints.platform, ua.os.name))
  // "Desktop site" on a phone clears the mobile flag together with the user agent's word; a tablet never had it.
  const claimsMobile = ua.device.type === 'mobile'
  see(
    'hints_mobile_mismatch',
    hints.mobile !== null &&
      (hints.mobile ? ua.device.type === null && isDesktop(ua.os.name) : claimsMobile && ua.os.name === 'Android'),
  )
}

/** What `Sec-CH-UA-Platform` says beside which systems of a user agent (User-Agent Client Hints, 3.8). */
const PLATFORMS: Readonly<Record<string, RegExp>> = {
  windows: /^Windows$/,
  macos: /^Mac OS$/,
  // A phone's "desktop site" writes Linux in the user agent.
  android: /^(?:Android|HarmonyOS|Linux)/,
  'chrome os': /^Chrom(?:e|ium) OS$/,
  'chromium os': /^Chrom(?:e|ium) OS$/,
  ios: /^iOS$/,
  linux: /^(?!Windows|Mac OS|iOS|Android|Chrom(?:e|ium) OS)/,
}

function samePlatform(hint: string, os: string | null): boolean {
  const pattern = PLATFORMS[hint.toLowerCase()]
  // A platform that we don't know, or none in the user agent, contradicts nothing.
  return pattern === undefined || os === null || pattern.test(os)
}

function isDesktop(os: string | null): boolean {
  return os === 'Windows' || os === 'Mac OS' || os === 'Chromium OS' || os === 'Chrome OS'
}

/** HTTP/1.1 as the engines write it: `Host` first, capitals, a connection kept, the two `Accept-` lists by engine. */
function seeWire(see: See, { headers, ua }: Claim): void {
  const { order } = headers
  const { family } = ua.browser
  const lower = order.map((name) => name.toLowerCase())
  const [encodingAt, languageAt] = [lower.indexOf('accept-encoding'), lower.indexOf('accept-language')]
  const languageFirst = encodingAt >= 0 && languageAt >= 0 && languageAt < encodingAt
  const encodingFirst = encodingAt >= 0 && languageAt >= 0 && encodingAt < languageAt
  // Chromium's network layer appends the two lists when everything else of its own is written.
  const early =
    family === 'chromium' && encodingAt >= 0 && BEFORE_ENCODING.some((name) => lower.indexOf(name) > encodingAt)
  const swapped = (family === 'chromium' && languageFirst) || (family === 'firefox' && encodingFirst)
  see('header_order', early || swapped || (lower.includes('host') && lower[0] !== 'host'))
  see(
    'header_case',
    order.some((name) => CAPITALISED.has(name)),
  )
  see(
    'foreign_connection',
    !/keep-alive|upgrade/i.test(headers.get('connection') ?? '') || headers.has('http2-settings'),
  )
}

const BEFORE_ENCODING = ['user-agent', 'accept', 'sec-fetch-mode'] as const

/** In lower case these names come from HTTP/2 or from a library, never from a browser's HTTP/1.1. */
const CAPITALISED: ReadonlySet<string> = new Set([
  'host',
  'user-agent',
  'accept',
  'accept-language',
  'accept-encoding',
  'connection',
  'content-type',
  'content-length',
  'HOST',
  'USER-AGENT',
])
