/**
 * From an entity's hash to its cell: 256 open-addressing tables, each doubled on its own, so that no single touch pays for
 * moving all of them. An entry is the cell's reference with the hash's leading bits in the bits that references leave free,
 * which spares most looks at foreign cells.
 */
import { type Budget, SEGMENT_UNITS, type Segments, segmentOf, takeBytes, wordOf } from './segments.js'

const TABLES = 256
const TABLE_BITS = 8
const FIRST_ENTRIES = 16
const MAX_LOAD = 0.7
/** A typed array's own objects (rounded up). */
const TABLE_OVERHEAD_BYTES = 256

export interface KeyIndex {
  readonly segments: Segments
  readonly tables: Uint32Array[]
  readonly counts: Uint32Array
  readonly refMask: number
  entities: number
}

export function createKeyIndex(segments: Segments): KeyIndex {
  const references = Math.floor(segments.budget.max / (SEGMENT_UNITS * 16)) * SEGMENT_UNITS
  takeBytes(segments.budget, firstIndexBytes())
  return {
    segments,
    tables: Array.from({ length: TABLES }, () => new Uint32Array(FIRST_ENTRIES)),
    counts: new Uint32Array(TABLES),
    refMask: 2 ** Math.ceil(Math.log2(references)) - 1,
    entities: 0,
  }
}

function firstIndexBytes(): number {
  return TABLES * (FIRST_ENTRIES * 4 + TABLE_OVERHEAD_BYTES + 4)
}

/** The entity's cell, or 0. */
export function findCell(index: KeyIndex, low: number, high: number): number {
  const { refMask, segments } = index
  const table = index.tables[low & (TABLES - 1)]!
  const mask = table.length - 1
  const tag = high & ~refMask
  for (let at = (low >>> TABLE_BITS) & mask; ; at = (at + 1) & mask) {
    const entry = table[at]!
    if (entry === 0) return 0
    if ((entry & ~refMask) !== tag) continue
    const ref = entry & refMask
    const words = segments.words[segmentOf(ref)]!
    const word = wordOf(ref)
    if (words[word + 1] === low && words[word + 2] === high) return ref
  }
}

/** Bytes that the entity's table must grow by before {@link insertCell}; 0 = none. */
export function growthBytes(index: KeyIndex, low: number): number {
  const table = low & (TABLES - 1)
  const entries = index.tables[table]!.length
  return index.counts[table]! + 1 > entries * MAX_LOAD ? entries * 8 : 0
}

/** Doubles the entity's table; false when the budget has no room for the old and the new one together. */
export function growTable(index: KeyIndex, low: number, budget: Budget): boolean {
  const number = low & (TABLES - 1)
  const old = index.tables[number]!
  if (!takeBytes(budget, old.length * 8)) return false
  const table = new Uint32Array(old.length * 2)
  const mask = table.length - 1
  for (const entry of old) {
    if (entry === 0) continue
    let at = home(index, entry) & mask
    while (table[at] !== 0) at = (at + 1) & mask
    table[at] = entry
  }
  index.tables[number] = table
  budget.used -= old.length * 4
  return true
}

/** Enters a cell that isn't there; the table must have room. */
export function insertCell(index: KeyIndex, low: number, high: number, ref: number): void {
  const number = low & (TABLES - 1)
  const table = index.tables[number]!
  const mask = table.length - 1
  let at = (low >>> TABLE_BITS) & mask
  while (table[at] !== 0) at = (at + 1) & mask
  table[at] = (high & ~index.refMask) | ref
  index.counts[number]!++
  index.entities++
}

/** The entity's cell has moved. */
export function moveCell(index: KeyIndex, low: number, from: number, to: number): void {
  const table = index.tables[low & (TABLES - 1)]!
  const at = placeOf(index, table, low, from)
  table[at] = (table[at]! & ~index.refMask) | to
}

/** Removes a cell whose words are still in place. */
export function removeCell(index: KeyIndex, low: number, ref: number): void {
  const number = low & (TABLES - 1)
  const table = index.tables[number]!
  const mask = table.length - 1
  let hole = placeOf(index, table, low, ref)
  // Entries behind the hole that it would cut off from their home move into it.
  for (let at = (hole + 1) & mask; table[at] !== 0; at = (at + 1) & mask) {
    const distance = (at - home(index, table[at]!)) & mask
    if (distance < ((at - hole) & mask)) continue
    table[hole] = table[at]!
    hole = at
  }
  table[hole] = 0
  index.counts[number]!--
  index.entities--
}

function placeOf(index: KeyIndex, table: Uint32Array, low: number, ref: number): number {
  const mask = table.length - 1
  let at = (low >>> TABLE_BITS) & mask
  while ((table[at]! & index.refMask) !== ref) at = (at + 1) & mask
  return at
}

function home(index: KeyIndex, entry: number): number {
  const ref = entry & index.refMask
  return index.segments.words[segmentOf(ref)]![wordOf(ref) + 1]! >>> TABLE_BITS
}
