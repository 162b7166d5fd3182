import { endianness } from 'node:os'
import { RiskError } from '@riskguard/core/address'
import type { RangeTable } from './range-table.js'

/**
 * A compiled table: eight 32-bit numbers (mark, layout, rows of IPv4, rows of IPv6, 1 when it has values, names, bytes of
 * names, zero), then the arrays as they lie in memory, then the names. It loads at the speed of the disk.
 */
const MARK = 0x52475254
const LAYOUT = 1
const HEAD_WORDS = 8

/** Names by number, ascending: operators by their ASN. */
export interface Names {
  readonly ids: Uint32Array
  /** `ids.length + 1` offsets into `text`. */
  readonly offsets: Uint32Array
  /** UTF-8. */
  readonly text: Buffer
}

export interface CompiledTable {
  readonly table: RangeTable
  readonly names: Names | null
}

/** Whether a file's first bytes are those of a compiled table. */
export function isCompiled(bytes: Buffer): boolean {
  return bytes.length >= HEAD_WORDS * 4 && bytes.readUInt32LE(0) === MARK
}

export function encodeTable({ table: { four, six }, names }: CompiledTable): Buffer {
  refuseBigEndian()
  const mapped = four.values !== null
  const head = Uint32Array.of(
    MARK,
    LAYOUT,
    four.starts.length,
    six.starts.length / 4,
    mapped ? 1 : 0,
    names?.ids.length ?? 0,
    names?.text.length ?? 0,
    0,
  )
  const arrays = [head, four.starts, four.ends, four.values, six.starts, six.ends, six.values]
  if (names !== null) arrays.push(names.ids, names.offsets)
  const parts = arrays.flatMap((array) =>
    array === null ? [] : [Buffer.from(array.buffer, array.byteOffset, array.byteLength)],
  )
  return Buffer.concat(names === null ? parts : [...parts, names.text])
}

/** @throws RiskError `RG_NETWORK_DATA` for a file that is no compiled table, of another layout, or not whole */
export function decodeTable(bytes: Buffer, file: string): CompiledTable {
  refuseBigEndian()
  if (!isCompiled(bytes) || bytes.readUInt32LE(4) !== LAYOUT) throw damaged(file, 'is no table of this release')
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer)
  const words = (from: number, count: number) => new Uint32Array(aligned.buffer, aligned.byteOffset + from * 4, count)
  const [, , four = 0, six = 0, mapped = 0, named = 0, textBytes = 0] = words(0, HEAD_WORDS)
  const lengths = [four, four, four * mapped, six * 4, six * 4, six * mapped, named, named === 0 ? 0 : named + 1]
  const total = HEAD_WORDS + lengths.reduce((sum, length) => sum + length, 0)
  if (mapped > 1 || total * 4 + textBytes !== bytes.length) throw damaged(file, 'is not whole')
  let at = HEAD_WORDS
  const arrays = lengths.map((length) => {
    const array = words(at, length)
    at += length
    return array
  })
  const [starts, ends, values, sixStarts, sixEnds, sixValues, ids, offsets] = arrays as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  return {
    table: {
      four: { starts, ends, values: mapped === 1 ? values : null },
      six: { starts: sixStarts, ends: sixEnds, values: mapped === 1 ? sixValues : null },
    },
    names: named === 0 ? null : { ids, offsets, text: aligned.subarray(total * 4) },
  }
}

/** The name of a number, or null. */
export function nameOf({ ids, offsets, text }: Names, id: number): string | null {
  let low = 0
  let high = ids.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = ids[middle] as number
    if (found === id) return text.toString('utf8', offsets[middle], offsets[middle + 1])
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return null
}

/** Names by number as arrays. */
export function packNames(names: ReadonlyMap<number, string>): Names {
  const rows = [...names].sort(([a], [b]) => a - b)
  const texts = rows.map(([, name]) => Buffer.from(name, 'utf8'))
  const offsets = new Uint32Array(rows.length + 1)
  texts.forEach((text, row) => {
    offsets[row + 1] = (offsets[row] as number) + text.length
  })
  return { ids: Uint32Array.from(rows, ([id]) => id), offsets, text: Buffer.concat(texts) }
}

function damaged(file: string, what: string): RiskError {
  return new RiskError('RG_NETWORK_DATA', `${file} ${what}. Compile it again: riskguard feeds compile.`)
}

/** The arrays lie in the file as in the memory of every machine that Node is common on. */
function refuseBigEndian(): void {
  if (endianness() !== 'LE') throw new RiskError('RG_NETWORK_DATA', 'Compiled tables need a little-endian machine.')
}
