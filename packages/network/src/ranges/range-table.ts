import type { ParsedIp } from '@riskguard/core/address'

/** Ranges of IPv4 addresses, ascending and disjoint; `values` by row, null for a set. */
export interface FourTable {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly values: Uint32Array | null
}

/** As for IPv4, but four big-endian words for each address. */
export interface SixTable {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly values: Uint32Array | null
}

/** What is stored in a file: no more than arrays of numbers. */
export interface RangeTable {
  readonly four: FourTable
  readonly six: SixTable
}

/** A table with a directory in front, to be asked millions of times a second. */
export interface RangeIndex {
  /** The value of the range that holds the address (1 in a set), or 0 when none does. */
  valueAt(ip: ParsedIp): number
  readonly fourRanges: number
  readonly sixRanges: number
  /** IPv4 addresses in all ranges. */
  readonly addresses: number
  /** Bytes held by the arrays. */
  readonly bytes: number
}

/** One entry for each value of an IPv4 address's upper half: the search begins within one of them. */
const DIRECTORY = 65_536

export function createRangeIndex({ four, six }: RangeTable): RangeIndex {
  const directory = directoryOf(four.starts)
  let addresses = 0
  for (let row = 0; row < four.starts.length; row++)
    addresses += (four.ends[row] as number) - (four.starts[row] as number) + 1

  function inFour(value: number): number {
    let low = directory[value >>> 16] as number
    let high = (directory[(value >>> 16) + 1] as number) - 1
    // Row `low - 1` starts below this directory entry and may reach into it.
    let found = low - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      if ((four.starts[middle] as number) <= value) {
        found = middle
        low = middle + 1
      } else high = middle - 1
    }
    if (found < 0 || (four.ends[found] as number) < value) return 0
    return four.values === null ? 1 : (four.values[found] as number)
  }

  function inSix(bytes: Uint8Array): number {
    let low = 0
    let high = six.starts.length / 4 - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      if (compareAt(bytes, six.starts, middle * 4) < 0) high = middle - 1
      else if (compareAt(bytes, six.ends, middle * 4) > 0) low = middle + 1
      else return six.values === null ? 1 : (six.values[middle] as number)
    }
    return 0
  }

  const arrays = [directory, four.starts, four.ends, four.values, six.starts, six.ends, six.values]
  return {
    valueAt: ({ version, bytes }) => (version === 4 ? inFour(wordAt(bytes, 0)) : inSix(bytes)),
    fourRanges: four.starts.length,
    sixRanges: six.starts.length / 4,
    addresses,
    bytes: arrays.reduce((sum, array) => sum + (array?.byteLength ?? 0), 0),
  }
}

/** Entry `h` is the first row whose start has an upper half of `h` or more. */
function directoryOf(starts: Uint32Array): Uint32Array {
  const directory = new Uint32Array(DIRECTORY + 1)
  let row = 0
  for (let half = 0; half <= DIRECTORY; half++) {
    while (row < starts.length && (starts[row] as number) >>> 16 < half) row++
    directory[half] = row
  }
  return directory
}

function compareAt(bytes: Uint8Array, words: Uint32Array, from: number): number {
  for (let i = 0; i < 4; i++) {
    const difference = wordAt(bytes, i) - (words[from + i] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** The `i`-th big-endian 32-bit word of an address. */
export function wordAt(bytes: Uint8Array, i: number): number {
  const at = i * 4
  return (
    (((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)) >>>
    0
  )
}
