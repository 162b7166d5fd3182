import { LRUCache } from 'lru-cache'
import UAParser from 'ua-parser-js'
import { type Automation, toAutomation } from './automation.js'
import { type Crawler, toCrawler } from './crawler.js'
import { type HttpLibrary, toHttpLibrary } from './http-library.js'
import { MAX_USER_AGENT_CHARS, toUserAgentTokens } from './user-agent-tokens.js'

/** User agents kept parsed; a busy site sees a few thousand in a day. */
const MAX_CACHED = 5000

export type BrowserFamily = 'chromium' | 'firefox' | 'safari' | 'legacy' | 'other'

export interface UserAgentFacts {
  readonly browser: {
    readonly name: string | null
    readonly version: string | null
    readonly major: number | null
    /** The engine it claims, which decides what its requests look like; every browser on iOS is `safari`. */
    readonly family: BrowserFamily
  }
  readonly engine: { readonly name: string | null; readonly version: string | null }
  /** Major version of the Chromium inside, also of Edge, Opera, Samsung Internet; null for other engines. */
  readonly chromiumMajor: number | null
  readonly os: { readonly name: string | null; readonly version: string | null }
  readonly device: { readonly type: string | null; readonly vendor: string | null; readonly model: string | null }
  /** An app's page view (Android WebView, or WebKit on iOS without a browser's name). */
  readonly webView: boolean
  /** Lower-case `browser/major os`: small enough to count, without the device's model. */
  readonly family: string
  readonly automation: Automation | null
  readonly httpLibrary: HttpLibrary | null
  readonly crawler: Crawler | null
}

const cache = new LRUCache<string, UserAgentFacts>({ max: MAX_CACHED })

/** What a user agent claims. Reads at most 512 characters, never throws; the same text gives the same object. */
export function toUserAgentFacts(userAgent: string): UserAgentFacts {
  const text = userAgent.slice(0, MAX_USER_AGENT_CHARS)
  const cached = cache.get(text)
  if (cached !== undefined) return cached
  const facts = Object.freeze(read(text))
  cache.set(text, facts)
  return facts
}

function read(text: string): UserAgentFacts {
  // ua-parser-js collects what it matched in plain objects; an empty text would make it read the global navigator.
  const parsed = new UAParser(text === '' ? ' ' : text)
  const [browser, engine, os, device] = [parsed.getBrowser(), parsed.getEngine(), parsed.getOS(), parsed.getDevice()]
  const tokens = toUserAgentTokens(text)
  const name = browser.name ?? null
  const major = toMajor(browser.version)
  return {
    browser: { name, version: browser.version ?? null, major, family: familyOf(text, engine.name) },
    engine: { name: engine.name ?? null, version: engine.version ?? null },
    chromiumMajor: toMajor(/(?:Headless)?Chrom(?:e|ium)\/(\d{1,4})/.exec(text)?.[1]),
    os: { name: os.name ?? null, version: os.version ?? null },
    device: { type: device.type ?? null, vendor: device.vendor ?? null, model: device.model ?? null },
    webView:
      /; ?wv\)|\bVersion\/4\.0 Chrome\//.test(text) ||
      (/\b(?:iPhone|iPad)\b.*AppleWebKit/.test(text) && !/Safari\/|CriOS|FxiOS|EdgiOS/.test(text)),
    family: `${name ?? tokens.first}/${major ?? '?'} ${os.name ?? '?'}`.toLowerCase().slice(0, 80),
    automation: toAutomation(tokens),
    httpLibrary: toHttpLibrary(tokens),
    crawler: toCrawler(tokens),
  }
}

function familyOf(text: string, engine: string | undefined): BrowserFamily {
  if (engine === 'Trident' || engine === 'EdgeHTML' || engine === 'Presto') return 'legacy'
  // Apple allowed no other engine on its phones, whatever the product is called.
  if (/\b(?:iPhone|iPad|iPod)\b/.test(text)) return 'safari'
  if (/(?:Headless)?Chrom(?:e|ium)\/\d/.test(text)) return 'chromium'
  if (/\bFirefox\/\d/.test(text) && engine === 'Gecko') return 'firefox'
  if (/\bVersion\/\d.*Safari\/\d/.test(text) && /Macintosh/.test(text)) return 'safari'
  return 'other'
}

/** The leading integer of a version, or null. */
export function toMajor(version: string | undefined | null): number | null {
  const major = version == null ? Number.NaN : Number.parseInt(version, 10)
  return Number.isSafeInteger(major) && major >= 0 && major < 100_000 ? major : null
}
