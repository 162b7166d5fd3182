import { type ParsedIp, parseIp } from './parse-ip.js'

/** How a header that carries addresses is written. */
export type ForwardedSyntax =
  /** RFC 7239: `for="[2001:db8::1]:4711";proto=https, for=192.0.2.60`. */
  | 'rfc7239'
  /** Addresses separated by commas, each proxy appending: X-Forwarded-For. */
  | 'list'
  /** One address that one proxy sets: X-Real-IP, CF-Connecting-IP, True-Client-IP. */
  | 'single'

/** Characters of a header that are read, counted from its end; servers refuse longer ones. */
export const MAX_FORWARDED_CHARS = 8192
/** Hops read from the end; real chains have fewer than ten. */
export const MAX_FORWARDED_HOPS = 64

/** How a header of this lower-case name is written; names not known to be lists are taken for single addresses. */
export function forwardedSyntax(lowerName: string): ForwardedSyntax {
  if (lowerName === 'forwarded') return 'rfc7239'
  return lowerName.endsWith('forwarded-for') ? 'list' : 'single'
}

/** A hop's address, or null for `unknown`, an obfuscated name, and everything else that isn't an address. */
export type ForwardedHop = ParsedIp | null

/**
 * The hops of a header value from the *last* to the first, read lazily: the end is what the nearest proxy wrote, so it
 * is understood before anything that a client may have put in front of it, such as a quotation mark that never ends.
 * Linear in the part that is asked for; never throws.
 *
 * An empty element is a hop that says nothing. RFC 9110 would skip it, but behind it stands what the client wrote.
 * Of a single-address header sent several times the last counts.
 */
export function* forwardedHops(value: string, syntax: ForwardedSyntax): Generator<ForwardedHop, void> {
  const text = value.slice(-MAX_FORWARDED_CHARS)
  const shortened = text.length < value.length
  let end = text.length
  for (let hops = 0; end > 0 && hops < MAX_FORWARDED_HOPS; hops++) {
    const start = syntax === 'rfc7239' ? elementStart(text, end, ',') : text.lastIndexOf(',', end - 1) + 1
    // Without a comma in front it may be half an element.
    if (start === 0 && shortened) return
    const element = text.slice(start, end).trim()
    yield syntax === 'rfc7239' ? parseElement(element) : parseNode(element)
    if (syntax === 'single') return
    end = start - 1
  }
}

/** Where the last element in `text[0..end)` begins: behind the last separator that isn't inside quotes, seen from the end. */
function elementStart(text: string, end: number, separator: ',' | ';'): number {
  let quoted = false
  for (let i = end - 1; i >= 0; i--) {
    const char = text[i]
    if (char === '"') {
      if (!quoted) quoted = true
      else if (!isEscaped(text, i)) quoted = false
    } else if (char === separator && !quoted) return i + 1
  }
  return 0
}

/** An odd number of backslashes in front. Looks at each backslash run once per quotation mark behind it, so all in all once. */
function isEscaped(text: string, at: number): boolean {
  let i = at - 1
  while (i >= 0 && text[i] === '\\') i--
  return (at - 1 - i) % 2 === 1
}

/** The `for` of one RFC 7239 element; null without one, or with two. */
function parseElement(element: string): ForwardedHop {
  let found: ForwardedHop = null
  let seen = 0
  let end = element.length
  while (end > 0) {
    const start = elementStart(element, end, ';')
    const pair = element.slice(start, end)
    end = start - 1
    const equals = pair.indexOf('=')
    if (equals === -1 || pair.slice(0, equals).trim().toLowerCase() !== 'for') continue
    seen++
    found = parseNode(unquote(pair.slice(equals + 1).trim()))
  }
  return seen === 1 ? found : null
}

function unquote(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value
  return value.slice(1, -1).replace(/\\(.)/gs, '$1')
}

/** The longest node: a bracketed address with a zone and a port. */
const MAX_NODE_CHARS = 96

/** One hop: an address, alone, with a port, or in brackets as a URL writes IPv6. A port may be obfuscated (RFC 7239, 6.3). */
function parseNode(node: string): ForwardedHop {
  if (node.length > MAX_NODE_CHARS) return null
  if (node.startsWith('[')) {
    const close = node.indexOf(']')
    const address = node.slice(1, close)
    return close !== -1 && address.includes(':') && isPortOrNothing(node.slice(close + 1)) ? parseIp(address) : null
  }
  const colon = node.indexOf(':')
  // One colon: a port. More: an IPv6 address without brackets, which then can't have one.
  if (colon !== -1 && node.indexOf(':', colon + 1) === -1) {
    return isPortOrNothing(node.slice(colon)) ? parseIp(node.slice(0, colon)) : null
  }
  return parseIp(node)
}

function isPortOrNothing(text: string): boolean {
  return text === '' || /^:(?:\d{1,5}|_[\w.-]{1,32})$/.test(text)
}
