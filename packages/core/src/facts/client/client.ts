import type { HeaderBag } from '../headers.js'
import { createRecentMap } from '../recent-map.js'
import { findAdultKeyword } from './adult-keywords.js'
import type { Automation } from './automation.js'
import { type ClickId, findClickIds } from './click-ids.js'
import { createClientCache } from './client-cache.js'
import { type ClientHints, toClientHints } from './client-hints.js'
import type { Crawler } from './crawler.js'
import { isDirect, isLoopback } from './directness.js'
import { toHeaderFingerprint } from './header-fingerprint.js'
import { findInconsistencies, type Inconsistency, type RequestShape } from './header-shape.js'
import type { HttpLibrary } from './http-library.js'
import { parseLanguages } from './language.js'
import {
  type ClientPlatform,
  type Intermediary,
  type LegacyEngine,
  toIntermediary,
  toLegacy,
  toPlatform,
  toWebView,
} from './traits.js'
import { type BrowserFamily, toUserAgentFacts } from './user-agent.js'
import { type OldVersion, toOldBrowser, toOldOs } from './versions.js'

/** What one request's headers say of the software that sent it. Frozen; shared between requests that say the same. */
export interface ClientFacts {
  /** At most 512 characters; empty when none was sent. */
  readonly userAgent: string
  readonly uaPresent: boolean
  readonly browser: {
    readonly name: string | null
    readonly version: string | null
    readonly major: number | null
    readonly family: BrowserFamily
  }
  readonly os: { readonly name: string | null; readonly version: string | null }
  readonly device: { readonly type: string | null; readonly vendor: string | null; readonly model: string | null }
  readonly platform: ClientPlatform
  /** Lower-case `browser/major os`, without the device's model. */
  readonly family: string
  readonly hints: ClientHints | null
  readonly automation: Automation | null
  /** `none` where the headers are complete and carry no user agent at all. */
  readonly httpLibrary: HttpLibrary | null
  readonly crawler: Crawler | null
  /** An engine that its maker has given up. */
  readonly legacy: LegacyEngine | null
  readonly oldBrowser: OldVersion | null
  readonly oldOs: OldVersion | null
  readonly operaMini: boolean
  readonly googleProxy: Intermediary | null
  /** An app's page view; `package` as Android's `X-Requested-With` names it, null when hidden. */
  readonly webView: { readonly package: string | null } | null
  readonly clickIds: readonly ClickId[]
  readonly adultKeyword: string | null
  readonly inconsistencies: readonly Inconsistency[]
  /** True when absences could be judged at all: raw or declared-complete headers. */
  readonly headersComplete: boolean
  /** A segment trait shared by thousands; null where the header order isn't known. */
  readonly headerFingerprint: string | null
  readonly languages: readonly string[]
}

export interface ClientRequest {
  readonly headers: HeaderBag
  readonly method: string | null
  readonly host: string | null
  /** With its query, when the host app gives it. */
  readonly path: string | null
  /** Event time, ms since the Unix epoch: versions are old or not at that time. */
  readonly atMs: number
  /** HTTPS towards the browser; null or omitted when unknown. */
  readonly secure?: boolean | null
  /** Default false: a proxy in front may rewrite order and case. True only when the peer is the client. */
  readonly headerOrderTrusted?: boolean
}

const cache = createClientCache()

/** Reads everything that the headers of one request say of its client. Never throws; warm well below 1 µs. */
export function toClientFacts(request: ClientRequest): ClientFacts {
  let facts = cache.get(request)
  if (facts === undefined) {
    facts = Object.freeze(read(request))
    cache.set(request, facts)
  }
  return withVisit(facts, request)
}

/** Adds what belongs to this visit alone; nearly always nothing, and then the shared object goes out as it is. */
function withVisit(facts: ClientFacts, { headers, host, path }: ClientRequest): ClientFacts {
  const referer = headers.get('referer')
  const own = findClickIds(path)
  const clickIds = own.length > 0 ? own : findClickIds(referer)
  const adultKeyword = adultIn(host ?? headers.get('host')) ?? adultIn(referer)
  return clickIds.length === 0 && adultKeyword === null ? facts : Object.freeze({ ...facts, clickIds, adultKeyword })
}

function read(request: ClientRequest): ClientFacts {
  const { headers, atMs } = request
  const sent = headers.get('user-agent')
  const ua = toUserAgentFacts(sent ?? '')
  const hints = toClientHints(headers)
  const uaPresent = (sent ?? '').trim() !== ''
  const noUserAgent = !uaPresent && headers.complete
  const secure = isLoopback(request) ? true : (request.secure ?? null)
  const shape: RequestShape = { method: request.method, secure, headerOrderTrusted: isDirect(request) }
  const automation = ua.automation ?? automationOf(hints)
  const httpLibrary = noUserAgent ? NO_USER_AGENT : (ua.httpLibrary ?? toTextDump(ua.browser.name, headers))
  // A tool that names itself is that tool; it is a crawler only when it says so too.
  const named = automation !== null || httpLibrary !== null
  const crawler =
    !uaPresent || (named && ua.crawler?.evidence !== 'declared' && ua.crawler?.evidence !== 'contact')
      ? null
      : ua.crawler
  const program = (automation !== null && !automation.shell) || crawler !== null || httpLibrary !== null
  return {
    userAgent: (sent ?? '').slice(0, 512),
    uaPresent,
    browser: ua.browser,
    os: ua.os,
    device: hints?.model ? { ...ua.device, model: hints.model.slice(0, 80) } : ua.device,
    platform: program ? 'bot' : toPlatform(ua, hints),
    family: ua.family,
    hints,
    automation,
    httpLibrary,
    crawler,
    legacy: program ? null : toLegacy(ua),
    oldBrowser: program ? null : toOldBrowser(ua, atMs),
    oldOs: program ? null : toOldOs(ua, hints, atMs),
    operaMini:
      /Opera Mini\/|\bOPiOS\//.test(sent ?? '') ||
      headers.has('x-operamini-phone-ua') ||
      headers.has('x-operamini-features'),
    googleProxy: toIntermediary(sent ?? '', headers.get('via')),
    webView: toWebView(ua, headers.get('x-requested-with')),
    clickIds: [],
    adultKeyword: null,
    inconsistencies: uaPresent && !program ? findInconsistencies(headers, ua, hints, shape) : [],
    headersComplete: headers.complete,
    headerFingerprint: toHeaderFingerprint(headers.order, ua.browser.family),
    languages: Object.freeze(parseLanguages(headers.get('accept-language'))),
  }
}

const NO_USER_AGENT: HttpLibrary = Object.freeze({ name: 'none' })

/**
 * Lynx leaves out Accept-Encoding when it is told to print a page and leave, and sends it when somebody browses
 * (its HTTP.c): the first is a script's tool.
 */
function toTextDump(browser: string | null, headers: HeaderBag): HttpLibrary | null {
  return browser === 'Lynx' && headers.complete && !headers.has('accept-encoding') ? { name: 'lynx' } : null
}

/** A driven Chromium that was given another user agent still names itself among its brands. */
function automationOf(hints: ClientHints | null): Automation | null {
  const headless = hints?.brands?.some(({ brand }) => /headless/i.test(brand))
  return headless === true ? { tool: 'headless-chrome', shell: false } : null
}

/** Hosts and referring pages repeat; the answer is kept for short ones. An empty text stands for "none". */
const adultCache = createRecentMap<string, string>(1000)
const MAX_CACHED_URL_CHARS = 256

function adultIn(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  if (text.length > MAX_CACHED_URL_CHARS) return findAdultKeyword(text)
  let known = adultCache.get(text)
  if (known === undefined) {
    known = findAdultKeyword(text) ?? ''
    adultCache.set(text, known)
  }
  return known === '' ? null : known
}
