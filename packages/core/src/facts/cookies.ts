/** Characters of a Cookie header that are read; browsers stop at 4 KB per cookie, servers at 8–16 KB in all. */
const MAX_COOKIE_CHARS = 16_384

export interface CookieValue {
  /** As sent, without surrounding quotes; nothing is decoded, so a percent sign can't fail. */
  readonly value: string
  /** How many cookies of that name came; more than one means that somebody planted another. */
  readonly count: number
}

/** The first cookie of a name in a `Cookie` header, or null. One pass, no decoding, never throws. */
export function readCookie(header: string | undefined, name: string): CookieValue | null {
  if (header === undefined || name === '') return null
  const end = Math.min(header.length, MAX_COOKIE_CHARS)
  let first: string | null = null
  let count = 0
  let at = 0
  while (at < end) {
    let stop = header.indexOf(';', at)
    if (stop < 0 || stop > end) stop = end
    while (at < stop && isSpace(header.charCodeAt(at))) at++
    if (header.startsWith(name, at) && header.charCodeAt(at + name.length) === 61 && at + name.length < stop) {
      first ??= unquote(header.slice(at + name.length + 1, stop).trim())
      count++
    }
    at = stop + 1
  }
  return first === null ? null : { value: first, count }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9
}

function unquote(value: string): string {
  return value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
}
