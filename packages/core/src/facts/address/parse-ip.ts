import { isIP, isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'

/** One address, whatever its spelling: two spellings of one address give equal `text` and `bytes`. */
export interface ParsedIp {
  /** Canonical: dotted decimal, or RFC 5952 (lower case, longest zero run shortened, never a dotted tail or a zone). */
  readonly text: string
  readonly version: 4 | 6
  /** Network byte order, 4 or 16 of them. Not to be written to. */
  readonly bytes: Uint8Array
}

/** The longest IPv6 spelling is 45 characters; a zone id adds an interface name (Linux allows 15, others somewhat more). */
const MAX_IP_CHARS = 80
const MAPPED_PREFIX = '::ffff:'

/**
 * Reads an address, or gives null: no names, ports, brackets, prefixes or white space, no octal, hexadecimal, short
 * or full-width forms.
 *
 * - `::ffff:a.b.c.d` (IPv4-mapped, what a dual-stack socket shows) is the IPv4 address.
 * - A zone id (`fe80::1%eth0`) is dropped from link-local addresses, the only ones where it has a meaning; elsewhere
 *   it makes the text invalid.
 * - NAT64 (`64:ff9b::/96`), 6to4 (`2002::/16`), Teredo (`2001::/32`) and the retired IPv4-compatible form (`::a.b.c.d`)
 *   stay IPv6. The IPv4 address inside is a claim about somebody's gateway that any IPv6 sender may write; taking it
 *   for the client's own would let one be counted, or listed, as another. `countedNetwork` knows how much of each
 *   names one client.
 */
export function parseIp(text: string): ParsedIp | null {
  if (typeof text !== 'string' || text.length > MAX_IP_CHARS) return null
  // A dual-stack server sees every IPv4 client like this: worth a shorter way than through 128 bits.
  if (text.startsWith(MAPPED_PREFIX) && isIPv4(text.slice(MAPPED_PREFIX.length)))
    return parseIp(text.slice(MAPPED_PREFIX.length))
  const version = isIP(text)
  if (version === 4) return { text, version, bytes: bytesOfIpv4(text, 0) }
  if (version === 6) return parseIpv6(text)
  return null
}

/** The canonical text of 4 or 16 bytes in network order (RFC 5952 for 16). */
export function toIpText(bytes: Uint8Array): string {
  if (bytes.length === 4) return `${bytes[0]}.${bytes[1]}.${bytes[2]}.${bytes[3]}`
  const zeros = longestZeroRun(bytes)
  let text = ''
  for (let i = 0; i < 8; i++) {
    if (i === zeros.start) {
      text += '::'
      i += zeros.length - 1
    } else {
      if (text !== '' && !text.endsWith(':')) text += ':'
      text += groupAt(bytes, i).toString(16)
    }
  }
  return text
}

/** The first of the longest runs of zero groups; a single zero isn't shortened (start -1). */
function longestZeroRun(bytes: Uint8Array): { readonly start: number; readonly length: number } {
  let start = -1
  let length = 1
  for (let i = 0; i < 8; i++) {
    let end = i
    while (end < 8 && groupAt(bytes, end) === 0) end++
    if (end - i > length) {
      start = i
      length = end - i
    }
    if (end > i) i = end
  }
  return { start, length }
}

function groupAt(bytes: Uint8Array, group: number): number {
  return ((bytes[group * 2] ?? 0) << 8) | (bytes[group * 2 + 1] ?? 0)
}

function parseIpv6(spelling: string): ParsedIp | null {
  const zone = spelling.indexOf('%')
  const text = zone === -1 ? spelling : spelling.slice(0, zone)
  const { parts } = ipaddr.IPv6.parse(withHexTail(text))
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 8; i++) {
    const part = parts[i] ?? 0
    bytes[i * 2] = part >>> 8
    bytes[i * 2 + 1] = part & 0xff
  }
  if (zone !== -1 && !isLinkLocal(bytes)) return null
  if (isMapped(bytes)) {
    const four = bytes.slice(12)
    return { text: toIpText(four), version: 4, bytes: four }
  }
  return { text: toIpText(bytes), version: 6, bytes }
}

/** `64:ff9b::1.2.3.4` as `64:ff9b::102:304`: the library reads the dotted `::1.2.3.4` as IPv4-mapped, and its hex spelling not. */
function withHexTail(text: string): string {
  if (!text.includes('.')) return text
  const start = text.lastIndexOf(':') + 1
  const [a = 0, b = 0, c = 0, d = 0] = bytesOfIpv4(text, start)
  return `${text.slice(0, start)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
}

/** For text that `isIP` has accepted; from `start` on it is four decimal numbers. */
function bytesOfIpv4(text: string, start: number): Uint8Array {
  const bytes = new Uint8Array(4)
  let at = 0
  let value = 0
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x2e) {
      bytes[at++] = value
      value = 0
    } else value = value * 10 + code - 0x30
  }
  bytes[at] = value
  return bytes
}

/** fe80::/10 (RFC 4291, 2.5.6). */
function isLinkLocal(bytes: Uint8Array): boolean {
  return bytes[0] === 0xfe && ((bytes[1] ?? 0) & 0xc0) === 0x80
}

/** ::ffff:0:0/96 (RFC 4291, 2.5.5.2). */
function isMapped(bytes: Uint8Array): boolean {
  for (let i = 0; i < 10; i++) if (bytes[i] !== 0) return false
  return bytes[10] === 0xff && bytes[11] === 0xff
}
