/**
 * Facts of the header sets seen lately. Found by user agent and language, then compared line by line: to join all lines to
 * one key would cost more than everything else that is done with them.
 */
import type { HeaderBag } from '../headers.js'
import { createRecentMap } from '../recent-map.js'
import type { ClientFacts, ClientRequest } from './client.js'
import { isLoopback } from './directness.js'

export interface ClientCache {
  get(request: ClientRequest): ClientFacts | undefined
  set(request: ClientRequest, facts: ClientFacts): void
}

/** Browsers in one language; each with a few ways to ask (with cookies or without, a form or a script). */
const MAX_BROWSERS = 2048
const MAX_WAYS = 4
/** Longer sets of headers are computed afresh: nobody fills the memory with them. */
const MAX_SET_CHARS = 2048
const MAX_NAME_CHARS = 64
const DAY_MS = 86_400_000

/** Headers of one visit: their values decide nothing that is kept, only their presence. */
const VISIT: ReadonlySet<string> = new Set([
  'host',
  'referer',
  'cookie',
  'content-length',
  'content-type',
  'origin',
  'authorization',
  'if-none-match',
  'if-modified-since',
  'cache-control',
  'pragma',
  'x-forwarded-for',
  'x-real-ip',
  'forwarded',
  'x-request-id',
  'traceparent',
  'tracestate',
  'x-csrf-token',
  'x-xsrf-token',
  'idempotency-key',
  'date',
  'range',
  ':path',
  ':authority',
  'cf-ray',
  'cf-connecting-ip',
  'x-amzn-trace-id',
  'x-cloud-trace-context',
  'x-request-start',
])
/** One header set, with everything else that decides its client's facts. */
interface Way {
  readonly method: string | null
  readonly day: number
  readonly secure: boolean | null | undefined
  readonly headerOrderTrusted: boolean | undefined
  readonly loopback: boolean
  readonly complete: boolean
  readonly http2: boolean
  readonly truncated: boolean
  readonly names: readonly string[]
  /** Null where only the header's presence decides. */
  readonly values: readonly (string | null)[]
  readonly facts: ClientFacts
}

export function createClientCache(): ClientCache {
  const browsers = createRecentMap<string, Way[]>(MAX_BROWSERS)
  return {
    get(request) {
      const ways = browsers.get(browserOf(request.headers))
      if (ways === undefined) return undefined
      for (const way of ways) if (isWay(way, request)) return way.facts
      return undefined
    },
    set(request, facts) {
      const way = toWay(request, facts)
      if (way === null) return
      const browser = browserOf(request.headers)
      const ways = browsers.get(browser) ?? []
      if (ways.length >= MAX_WAYS) ways.shift()
      ways.push(way)
      browsers.set(browser, ways)
    },
  }
}

function browserOf(headers: HeaderBag): string {
  return `${headers.get('user-agent')}\n${headers.get('accept-language')}`
}

function isWay(way: Way, request: ClientRequest): boolean {
  const { headers } = request
  return (
    way.method === request.method &&
    way.day === Math.floor(request.atMs / DAY_MS) &&
    way.secure === request.secure &&
    way.headerOrderTrusted === request.headerOrderTrusted &&
    way.complete === headers.complete &&
    way.http2 === headers.http2 &&
    way.truncated === headers.truncated &&
    hasLines(way, headers.lines) &&
    way.loopback === isLoopback(request)
  )
}

function hasLines({ names, values }: Way, lines: readonly unknown[]): boolean {
  if (lines.length >> 1 !== names.length) return false
  for (let i = 0; i < names.length; i++) {
    if (lines[i * 2] !== names[i]) return false
    const value = values[i]
    const given = lines[i * 2 + 1]
    if (value === null ? typeof given !== 'string' : given !== value) return false
  }
  return true
}

/** Null for what is too long, or no text. */
function toWay(request: ClientRequest, facts: ClientFacts): Way | null {
  const { headers, method, atMs, secure, headerOrderTrusted } = request
  const names: string[] = []
  const values: (string | null)[] = []
  let chars = 0
  for (let i = 0; i + 1 < headers.lines.length; i += 2) {
    const [name, value] = [headers.lines[i], headers.lines[i + 1]]
    if (typeof name !== 'string' || typeof value !== 'string' || name.length > MAX_NAME_CHARS) return null
    const decides = !VISIT.has(name.toLowerCase())
    chars += name.length + (decides ? value.length : 0)
    if (chars > MAX_SET_CHARS) return null
    names.push(name)
    values.push(decides ? value : null)
  }
  return {
    method,
    day: Math.floor(atMs / DAY_MS),
    secure,
    headerOrderTrusted,
    loopback: isLoopback(request),
    complete: headers.complete,
    http2: headers.http2,
    truncated: headers.truncated,
    names,
    values,
    facts,
  }
}
