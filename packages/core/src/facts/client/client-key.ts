import type { ClientRequest } from './client.js'
import { isLoopback } from './directness.js'

/** Longer sets of headers are computed afresh: nobody fills the memory with 8 KB keys. */
const MAX_KEY_CHARS = 4096
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
/** Header names seen so far: whether their value belongs in the key. Saves lower-casing the same names for ever. */
const kept = new Map<string, boolean>()
const MAX_KEPT_NAMES = 1000

/** Everything of a request that decides its client's facts, in one string; null where that is too long or no text. */
export function toClientKey(request: ClientRequest): string | null {
  const { headers, method, atMs, secure, headerOrderTrusted } = request
  let key = `${Math.floor(atMs / DAY_MS)} ${method} ${secure} ${headerOrderTrusted} ${isLoopback(request)} ${headers.complete} ${headers.http2} ${headers.truncated}`
  const { lines } = headers
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const [name, value] = [lines[i], lines[i + 1]]
    if (typeof name !== 'string' || typeof value !== 'string' || name.length > 64) return null
    // Lengths stand first, so that no value can pass for another header's beginning.
    key += decides(name) ? `\n${name.length}:${name}=${value.length}:${value}` : `\n${name.length}:${name}`
    if (key.length > MAX_KEY_CHARS) return null
  }
  return key
}

function decides(name: string): boolean {
  let yes = kept.get(name)
  if (yes === undefined) {
    yes = !VISIT.has(name.toLowerCase())
    if (kept.size < MAX_KEPT_NAMES) kept.set(name, yes)
  }
  return yes
}
