/**
 * What an operation does to a slot that keeps its length, which is nearly every touch of an entity seen before: a few bytes
 * change where they stand. What changes a slot's length is in rebuild.ts.
 */
import { MAX_U16, writeF32, writeU16, writeU32 } from './bytes.js'
import type { Touch } from './operation.js'
import {
  BASELINE_BYTES,
  DISTINCT_ENTRY_BYTES,
  DISTINCT_STAMP_MS,
  FAMILIAR_ENTRY_BYTES,
  FAMILIAR_STAMP_MS,
  finishBucket,
  MEMBER_CHARS,
  RECORD_HEADER_BYTES,
  RING_OLDER_BUCKETS,
  readF32,
  readU16,
  readU32,
  SLOT_HEADER_BYTES,
  sameMember,
  toDeciseconds,
  unwrapDeciseconds,
  writeTime,
} from './record.js'
import { type Step, stepsOf } from './step.js'

export type Update = typeof UNCHANGED | typeof CHANGED | typeof OTHER_LENGTH
/** The operation leaves the slot as it is. */
export const UNCHANGED = 0
export const CHANGED = 1
/** The slot's length would be another; none of its bytes has changed. */
export const OTHER_LENGTH = 2

/** A ring's older buckets, u16 each, youngest first. */
export const OLDER_BYTES = RING_OLDER_BUCKETS * 2
/** Half of what a u16 stamp can say: an age beyond it is a stamp ahead of now. */
const HALF_UINT16 = 0x8000

/**
 * Applies `touch` to the valid record of `length` bytes at `at`, where it stands. At {@link OTHER_LENGTH} some operations may
 * have been done and others not: the record is to be written anew from a copy of the old one.
 */
export function updateRecord(bytes: Uint8Array, at: number, length: number, touch: Touch, nowMs: number): Update {
  const steps = stepsOf(touch.program)
  const nowDs = toDeciseconds(nowMs)
  const recordEnd = at + length
  let read = at + RECORD_HEADER_BYTES
  let update: Update = UNCHANGED
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as Step
    const argument = argumentOf(step, touch)
    if (argument === null) continue
    while (read + SLOT_HEADER_BYTES <= recordEnd && (bytes[read] as number) < step.slot) {
      read += SLOT_HEADER_BYTES + readU16(bytes, read + 1)
    }
    if (read + SLOT_HEADER_BYTES > recordEnd || bytes[read] !== step.slot) {
      if (step.kind === 'forget') continue
      return OTHER_LENGTH
    }
    const payload = read + SLOT_HEADER_BYTES
    const end = payload + readU16(bytes, read + 1)
    if (end > recordEnd) return OTHER_LENGTH
    const done = updateSlot(step, argument, bytes, payload, end, nowMs, nowDs)
    if (done === OTHER_LENGTH) return OTHER_LENGTH
    if (done === CHANGED) update = CHANGED
    read = end
  }
  return update
}

/** What the touch gives the step; '' where it takes nothing, null where it is to be skipped. */
export function argumentOf(step: Step, touch: Touch): string | null {
  return step.argument < 0 ? '' : (touch.arguments[step.argument] ?? null)
}

/** Applies one step to the payload from `from` to `end`. */
export function updateSlot(
  step: Step,
  argument: string,
  bytes: Uint8Array,
  from: number,
  end: number,
  nowMs: number,
  nowDs: number,
): Update {
  switch (step.kind) {
    case 'count':
      return count(step, bytes, from, end, nowDs)
    case 'distinct':
      return distinct(argument, bytes, from, end, nowMs)
    case 'familiar':
      return familiar(step, argument, bytes, from, end, nowMs)
    case 'forget':
      return forget(step, argument, bytes, from, end)
    case 'baseline':
      return baseline(step, bytes, from, end, nowDs)
    case 'text':
      if (step.mode === 'once') return UNCHANGED
      if (argument.length !== end - from) return OTHER_LENGTH
      for (let i = 0; i < argument.length; i++) bytes[from + i] = argument.charCodeAt(i) & 0x7f
      return CHANGED
    default:
      return step.kind satisfies never
  }
}

function count({ widthsDs, add }: Step, bytes: Uint8Array, from: number, end: number, nowDs: number): Update {
  const rings = widthsDs.length
  if (end - from !== 4 + rings * (2 + OLDER_BYTES)) return OTHER_LENGTH
  const stamp = readU32(bytes, from)
  const at = writeTime(stamp, nowDs)
  const last = unwrapDeciseconds(stamp, at)
  writeU32(bytes, from, at)
  for (let ring = 0; ring < rings; ring++) {
    const current = from + 4 + ring * 2
    const width = widthsDs[ring] as number
    const moved = at === last ? 0 : Math.floor(at / width) - Math.floor(last / width)
    let events = add
    if (moved === 0) events += readU16(bytes, current)
    else roll(bytes, current, from + 4 + rings * 2 + ring * OLDER_BYTES, moved)
    writeU16(bytes, current, events > MAX_U16 ? MAX_U16 : events)
  }
  return CHANGED
}

/** Moves a ring on by `moved` ≥ 1: the current bucket becomes an older one, the oldest fall out. */
function roll(bytes: Uint8Array, current: number, tail: number, moved: number): void {
  const shift = moved > RING_OLDER_BUCKETS ? OLDER_BYTES : moved * 2
  for (let i = OLDER_BYTES - 1; i >= shift; i--) bytes[tail + i] = bytes[tail + i - shift] as number
  for (let i = 0; i < shift; i++) bytes[tail + i] = 0
  if (moved > RING_OLDER_BUCKETS) return
  bytes[tail + shift - 2] = bytes[current] as number
  bytes[tail + shift - 1] = bytes[current + 1] as number
}

function distinct(member: string, bytes: Uint8Array, from: number, end: number, nowMs: number): Update {
  if (end - from < 1 || ((end - from - 1) & (DISTINCT_ENTRY_BYTES - 1)) !== 0) return OTHER_LENGTH
  const first = member.charCodeAt(0)
  for (let entry = from + 1; entry < end; entry += DISTINCT_ENTRY_BYTES) {
    if (bytes[entry] !== first || !sameMember(bytes, entry, member)) continue
    const stamp = Math.floor(nowMs / DISTINCT_STAMP_MS) & 0xffff
    const age = (stamp - readU16(bytes, entry + MEMBER_CHARS)) & 0xffff
    if (age < HALF_UINT16) writeU16(bytes, entry + MEMBER_CHARS, stamp)
    return CHANGED
  }
  return OTHER_LENGTH
}

function familiar(step: Step, member: string, bytes: Uint8Array, from: number, end: number, nowMs: number): Update {
  if ((end - from) % FAMILIAR_ENTRY_BYTES !== 0) return OTHER_LENGTH
  const first = member.charCodeAt(0)
  for (let entry = from; entry < end; entry += FAMILIAR_ENTRY_BYTES) {
    if (bytes[entry] !== first || !sameMember(bytes, entry, member)) continue
    seeAgain(step, bytes, entry, Math.floor(nowMs / FAMILIAR_STAMP_MS) & 0xffff)
    return CHANGED
  }
  return OTHER_LENGTH
}

/** One more success of a familiar member in the hour `hour`. */
export function seeAgain({ addHalves, mode }: Step, bytes: Uint8Array, entry: number, hour: number): void {
  const last = readU16(bytes, entry + 8)
  const age = (hour - last) & 0xffff
  if (age < HALF_UINT16) {
    const days = bytes[entry + 11] as number
    if (age > 0 && Math.floor(last / 24) !== Math.floor(hour / 24) && days < 255) bytes[entry + 11] = days + 1
    writeU16(bytes, entry + 8, hour)
  }
  const halves = (bytes[entry + 10] as number) + addHalves
  bytes[entry + 10] = halves > 255 ? 255 : halves
  if (mode === 'proven') bytes[entry + 12] = 0
}

function forget({ mode }: Step, member: string, bytes: Uint8Array, from: number, end: number): Update {
  const size = mode === 'distinct' ? DISTINCT_ENTRY_BYTES : FAMILIAR_ENTRY_BYTES
  for (let entry = mode === 'distinct' ? from + 1 : from; entry + size <= end; entry += size) {
    if (sameMember(bytes, entry, member)) return OTHER_LENGTH
  }
  return UNCHANGED
}

function baseline({ widthsDs, add }: Step, bytes: Uint8Array, from: number, end: number, nowDs: number): Update {
  if (end - from !== BASELINE_BYTES) return OTHER_LENGTH
  const width = widthsDs[0] as number
  const stamp = readU32(bytes, from)
  const at = writeTime(stamp, nowDs)
  const last = unwrapDeciseconds(stamp, at)
  writeU32(bytes, from, at)
  if (Math.floor(at / width) === Math.floor(last / width)) {
    const sum = readU16(bytes, from + 4) + add
    writeU16(bytes, from + 4, sum > MAX_U16 ? MAX_U16 : sum)
    return CHANGED
  }
  const current = readU16(bytes, from + 4)
  const next = finishBucket(current, readU16(bytes, from + 6), readF32(bytes, from + 8), readF32(bytes, from + 12))
  writeU16(bytes, from + 4, add)
  writeU16(bytes, from + 6, next.finished)
  writeF32(bytes, from + 8, next.mean)
  writeF32(bytes, from + 12, next.variance)
  return CHANGED
}
