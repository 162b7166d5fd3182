/**
 * Where records with a live block stand, so that a flood of fresh identities can't push them out: a bounded share of the
 * bytes, first in, first out. A record leaves when its counts have rolled below the threshold, when it expires, or, when the
 * share is full, as the oldest; it then becomes an ordinary record that was used often.
 */
import { type Heap, isPast, makeIndexRoom, releaseSegment, takeCell } from './heap.js'
import { insertCell, moveCell, removeCell } from './key-index.js'
import {
  addSegment,
  countLive,
  dropSegment,
  FIRST_UNIT,
  LIVE,
  MAX_USES,
  RESERVE,
  refOf,
  SEGMENT_UNITS,
  segmentOf,
  takeRest,
  UNITS_MASK,
  USES_SHIFT,
  wordOf,
} from './segments.js'

/** A segment of the reserve is packed and used again when this much of it is free: a quarter. */
const WORTH_UNITS = SEGMENT_UNITS / 4

export interface Reserve {
  readonly heap: Heap
  readonly maxSegments: number
  /** Oldest first; the last is the one that cells are taken from. */
  readonly segments: number[]
  held: number
  /** Records that lost their place to younger ones. */
  displaced: number
  /** When blocks end is measured against this, deciseconds modulo 2^32 as of this call: a replay's time, else the clock's. */
  nowDs: number
}

export function createReserve(heap: Heap, maxSegments: number): Reserve {
  return { heap, maxSegments, segments: [], held: 0, displaced: 0, nowDs: 0 }
}

/** A cell in the reserve, or 0 where there is none. It isn't live yet. */
export function takeHeldCell(reserve: Reserve, units: number): number {
  const current = reserve.segments.at(-1)
  const ref = current === undefined ? 0 : takeRest(reserve.heap.segments, current, units)
  if (ref !== 0 || !openSegment(reserve)) return ref
  return takeRest(reserve.heap.segments, reserve.segments.at(-1)!, units)
}

/** Frees a cell of the reserve that the index doesn't name (any more). */
export function freeHeldCell(reserve: Reserve, ref: number): void {
  const { segments } = reserve.heap
  const words = segments.words[segmentOf(ref)]!
  const units = words[wordOf(ref)]! & UNITS_MASK
  words[wordOf(ref)] = units
  countLive(segments, segmentOf(ref), -units)
  reserve.held--
}

/** Lets go what has expired in one segment of the reserve and what is no longer a live block; an empty one is given back. */
export function relieve(reserve: Reserve, segment: number): void {
  leave(reserve, segment, 'ended')
  if (reserve.heap.segments.live[segment] !== 0 || segment === reserve.segments.at(-1)) return
  dropSegment(reserve.heap.segments, segment)
  reserve.segments.splice(reserve.segments.indexOf(segment), 1)
}

function openSegment(reserve: Reserve): boolean {
  const { heap, maxSegments } = reserve
  const { live } = heap.segments
  const roomy = reserve.segments.find((segment) => live[segment]! <= SEGMENT_UNITS - WORTH_UNITS)
  if (roomy !== undefined) return reuse(reserve, roomy)
  if (reserve.segments.length < maxSegments) {
    let added = addSegment(heap.segments, RESERVE)
    while (added < 0) {
      releaseSegment(heap)
      added = addSegment(heap.segments, RESERVE)
    }
    reserve.segments.push(added)
    return true
  }
  const oldest = reserve.segments[0]
  if (oldest === undefined) return false
  leave(reserve, oldest, 'all')
  return reuse(reserve, oldest)
}

/** Makes a segment the one that cells are taken from. */
function reuse(reserve: Reserve, segment: number): boolean {
  reserve.segments.splice(reserve.segments.indexOf(segment), 1)
  reserve.segments.push(segment)
  pack(reserve, segment)
  return true
}

/** Records leave a segment: those whose time or block has ended, or all. */
function leave(reserve: Reserve, segment: number, who: 'ended' | 'all'): void {
  const { segments } = reserve.heap
  const words = segments.words[segment]!
  const end = segments.top[segment]! << 2
  for (let word = FIRST_UNIT << 2; word < end; word += (words[word]! & UNITS_MASK) << 2) {
    if ((words[word]! & LIVE) === 0) continue
    const ref = refOf(segment, word >>> 2)
    const untilDs = words[word + ((words[word]! & UNITS_MASK) << 2) - 1]!
    if (isPast(words[word + 3]!, reserve.heap.nowDs)) expire(reserve, ref)
    else if (isPast(untilDs, reserve.nowDs)) demote(reserve, ref)
    else if (who === 'all') {
      demote(reserve, ref)
      reserve.displaced++
    }
  }
}

function pack(reserve: Reserve, segment: number): void {
  const { segments, index } = reserve.heap
  const words = segments.words[segment]!
  const end = segments.top[segment]!
  let to = FIRST_UNIT
  for (let unit = FIRST_UNIT; unit < end; ) {
    const units = words[unit << 2]! & UNITS_MASK
    if ((words[unit << 2]! & LIVE) !== 0) {
      if (to !== unit) {
        words.copyWithin(to << 2, unit << 2, (unit + units) << 2)
        moveCell(index, words[(to << 2) + 1]!, refOf(segment, unit), refOf(segment, to))
      }
      to += units
    }
    unit += units
  }
  segments.top[segment] = to
}

function expire(reserve: Reserve, ref: number): void {
  const { index, segments } = reserve.heap
  removeCell(index, segments.words[segmentOf(ref)]![wordOf(ref) + 1]!, ref)
  freeHeldCell(reserve, ref)
  reserve.heap.expired++
}

/** Makes a held record an ordinary one, as if touched often. */
function demote(reserve: Reserve, ref: number): void {
  const { heap } = reserve
  const { segments, index } = heap
  const from = segments.words[segmentOf(ref)]!
  const start = wordOf(ref)
  const low = from[start + 1]!
  const high = from[start + 2]!
  const units = from[start]! & UNITS_MASK
  removeCell(index, low, ref)
  freeHeldCell(reserve, ref)
  makeIndexRoom(heap, low)
  const cell = takeCell(heap, units)
  const words = segments.words[segmentOf(cell)]!
  const word = wordOf(cell)
  words[word] = units | LIVE | (MAX_USES << USES_SHIFT)
  for (let i = 1; i < units << 2; i++) words[word + i] = from[start + i]!
  countLive(segments, segmentOf(cell), units)
  insertCell(index, low, high, cell)
}
