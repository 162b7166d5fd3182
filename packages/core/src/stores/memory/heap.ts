/**
 * Where ordinary records live. Freed cells of one size are used again; segments with much waste are packed; and when the
 * budget is spent, a hand goes round the segments (generalised CLOCK): it drops what was not touched since it last passed
 * and takes one use from the rest. So fresh identities go first, and records touched often outlive several floods.
 */
import { growTable, growthBytes, type KeyIndex, moveCell, removeCell } from './key-index.js'
import {
  addSegment,
  countLive,
  dropSegment,
  FIRST_UNIT,
  GENERAL,
  LIVE,
  refOf,
  SEGMENT_UNITS,
  type Segments,
  segmentOf,
  takeRest,
  UNITS_MASK,
  USES_MASK,
  USES_SHIFT,
  wordOf,
} from './segments.js'

/** A segment is packed, or a sweep ends, where at least this much of a segment is or becomes free: a quarter. */
const WORTH_UNITS = SEGMENT_UNITS / 4
/** Packing starts when this part of the general segments is waste. */
const WASTE = 1 / 8
/** The hand passes this many segments per sweep, each time dropping records with one use more: a bounded pause. */
const SWEEP_SEGMENTS = 4
/** Larger than any cell: a record of 8,192 bytes, its header and its held time. */
const SIZES = 520

export interface Heap {
  readonly segments: Segments
  readonly index: KeyIndex
  /** First free cell of each size in units. */
  readonly free: Uint32Array
  /** The segment that cells are being taken from. */
  current: number
  hand: number
  evicted: number
  expired: number
  /** Store's clock in deciseconds modulo 2^32, as of this call. */
  nowDs: number
}

export const HEAP_BYTES = SIZES * 4

export function createHeap(segments: Segments, index: KeyIndex): Heap {
  const current = addSegment(segments, GENERAL)
  return { segments, index, free: new Uint32Array(SIZES), current, hand: -1, evicted: 0, expired: 0, nowDs: 0 }
}

/** Whether a time (deciseconds modulo 2^32) has come; right for times within 6 years of now. */
export function isPast(timeDs: number, nowDs: number): boolean {
  return ((timeDs - nowDs) | 0) <= 0
}

/** A cell that needs no segment to be opened, or 0. It isn't live yet. */
export function takeReadyCell(heap: Heap, units: number): number {
  const ref = heap.free[units]!
  if (ref !== 0) {
    unlink(heap, ref, units)
    return ref
  }
  return takeRest(heap.segments, heap.current, units)
}

/** A cell of this size, at the cost of other records if need be. Any reference held before may have moved or gone. */
export function takeCell(heap: Heap, units: number): number {
  let ref = takeReadyCell(heap, units)
  while (ref === 0) {
    openSegment(heap)
    ref = takeReadyCell(heap, units)
  }
  return ref
}

/** Makes room for one more entry in the entity's index table. */
export function makeIndexRoom(heap: Heap, low: number): void {
  while (growthBytes(heap.index, low) > 0 && !growTable(heap.index, low, heap.segments.budget)) releaseSegment(heap)
}

/** Ends a live cell: its entity is forgotten, its units can be used again. */
export function endCell(heap: Heap, ref: number): void {
  const words = heap.segments.words[segmentOf(ref)]!
  const word = wordOf(ref)
  removeCell(heap.index, words[word + 1]!, ref)
  freeCell(heap, ref)
}

/** Frees a general cell that the index doesn't name (any more). */
export function freeCell(heap: Heap, ref: number): void {
  const words = heap.segments.words[segmentOf(ref)]!
  const word = wordOf(ref)
  const units = words[word]! & UNITS_MASK
  countLive(heap.segments, segmentOf(ref), -units)
  const next = heap.free[units]!
  words[word] = units
  words[word + 1] = next
  words[word + 2] = 0
  if (next !== 0) heap.segments.words[segmentOf(next)]![wordOf(next) + 2] = ref
  heap.free[units] = ref
}

/** Ends the expired cells of one segment. */
export function endExpired(heap: Heap, segment: number): void {
  const words = heap.segments.words[segment]!
  const end = heap.segments.top[segment]! << 2
  for (let word = FIRST_UNIT << 2; word < end; word += (words[word]! & UNITS_MASK) << 2) {
    if ((words[word]! & LIVE) === 0 || !isPast(words[word + 3]!, heap.nowDs)) continue
    endCell(heap, refOf(segment, word >>> 2))
    heap.expired++
  }
}

/** Gives one general segment with all its records back to the budget, the next under the hand. */
export function releaseSegment(heap: Heap): void {
  const segment = nextSegment(heap)
  pack(heap, segment, Number.POSITIVE_INFINITY)
  dropSegment(heap.segments, segment)
  if (segment === heap.current) heap.current = nextSegment(heap)
}

function openSegment(heap: Heap): void {
  const { segments } = heap
  const capacity = segments.count[GENERAL] * SEGMENT_UNITS
  if (segments.liveUnits[GENERAL] < capacity * (1 - WASTE)) {
    const wasteful = mostWasteful(heap)
    if (wasteful >= 0) {
      pack(heap, wasteful, -1)
      heap.current = wasteful
      return
    }
  }
  const added = addSegment(segments, GENERAL)
  heap.current = added >= 0 ? added : sweep(heap)
}

function mostWasteful(heap: Heap): number {
  const { live, use, words } = heap.segments
  let found = -1
  let least = SEGMENT_UNITS - WORTH_UNITS
  for (let segment = 0; segment < words.length; segment++) {
    if (use[segment] !== GENERAL || live[segment]! > least || segment === heap.current) continue
    found = segment
    least = live[segment]! - 1
  }
  return found
}

function sweep(heap: Heap): number {
  for (let uses = 0; ; uses++) {
    const segment = nextSegment(heap)
    pack(heap, segment, uses)
    if (SEGMENT_UNITS - heap.segments.top[segment]! >= WORTH_UNITS || uses === SWEEP_SEGMENTS) return segment
  }
}

/** Moves the hand to the next general segment, past the current one unless it is the only one. */
function nextSegment(heap: Heap): number {
  const { use, words, count } = heap.segments
  do heap.hand = (heap.hand + 1) % words.length
  while (use[heap.hand] !== GENERAL || (heap.hand === heap.current && count[GENERAL] > 1))
  return heap.hand
}

/** Slides what stays to the segment's start. Records with at most `dropUses` uses go; -1 drops only what has expired. */
function pack(heap: Heap, segment: number, dropUses: number): void {
  const { index, segments, nowDs } = heap
  const words = segments.words[segment]!
  const end = segments.top[segment]!
  let to = FIRST_UNIT
  for (let unit = FIRST_UNIT; unit < end; ) {
    const word = unit << 2
    const head = words[word]!
    const units = head & UNITS_MASK
    const ref = refOf(segment, unit)
    if ((head & LIVE) === 0) unlink(heap, ref, units)
    else if (isPast(words[word + 3]!, nowDs) || (head & USES_MASK) >>> USES_SHIFT <= dropUses) {
      if (isPast(words[word + 3]!, nowDs)) heap.expired++
      else heap.evicted++
      removeCell(index, words[word + 1]!, ref)
      countLive(segments, segment, -units)
    } else {
      if (dropUses >= 0 && (head & USES_MASK) !== 0) words[word] = head - (1 << USES_SHIFT)
      if (to !== unit) {
        words.copyWithin(to << 2, word, (unit + units) << 2)
        moveCell(index, words[(to << 2) + 1]!, ref, refOf(segment, to))
      }
      to += units
    }
    unit += units
  }
  segments.top[segment] = to
}

function unlink(heap: Heap, ref: number, units: number): void {
  const words = heap.segments.words[segmentOf(ref)]!
  const next = words[wordOf(ref) + 1]!
  const previous = words[wordOf(ref) + 2]!
  if (previous === 0) heap.free[units] = next
  else heap.segments.words[segmentOf(previous)]![wordOf(previous) + 1] = next
  if (next !== 0) heap.segments.words[segmentOf(next)]![wordOf(next) + 2] = previous
}
