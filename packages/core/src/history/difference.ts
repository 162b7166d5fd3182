import { FAILED, type Need } from '../facts/need.js'
import {
  DISTINCT_ENTRY_BYTES,
  DISTINCT_STAMP_MS,
  distinctStamp,
  findSlot,
  isKeptAt,
  leadingBits,
  MEMBER_CHARS,
  membersFor,
  readU16,
  slotLength,
} from '../store/index.js'
import { entryOf } from './entity.js'
import { type DistinctFeature, WINDOW_MS, type WindowName } from './feature.js'

/** Of two distinct sets of one entity, how many members stand in the first alone and how many in the second. */
export interface Difference {
  /** Members of the first that aren't in the second. Estimated when either set is sampled. */
  readonly only: number
  /** Members of the second. */
  readonly others: number
}

/**
 * Who is in `set` (seen within `window`) but not in `without` (seen within `withoutWindow`): people who failed and never
 * succeeded, say. Members are keyed hashes, and both sets sample by the same leading bits, so that the samples of two
 * full sets can still be compared.
 */
export function only(
  set: DistinctFeature,
  window: WindowName,
  without: DistinctFeature,
  withoutWindow: WindowName = window,
): Need<Difference> {
  const recordOf = entryOf[set.entity]
  return {
    name: `${set.name}.${window}.without.${without.name}.${withoutWindow}`,
    source: 'history',
    features: [set, without],
    optional: false,
    read(event) {
      const record = recordOf(event.records)
      if (record === undefined) return undefined
      if (record.state === 'failed') return FAILED
      if (record.bytes === null) return NOTHING
      return difference(
        sampleOf(record.bytes, set.slot, WINDOW_MS[window]),
        sampleOf(record.bytes, without.slot, WINDOW_MS[withoutWindow]),
        record.bytes,
        event.nowMs,
      )
    },
  }
}

const NOTHING: Difference = Object.freeze({ only: 0, others: 0 })

/** Where the entries of a distinct set stand in a record. */
interface Sample {
  readonly level: number
  readonly start: number
  readonly end: number
  /** Stamps older than this many steps are out of the window. */
  readonly maxAge: number
}

const EMPTY: Sample = Object.freeze({ level: 0, start: 0, end: 0, maxAge: 0 })

function sampleOf(bytes: Uint8Array, slot: number, windowMs: number): Sample {
  const at = findSlot(bytes, slot)
  const length = at < 0 ? 0 : slotLength(bytes, at)
  if (length < 1 || (length - 1) % DISTINCT_ENTRY_BYTES !== 0) return EMPTY
  return {
    level: bytes[at] as number,
    start: at + 1,
    end: at + length,
    maxAge: Math.ceil(windowMs / DISTINCT_STAMP_MS),
  }
}

function difference(first: Sample, second: Sample, bytes: Uint8Array, nowMs: number): Difference {
  const now = distinctStamp(nowMs)
  const asks = first.end > first.start
  if (asks) table.fill(0)
  let others = 0
  for (let entry = second.start; entry < second.end; entry += DISTINCT_ENTRY_BYTES) {
    if (!isLive(bytes, entry, now, second.maxAge)) continue
    others++
    if (asks && others < TABLE_SIZE) put(bytes, entry)
  }
  const level = Math.max(first.level, second.level)
  let alone = 0
  for (let entry = first.start; entry < first.end; entry += DISTINCT_ENTRY_BYTES) {
    // Sampled at the coarser of the two levels, or a member that the other set left out would count as alone.
    if (isKeptAt(level, bytes, entry) && isLive(bytes, entry, now, first.maxAge) && !isThere(bytes, entry)) alone++
  }
  return { only: alone * membersFor(level), others: others * membersFor(second.level) }
}

function isLive(bytes: Uint8Array, entry: number, now: number, maxAge: number): boolean {
  const age = (now - readU16(bytes, entry + MEMBER_CHARS)) & 0xffff
  return age <= maxAge || age >= 0x8000
}

/** Twice as many places as a set may have members, so that chains stay short. */
const TABLE_SIZE = 256
/** Where the second set's members stand, by their leading bits. One for all: a reading is synchronous and never nests. */
const table = new Uint16Array(TABLE_SIZE)

function put(bytes: Uint8Array, entry: number): void {
  let at = leadingBits(bytes, entry) % TABLE_SIZE
  while (table[at] !== 0) at = (at + 1) % TABLE_SIZE
  table[at] = entry
}

function isThere(bytes: Uint8Array, entry: number): boolean {
  for (let at = leadingBits(bytes, entry) % TABLE_SIZE; table[at] !== 0; at = (at + 1) % TABLE_SIZE) {
    if (isSame(bytes, entry, table[at] as number)) return true
  }
  return false
}

function isSame(bytes: Uint8Array, one: number, other: number): boolean {
  for (let i = 0; i < MEMBER_CHARS; i++) if (bytes[one + i] !== bytes[other + i]) return false
  return true
}
