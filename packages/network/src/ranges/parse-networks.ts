import { type ParsedIp, parseIp } from '@riskguard/core/address'
import { compareWords, createRangeBuilder, MAX_RANGES, type RangeBuilder } from './range-builder.js'
import { type RangeTable, wordAt } from './range-table.js'

/** What became of a list's text. */
export interface ParsedNetworks {
  readonly table: RangeTable
  /** Networks, ranges and addresses taken. */
  readonly entries: number
  /** Lines that should hold one and don't. */
  readonly rejected: number
  /** Taken from the list, but of private, local or multicast space: dropped, or a bogon list would flag every intranet. */
  readonly reserved: number
  /** The first rejected lines, cut. */
  readonly samples: readonly string[]
  /** More than the table holds: the rest was left out. */
  readonly overflowed: boolean
}

/** A network wider than this is a slip or an attack on the list: a sixteenth of a version's registry blocks at most. */
const WIDEST_FOUR = 8
const WIDEST_SIX = 16
/** No line with an address in it needs more. */
const MAX_LINE_CHARS = 512
/** An IPv6 address in full with a prefix behind it. */
const MAX_NETWORK_CHARS = 49
const MAX_SAMPLES = 3
const SAMPLE_CHARS = 60

/**
 * Reads a list as sites publish them: a network (`192.0.2.0/24`), a range (`192.0.2.0-192.0.2.9`) or an address a line,
 * alone or as a row's first column, with comments after `#`, `;` or `//`; Tor's exit-addresses document; or JSON, of which
 * every text that is a network is taken. Linear in the text; never throws.
 */
export function parseNetworks(text: string): ParsedNetworks {
  const builder = createRangeBuilder('set')
  const state: State = { builder, entries: 0, rejected: 0, reserved: 0, samples: [] }
  const first = text.search(/\S/)
  if (text[first] === '{' || text[first] === '[') readJson(text, state)
  else readLines(text, state)
  const { entries, rejected, reserved, samples } = state
  return { table: builder.build(), entries, rejected, reserved, samples, overflowed: builder.size >= MAX_RANGES }
}

interface State {
  readonly builder: RangeBuilder
  entries: number
  rejected: number
  reserved: number
  readonly samples: string[]
}

function readLines(text: string, state: State): void {
  let from = 0
  let lines = 0
  while (from < text.length) {
    const newline = text.indexOf('\n', from)
    const end = newline === -1 ? text.length : newline
    const line = withoutComment(text.slice(from, Math.min(end, from + MAX_LINE_CHARS))).trim()
    from = end + 1
    if (line === '') continue
    lines++
    const verdict = readLine(line, state)
    // A table's heading is the first line.
    if (verdict === 'bad' && lines > 1) reject(line, state)
  }
}

function readLine(line: string, state: State): Verdict {
  const words = line.split(/[\s,|\t"']+/).filter((word) => word !== '')
  const [first = '', second, third] = words
  if (TOR_LINES.has(first)) return first === 'ExitAddress' ? take(second ?? '', state) : 'taken'
  if (second === '-' && third !== undefined) return takeRange(first, third, state)
  const dash = first.indexOf('-')
  return dash > 0 ? takeRange(first.slice(0, dash), first.slice(dash + 1), state) : take(first, state)
}

/** Lines of Tor's exit-addresses document; only one of them holds an address. */
const TOR_LINES: ReadonlySet<string> = new Set(['ExitNode', 'Published', 'LastStatus', 'ExitAddress'])

function withoutComment(line: string): string {
  const at = line.search(/[#;]|\/\//)
  return at === -1 ? line : line.slice(0, at)
}

type Verdict = 'taken' | 'bad'

function take(word: string, state: State): Verdict {
  const slash = word.indexOf('/')
  const ip = parseIp(slash === -1 ? word : word.slice(0, slash))
  if (ip === null) return 'bad'
  const bits = ip.version === 4 ? 32 : 128
  const prefix = slash === -1 ? bits : prefixOf(word.slice(slash + 1))
  if (prefix === null || prefix > bits || prefix < (bits === 32 ? WIDEST_FOUR : WIDEST_SIX)) return 'bad'
  if (ip.version === 4) {
    const size = 2 ** (32 - prefix)
    const first = wordAt(ip.bytes, 0)
    // Bits behind the prefix: was the address or the network meant? A list that says both is not to be guessed at.
    if (first % size !== 0) return 'bad'
    return addFour(first, first + size - 1, state)
  }
  const first = words(ip)
  const last = first.map((word, i) => lastWord(word, prefix - i * 32))
  if (first.some((word, i) => prefix - i * 32 < 32 && (word & maskAfter(prefix - i * 32)) !== 0)) return 'bad'
  return addSix(first, last, state)
}

function takeRange(from: string, to: string, state: State): Verdict {
  const first = parseIp(from)
  const last = parseIp(to)
  if (first === null || last === null || first.version !== last.version) return 'bad'
  if (first.version === 6) {
    const [a, b] = [words(first), words(last)]
    return (a[0] as number) >>> 16 === (b[0] as number) >>> 16 && compareWords(a, b) <= 0 ? addSix(a, b, state) : 'bad'
  }
  const a = wordAt(first.bytes, 0)
  const b = wordAt(last.bytes, 0)
  return b < a || b - a >= 2 ** (32 - WIDEST_FOUR) ? 'bad' : addFour(a, b, state)
}

function addFour(first: number, last: number, state: State): Verdict {
  state.entries++
  if (isReserved(first)) state.reserved++
  else state.builder.addFour(first, last, 1)
  return 'taken'
}

/** Only 2000::/3 is handed out to networks that people or servers are on. */
function addSix(first: readonly number[], last: readonly number[], state: State): Verdict {
  state.entries++
  if ((first[0] as number) >>> 29 === 1) state.builder.addSix(first, last, 1)
  else state.reserved++
  return 'taken'
}

const RESERVED: readonly (readonly [first: number, last: number])[] = [
  [0x00000000, 0x00ffffff],
  [0x0a000000, 0x0affffff],
  [0x64400000, 0x647fffff],
  [0x7f000000, 0x7fffffff],
  [0xa9fe0000, 0xa9feffff],
  [0xac100000, 0xac1fffff],
  [0xc0a80000, 0xc0a8ffff],
  [0xe0000000, 0xffffffff],
]

function isReserved(address: number): boolean {
  return RESERVED.some(([first, last]) => address >= first && address <= last)
}

function readJson(text: string, state: State): void {
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    // Cut off or nested beyond the parser's stack: nothing of it can be believed.
    reject(text, state)
    return
  }
  const pending: unknown[] = [root]
  while (pending.length > 0) {
    const value = pending.pop()
    if (typeof value === 'string') {
      if (value.length <= MAX_NETWORK_CHARS && /[.:]/.test(value)) take(value, state)
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) pending.push(inner)
    }
  }
}

function reject(line: string, state: State): void {
  state.rejected++
  if (state.samples.length < MAX_SAMPLES) state.samples.push(line.slice(0, SAMPLE_CHARS))
}

function prefixOf(text: string): number | null {
  return /^\d{1,3}$/.test(text) ? Number(text) : null
}

function words({ bytes }: ParsedIp): number[] {
  return [0, 1, 2, 3].map((i) => wordAt(bytes, i))
}

/** Ones behind the first `bits` of a word. */
function maskAfter(bits: number): number {
  return bits <= 0 ? 0xffffffff : bits >= 32 ? 0 : 0xffffffff >>> bits
}

function lastWord(word: number, bits: number): number {
  return (word | maskAfter(bits)) >>> 0
}
