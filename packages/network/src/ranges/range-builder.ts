import type { RangeTable, SixTable } from './range-table.js'

/** More ranges than this in one table are refused: 2^21, so that a start and a row number fit one double. */
export const MAX_RANGES = 2_097_152

const ROWS = 2 ** 21
const LAST_FOUR = 0xffffffff

/** Collects ranges in any order, with a value each, and makes a table of them. */
export interface RangeBuilder {
  /** First and last address as unsigned 32-bit numbers. */
  addFour(first: number, last: number, value: number): void
  /** First and last address as four big-endian 32-bit words each. */
  addSix(first: readonly number[], last: readonly number[], value: number): void
  readonly size: number
  /** Neighbours of the same value merge; of two that overlap, the one that starts later wins from there on. */
  build(): RangeTable
}

/** @param shape `set` keeps no values: a table of members */
export function createRangeBuilder(shape: 'set' | 'map'): RangeBuilder {
  const firsts: number[] = []
  const lasts: number[] = []
  const values: number[] = []
  const sixes: { readonly first: readonly number[]; last: readonly number[]; readonly value: number }[] = []
  const size = () => firsts.length + sixes.length
  return {
    addFour(first, last, value) {
      if (last < first || size() >= MAX_RANGES) return
      firsts.push(first)
      lasts.push(last)
      values.push(value)
    },
    addSix(first, last, value) {
      if (compareWords(last, first) < 0 || size() >= MAX_RANGES) return
      sixes.push({ first, last, value })
    },
    get size() {
      return size()
    },
    build: () => ({
      four: buildFour({ firsts, lasts, values }, shape),
      six: buildSix(sixes, shape),
    }),
  }
}

function buildFour(
  { firsts, lasts, values }: { readonly firsts: number[]; readonly lasts: number[]; readonly values: number[] },
  shape: 'set' | 'map',
): RangeTable['four'] {
  // Sorting doubles is native; a comparator over 400,000 objects is not.
  const order = Float64Array.from(firsts, (first, row) => first * ROWS + row).sort()
  const starts = new Uint32Array(order.length)
  const ends = new Uint32Array(order.length)
  const kept = new Uint32Array(order.length)
  let count = 0
  for (const key of order) {
    const row = key % ROWS
    const first = firsts[row] as number
    const last = lasts[row] as number
    const value = values[row] as number
    const end = count === 0 ? -1 : (ends[count - 1] as number)
    if (count > 0 && first <= end + 1 && kept[count - 1] === value) {
      if (last > end) ends[count - 1] = last
      continue
    }
    if (count > 0 && first <= end) {
      if (first === starts[count - 1]) count--
      else ends[count - 1] = first - 1
    }
    starts[count] = first
    ends[count] = last
    kept[count] = value
    count++
  }
  return {
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    values: shape === 'set' ? null : kept.slice(0, count),
  }
}

function buildSix(
  ranges: { readonly first: readonly number[]; last: readonly number[]; readonly value: number }[],
  shape: 'set' | 'map',
): SixTable {
  const merged: { first: readonly number[]; last: readonly number[]; value: number }[] = []
  for (const { first, last, value } of ranges.sort((a, b) => compareWords(a.first, b.first))) {
    const before = merged.at(-1)
    if (before !== undefined && before.value === value && compareWords(first, next(before.last)) <= 0) {
      if (compareWords(last, before.last) > 0) before.last = last
      continue
    }
    if (before !== undefined && compareWords(first, before.last) <= 0) {
      if (compareWords(first, before.first) === 0) merged.pop()
      else before.last = previous(first)
    }
    merged.push({ first, last, value })
  }
  const starts = new Uint32Array(merged.length * 4)
  const ends = new Uint32Array(merged.length * 4)
  merged.forEach(({ first, last }, row) => {
    starts.set(first, row * 4)
    ends.set(last, row * 4)
  })
  return { starts, ends, values: shape === 'set' ? null : Uint32Array.from(merged, ({ value }) => value) }
}

export function compareWords(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < 4; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The address after this one; the very last stays, which merges all the same. */
function next(words: readonly number[]): number[] {
  return step(words, LAST_FOUR, 0, 1)
}

function previous(words: readonly number[]): number[] {
  return step(words, 0, LAST_FOUR, -1)
}

function step(words: readonly number[], edge: number, wrapped: number, by: 1 | -1): number[] {
  const moved = [...words]
  for (let i = 3; i >= 0; i--) {
    if (moved[i] !== edge) {
      moved[i] = (moved[i] as number) + by
      return moved
    }
    moved[i] = wrapped
  }
  return [...words]
}
