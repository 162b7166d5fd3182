import { createHash } from 'node:crypto'

/** Headers that come and go with the request's purpose or the way it took, not with the software that sent it. */
const CIRCUMSTANTIAL: ReadonlySet<string> = new Set([
  'content-length',
  'content-type',
  'cookie',
  'origin',
  'referer',
  'cache-control',
  'pragma',
  'if-none-match',
  'if-modified-since',
  'authorization',
  'range',
  'sec-fetch-user',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-real-ip',
  'forwarded',
  'via',
  'x-request-id',
  'traceparent',
  'tracestate',
])

/**
 * A short stable hash of which headers came, in which order and case, with the browser's family. A trait that thousands
 * share: good for a segment's baseline, never the key of a person, a device or a label. 12 characters of base64url; null
 * where the order isn't known.
 */
export function toHeaderFingerprint(order: readonly string[], family: string): string | null {
  if (order.length === 0) return null
  const names = order.filter((name) => !CIRCUMSTANTIAL.has(name.toLowerCase()))
  return createHash('sha256')
    .update(`${names.join('\n')}\n\n${family}`)
    .digest('base64url')
    .slice(0, 12)
}
