import { applyTouch, SCRATCH_BYTES } from '../../store/apply.js'
import type { Touch } from '../../store/operation.js'
import { readU16, toDeciseconds } from '../../store/record.js'
import { CHANGED, OTHER_LENGTH, updateRecord } from '../../store/update.js'
import { hashEntity } from './hash-entity.js'
import { createHeap, endExpired, freeCell, HEAP_BYTES, type Heap, isPast, makeIndexRoom, takeCell } from './heap.js'
import { createKeyIndex, findCell, insertCell, removeCell } from './key-index.js'
import { liveUntilDs } from './live-block.js'
import { copyRecord, copyWords, createReplyPool, REPLY_POOL_BYTES, type ReplyPool } from './reply-pool.js'
import { createReserve, freeHeldCell, type Reserve, relieve, takeHeldCell } from './reserve.js'
import {
  type Budget,
  CELL_HEADER_BYTES,
  CELL_HEADER_WORDS,
  countLive,
  createSegments,
  GENERAL,
  HELD,
  LIVE,
  MAX_USES,
  RESERVE,
  SEGMENT_BYTES,
  type Segments,
  segmentOf,
  segmentTableBytes,
  takeBytes,
  UNIT_BYTES,
  UNITS_MASK,
  USES_MASK,
  USES_SHIFT,
  wordOf,
} from './segments.js'

/** A segment is looked through for expired records this often at most: a thousandth of 64 MiB a second. */
const TIDY_EVERY_DS = 10
/** A cell larger than its record by more than this is given up for a smaller one. */
const SPARE_UNITS = 8

/** All records of one memory store. Every function that touches them is synchronous. */
export interface Records {
  readonly budget: Budget
  readonly segments: Segments
  readonly heap: Heap
  readonly reserve: Reserve
  readonly pool: ReplyPool
  readonly scratch: Uint8Array
  readonly scratchWords: Uint32Array
  readonly hash: Uint32Array
  tidied: number
  tidiedDs: number
}

export function createRecords(maxBytes: number, reservedShare: number): Records {
  const budget: Budget = { max: maxBytes, used: 0 }
  takeBytes(budget, segmentTableBytes(maxBytes) + HEAP_BYTES + SCRATCH_BYTES + REPLY_POOL_BYTES)
  const segments = createSegments(budget)
  const heap = createHeap(segments, createKeyIndex(segments))
  const scratch = new Uint8Array(SCRATCH_BYTES)
  return {
    budget,
    segments,
    heap,
    reserve: createReserve(heap, Math.floor((maxBytes * reservedShare) / SEGMENT_BYTES)),
    pool: createReplyPool(),
    scratch,
    scratchWords: new Uint32Array(scratch.buffer),
    hash: new Uint32Array(2),
    tidied: 0,
    tidiedDs: 0,
  }
}

/** Begins a call: the times that expiry (`clockMs`) and live blocks (`blocksMs`) are measured against, and a little tidying. */
export function beginCall(records: Records, clockMs: number, blocksMs: number): void {
  const { heap, reserve } = records
  heap.nowDs = toDeciseconds(clockMs) | 0
  reserve.nowDs = toDeciseconds(blocksMs) | 0
  if (Math.abs((heap.nowDs - records.tidiedDs) | 0) >= TIDY_EVERY_DS) tidy(records)
}

/** Applies one touch; the record as it was before, as a copy. */
export function touchRecord(records: Records, touch: Touch, nowMs: number): Uint8Array | null {
  const { heap, hash, scratch, segments } = records
  hashEntity(touch.kind, touch.key, hash)
  let cell = findCell(heap.index, hash[0]!, hash[1]!)
  let old: Uint8Array | null = null
  if (cell !== 0) {
    const words = segments.words[segmentOf(cell)]!
    const word = wordOf(cell)
    if (isPast(words[word + 3]!, heap.nowDs)) {
      endEntity(records, cell)
      heap.expired++
      cell = 0
    } else {
      const head = words[word]!
      if ((head & USES_MASK) >>> USES_SHIFT < MAX_USES) words[word] = head + (1 << USES_SHIFT)
      const bytes = segments.bytes[segmentOf(cell)]!
      const at = (word << 2) + CELL_HEADER_BYTES
      const length = readU16(bytes, at + 2)
      old = copyRecord(records.pool, words, word + CELL_HEADER_WORDS, length)
      if ((head & HELD) === 0 && touch.program.protectAt === 0) {
        const update = updateRecord(bytes, at, length, touch, nowMs)
        if (update === CHANGED) words[word + 3] = heap.nowDs + touch.program.ttlSeconds * 10
        if (update !== OTHER_LENGTH) return old
      }
    }
  }
  const length = applyTouch(old, touch, nowMs, scratch)
  if (length > 0) writeRecord(records, touch, cell, length, nowMs)
  return old
}

export function removeRecord(records: Records, entity: { readonly kind: string; readonly key: string }): void {
  hashEntity(entity.kind, entity.key, records.hash)
  const cell = findCell(records.heap.index, records.hash[0]!, records.hash[1]!)
  if (cell !== 0) endEntity(records, cell)
}

/** Writes the first `length` bytes of the scratch, in place where they fit. */
function writeRecord(records: Records, touch: Touch, cell: number, length: number, nowMs: number): void {
  const { heap, reserve, segments } = records
  const { program } = touch
  const old = cell === 0 ? 0 : segments.words[segmentOf(cell)]![wordOf(cell)]!
  const wasHeld = (old & HELD) !== 0
  const expiresDs = heap.nowDs + program.ttlSeconds * 10
  let untilDs = program.protectAt > 0 ? liveUntilDs(records.scratch, length, program, nowMs) : 0
  // A program that protects nothing leaves a block that another has set as it stands.
  if (wasHeld && program.protectAt === 0) untilDs = heldUntil(segments, cell)
  const held = untilDs !== 0 && !isPast(untilDs, reserve.nowDs) && reserve.maxSegments > 0
  const units = Math.ceil((CELL_HEADER_BYTES + length + (held ? 4 : 0)) / UNIT_BYTES)
  const spare = (old & UNITS_MASK) - units
  if (cell !== 0 && held === wasHeld && spare >= 0 && spare <= SPARE_UNITS) {
    fill(records, cell, length, expiresDs)
    if (held) setHeldUntil(segments, cell, untilDs)
    return
  }
  const low = records.hash[0]!
  const high = records.hash[1]!
  if (cell !== 0) endEntity(records, cell)
  makeIndexRoom(heap, low)
  const kept = held ? takeHeldCell(reserve, units) : 0
  const target = kept !== 0 ? kept : takeCell(heap, units)
  const words = segments.words[segmentOf(target)]!
  const word = wordOf(target)
  words[word] = units | LIVE | (kept !== 0 ? HELD : 0) | (old & USES_MASK)
  words[word + 1] = low
  words[word + 2] = high
  fill(records, target, length, expiresDs)
  if (kept !== 0) {
    setHeldUntil(segments, target, untilDs)
    reserve.held++
  }
  countLive(segments, segmentOf(target), units)
  insertCell(heap.index, low, high, target)
}

function fill(records: Records, cell: number, length: number, expiresDs: number): void {
  const words = records.segments.words[segmentOf(cell)]!
  const word = wordOf(cell)
  const { scratchWords } = records
  words[word + 3] = expiresDs
  copyWords(scratchWords, 0, words, word + CELL_HEADER_WORDS, (length + 3) >>> 2)
}

function lastWord(words: Uint32Array, word: number): number {
  return word + ((words[word]! & UNITS_MASK) << 2) - 1
}

function heldUntil(segments: Segments, cell: number): number {
  const words = segments.words[segmentOf(cell)]!
  return words[lastWord(words, wordOf(cell))]!
}

function setHeldUntil(segments: Segments, cell: number, untilDs: number): void {
  const words = segments.words[segmentOf(cell)]!
  words[lastWord(words, wordOf(cell))] = untilDs
}

function endEntity(records: Records, cell: number): void {
  const { heap, reserve, segments } = records
  const words = segments.words[segmentOf(cell)]!
  removeCell(heap.index, words[wordOf(cell) + 1]!, cell)
  if ((words[wordOf(cell)]! & HELD) !== 0) freeHeldCell(reserve, cell)
  else freeCell(heap, cell)
}

/** Looks through one more segment for what has expired, so that nothing outlives its time by much while there is traffic. */
function tidy(records: Records): void {
  const { heap, reserve, segments } = records
  records.tidiedDs = heap.nowDs
  records.tidied = (records.tidied + 1) % segments.words.length
  const use = segments.use[records.tidied]
  if (use === GENERAL) endExpired(heap, records.tidied)
  else if (use === RESERVE) relieve(reserve, records.tidied)
}
