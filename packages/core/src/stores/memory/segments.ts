/**
 * The bytes that records live in: segments of 64 KiB, taken one by one as they are needed, cut into cells of 16-byte units.
 *
 * A cell begins with four words: units, marks and uses; the entity's 64-bit hash; the time it expires. The record follows.
 * A held cell's last word is the time until which its block is live. A free cell keeps its list neighbours where the hash was.
 */

export const SEGMENT_BYTES = 65_536
export const UNIT_BYTES = 16
export const SEGMENT_UNITS = SEGMENT_BYTES / UNIT_BYTES
/** Unit 0 stays empty, so that no reference is 0. */
export const FIRST_UNIT = 1
export const CELL_HEADER_BYTES = 16
export const CELL_HEADER_WORDS = 4
export const UNITS_MASK = 0xfff
/** Times that a record was touched since the sweep last passed, 0–3. */
export const USES_SHIFT = 12
export const USES_MASK = 0x3000
export const MAX_USES = 3
export const LIVE = 0x4000
/** The record's block is live: the cell stands in the reserve. */
export const HELD = 0x8000

/** What a segment costs beyond its bytes: a buffer, two views and their places in the tables (rounded up). */
const SEGMENT_OVERHEAD_BYTES = 512

export type SegmentUse = typeof UNUSED | typeof GENERAL | typeof RESERVE
export const UNUSED = 0
export const GENERAL = 1
export const RESERVE = 2

/** Bytes of everything that the store keeps; `used` never passes `max`. */
export interface Budget {
  readonly max: number
  used: number
}

export function takeBytes(budget: Budget, bytes: number): boolean {
  if (budget.used + bytes > budget.max) return false
  budget.used += bytes
  return true
}

export interface Segments {
  readonly budget: Budget
  readonly words: Uint32Array[]
  readonly bytes: Uint8Array[]
  readonly use: Uint8Array
  /** Units handed out so far, per segment; the rest is untouched. */
  readonly top: Uint16Array
  /** Units of live cells, per segment. */
  readonly live: Uint16Array
  /** How many segments serve each {@link SegmentUse}, and their live units. */
  readonly count: [number, number, number]
  readonly liveUnits: [number, number, number]
  readonly spare: number[]
}

const NO_WORDS = new Uint32Array(0)
const NO_BYTES = new Uint8Array(0)

export function createSegments(budget: Budget): Segments {
  const limit = Math.floor(budget.max / SEGMENT_BYTES)
  return {
    budget,
    words: [],
    bytes: [],
    use: new Uint8Array(limit),
    top: new Uint16Array(limit),
    live: new Uint16Array(limit),
    count: [0, 0, 0],
    liveUnits: [0, 0, 0],
    spare: [],
  }
}

/** Bytes of the tables that `createSegments` makes. */
export function segmentTableBytes(maxBytes: number): number {
  return Math.floor(maxBytes / SEGMENT_BYTES) * 5
}

/** A new segment's number, or -1 when the budget has no room for one. */
export function addSegment(segments: Segments, use: SegmentUse): number {
  if (!takeBytes(segments.budget, SEGMENT_BYTES + SEGMENT_OVERHEAD_BYTES)) return -1
  const segment = segments.spare.pop() ?? segments.words.length
  const buffer = new ArrayBuffer(SEGMENT_BYTES)
  segments.words[segment] = new Uint32Array(buffer)
  segments.bytes[segment] = new Uint8Array(buffer)
  segments.use[segment] = use
  segments.top[segment] = FIRST_UNIT
  segments.live[segment] = 0
  segments.count[use]++
  return segment
}

/** Gives an empty segment's bytes back. */
export function dropSegment(segments: Segments, segment: number): void {
  segments.count[segments.use[segment] as SegmentUse]--
  segments.use[segment] = UNUSED
  segments.words[segment] = NO_WORDS
  segments.bytes[segment] = NO_BYTES
  segments.spare.push(segment)
  segments.budget.used -= SEGMENT_BYTES + SEGMENT_OVERHEAD_BYTES
}

/** Takes `units` from the untouched rest of a segment; the reference of the new cell, or 0. The cell isn't live yet. */
export function takeRest(segments: Segments, segment: number, units: number): number {
  const top = segments.top[segment]!
  if (top + units > SEGMENT_UNITS) return 0
  segments.top[segment] = top + units
  segments.words[segment]![top << 2] = units
  return refOf(segment, top)
}

/** Counts the cell's units as live or no longer so. */
export function countLive(segments: Segments, segment: number, units: number): void {
  segments.live[segment]! += units
  segments.liveUnits[segments.use[segment] as SegmentUse] += units
}

export function refOf(segment: number, unit: number): number {
  return segment * SEGMENT_UNITS + unit
}

export function segmentOf(ref: number): number {
  return ref >>> 12
}

/** Index of the cell's first word in its segment. */
export function wordOf(ref: number): number {
  return (ref & (SEGMENT_UNITS - 1)) << 2
}
