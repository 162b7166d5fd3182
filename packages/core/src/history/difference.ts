import { FAILED, type Need } from '../facts/need.js'
import {
  DISTINCT_ENTRY_BYTES,
  DISTINCT_MAX_LEVEL,
  DISTINCT_STAMP_MS,
  distinctStamp,
  findSlot,
  MEMBER_CHARS,
  readU16,
  slotLength,
} from '../store/index.js'
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
  return {
    name: `${set.name}.${window}.without.${without.name}.${withoutWindow}`,
    source: 'history',
    features: [set, without],
    optional: false,
    read(event) {
      const record = event.records[set.entity]
      if (record === undefined) return undefined
      if (record.state === 'failed') return FAILED
      if (record.bytes === null) return NOTHING
      const first = readSample(record.bytes, set.slot, WINDOW_MS[window], event.nowMs)
      const second = readSample(record.bytes, without.slot, WINDOW_MS[withoutWindow], event.nowMs)
      const level = Math.max(first.level, second.level)
      const known = new Set(second.members)
      const alone = first.members.filter((member) => isKept(member, level) && !known.has(member)).length
      return { only: alone * 2 ** level, others: second.members.length * 2 ** second.level }
    },
  }
}

const NOTHING: Difference = Object.freeze({ only: 0, others: 0 })

function readSample(
  bytes: Uint8Array,
  slot: number,
  windowMs: number,
  nowMs: number,
): { level: number; members: string[] } {
  const at = findSlot(bytes, slot)
  const length = at < 0 ? 0 : slotLength(bytes, at)
  if (length < 1 || (length - 1) % DISTINCT_ENTRY_BYTES !== 0) return { level: 0, members: [] }
  const now = distinctStamp(nowMs)
  const maxAge = Math.ceil(windowMs / DISTINCT_STAMP_MS)
  const members: string[] = []
  for (let entry = at + 1; entry < at + length; entry += DISTINCT_ENTRY_BYTES) {
    const age = (now - readU16(bytes, entry + MEMBER_CHARS)) & 0xffff
    if (age <= maxAge || age >= 0x8000)
      members.push(String.fromCharCode(...bytes.subarray(entry, entry + MEMBER_CHARS)))
  }
  return { level: bytes[at] as number, members }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Whether a set sampled at `level` keeps the member: its 18 leading bits are below 2^(18 − level). */
function isKept(member: string, level: number): boolean {
  const bits = [0, 1, 2].reduce((sum, i) => sum * 64 + ALPHABET.indexOf(member[i] as string), 0)
  return bits < 2 ** (DISTINCT_MAX_LEVEL - level)
}
