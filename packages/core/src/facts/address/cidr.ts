import { describeGiven, RiskError } from '../../errors.js'
import { type ParsedIp, parseIp, toIpText } from './parse-ip.js'

/** A network: an address whose bits behind the prefix are zero. */
export interface Cidr {
  /** Canonical, with the prefix: `10.0.0.0/8`. */
  readonly text: string
  readonly version: 4 | 6
  readonly bytes: Uint8Array
  /** 0–32, or 0–128 for IPv6. */
  readonly prefix: number
}

/** Which addresses lie in a list of networks: a binary search over merged intervals, whatever the list's order or overlaps. */
export interface CidrSet {
  has(ip: ParsedIp): boolean
  /** Merged intervals held, of both versions. */
  readonly size: number
}

/** The longest is an IPv6 address with `/128`. */
const MAX_CIDR_CHARS = 64
const MAPPED_BITS = 96

/**
 * Reads `address/prefix`; an address alone is a network of one. A network of IPv4-mapped addresses is the IPv4 network.
 * @throws RiskError `RG_CIDR_INVALID` for anything else, also for bits set behind the prefix (`10.0.0.1/8`).
 */
export function parseCidr(text: string): Cidr {
  const parsed = readCidr(text)
  if ('problem' in parsed) {
    throw new RiskError(
      'RG_CIDR_INVALID',
      `${describeGiven(text)} is not a network: ${parsed.problem}. Expected an address or address/prefix, such as 10.0.0.0/8 or 2001:db8::/32.`,
    )
  }
  return parsed
}

/** `parseCidr` for lists that come from outside, where one bad line must not lose the others: null instead of a throw. */
export function parseCidrLine(text: string): Cidr | null {
  const parsed = readCidr(text)
  return 'problem' in parsed ? null : parsed
}

function readCidr(text: unknown): Cidr | { readonly problem: string } {
  if (typeof text !== 'string') return { problem: `it is of type ${typeof text}` }
  if (text.length > MAX_CIDR_CHARS) return { problem: 'it is too long' }
  const slash = text.indexOf('/')
  const spelling = slash === -1 ? text : text.slice(0, slash)
  const ip = spelling.includes('%') ? null : parseIp(spelling)
  if (ip === null) return { problem: 'its address is invalid' }
  const wide = spelling.includes(':') ? 128 : 32
  const given = slash === -1 ? wide : parsePrefix(text.slice(slash + 1))
  if (given === null || given > wide) return { problem: `its prefix must be a whole number from 0 to ${wide}` }
  const prefix = wide === 128 && ip.version === 4 ? given - MAPPED_BITS : given
  if (prefix < 0) return { problem: `a network of IPv4-mapped addresses needs a prefix from ${MAPPED_BITS} to 128` }
  const bytes = maskBytes(ip.bytes, prefix)
  const canonical = `${toIpText(bytes)}/${prefix}`
  if (bytes.some((byte, i) => byte !== ip.bytes[i]))
    return { problem: `bits are set behind its prefix (did you mean ${canonical}?)` }
  return { text: canonical, version: ip.version, bytes, prefix }
}

function parsePrefix(text: string): number | null {
  return /^(?:0|[1-9]\d{0,2})$/.test(text) ? Number(text) : null
}

/** The first `prefix` bits, the others zero; a copy. */
export function maskBytes(bytes: Uint8Array, prefix: number): Uint8Array {
  return bytes.map((byte, i) => {
    const kept = Math.min(8, Math.max(0, prefix - i * 8))
    return byte & (0xff00 >> kept)
  })
}

/**
 * Builds the set. Adjacent and overlapping networks merge.
 * @throws RiskError `RG_CIDR_INVALID` for a line that `parseCidr` refuses.
 */
export function createCidrSet(networks: Iterable<string | Cidr>): CidrSet {
  const four: Interval[] = []
  const six: Interval[] = []
  for (const network of networks) {
    const cidr = typeof network === 'string' ? parseCidr(network) : network
    const interval = { first: toWords(cidr.bytes), last: toWords(lastBytes(cidr)) }
    ;(cidr.version === 4 ? four : six).push(interval)
  }
  const v4 = toIndex(four, 1)
  const v6 = toIndex(six, 4)
  return {
    has: (ip) => contains(ip.version === 4 ? v4 : v6, ip.bytes),
    size: v4.count + v6.count,
  }
}

/** An address as big-endian 32-bit words: one for IPv4, four for IPv6. */
type Words = readonly number[]

interface Interval {
  readonly first: Words
  readonly last: Words
}

interface Index {
  readonly width: 1 | 4
  readonly count: number
  readonly first: Uint32Array
  readonly last: Uint32Array
}

function toIndex(intervals: Interval[], width: 1 | 4): Index {
  const merged: Interval[] = []
  for (const next of intervals.sort((a, b) => compareWords(a.first, b.first))) {
    const current = merged.at(-1)
    if (current === undefined || compareWords(next.first, increment(current.last)) > 0) merged.push(next)
    else if (compareWords(next.last, current.last) > 0)
      merged[merged.length - 1] = { first: current.first, last: next.last }
  }
  return {
    width,
    count: merged.length,
    first: Uint32Array.from(merged.flatMap((interval) => interval.first)),
    last: Uint32Array.from(merged.flatMap((interval) => interval.last)),
  }
}

function contains(index: Index, bytes: Uint8Array): boolean {
  let low = 0
  let high = index.count - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    if (compareAt(bytes, index.first, middle * index.width) < 0) high = middle - 1
    else if (compareAt(bytes, index.last, middle * index.width) > 0) low = middle + 1
    else return true
  }
  return false
}

function compareAt(bytes: Uint8Array, words: Uint32Array, start: number): number {
  for (let i = 0; i < bytes.length >> 2; i++) {
    const difference = wordAt(bytes, i) - (words[start + i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function compareWords(a: Words, b: Words): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The next address; the very last one stays, which merges all the same. */
function increment(words: Words): Words {
  const next = [...words]
  for (let i = next.length - 1; i >= 0; i--) {
    if ((next[i] ?? 0) < 0xffffffff) {
      next[i] = (next[i] ?? 0) + 1
      return next
    }
    next[i] = 0
  }
  return words
}

function lastBytes(cidr: Cidr): Uint8Array {
  return cidr.bytes.map((byte, i) => {
    const kept = Math.min(8, Math.max(0, cidr.prefix - i * 8))
    return byte | (0xff >> kept)
  })
}

function toWords(bytes: Uint8Array): Words {
  return Array.from({ length: bytes.length >> 2 }, (_, i) => wordAt(bytes, i))
}

function wordAt(bytes: Uint8Array, word: number): number {
  const at = word * 4
  return (
    (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0
  )
}
