/** What an operation makes of a slot that isn't there yet, or whose length it changes; the rest is in update.ts. */
import { copy, writeU16, writeU32 } from './bytes.js'
import {
  BASELINE_BYTES,
  DISTINCT_ENTRY_BYTES,
  DISTINCT_MAX_LEVEL,
  distinctStamp,
  FAMILIAR_ENTRY_BYTES,
  FAMILIAR_ON_PROBATION,
  FAMILIAR_STAMP_MS,
  isKeptAt,
  MEMBER_CHARS,
  readU16,
  sameMember,
} from './record.js'
import type { Step } from './step.js'
import { OLDER_BYTES, seeAgain } from './update.js'

/**
 * Writes the step's new payload at `to`; returns its end, or -1 when the slot stays as it is.
 * @param from the old payload, which ends at `end`; -1 = none
 */
export function rebuildSlot(
  step: Step,
  argument: string,
  source: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
  to: number,
  nowMs: number,
  nowDs: number,
): number {
  switch (step.kind) {
    case 'count':
      return firstCount(step, out, to, nowDs)
    case 'distinct':
      return distinct(step, argument, source, from, end, out, to, nowMs)
    case 'familiar':
      return familiar(step, argument, source, from, end, out, to, nowMs)
    case 'forget':
      return forget(step, argument, source, from, end, out, to)
    case 'baseline':
      writeU32(out, to, nowDs)
      writeU16(out, to + 4, step.add)
      out.fill(0, to + 6, to + BASELINE_BYTES)
      return to + BASELINE_BYTES
    case 'text':
      for (let i = 0; i < argument.length; i++) out[to + i] = argument.charCodeAt(i) & 0x7f
      return to + argument.length
    default:
      return step.kind satisfies never
  }
}

function firstCount({ widthsDs, add }: Step, out: Uint8Array, to: number, nowDs: number): number {
  const tails = to + 4 + widthsDs.length * 2
  const end = tails + widthsDs.length * OLDER_BYTES
  writeU32(out, to, nowDs)
  for (let at = to + 4; at < tails; at += 2) writeU16(out, at, add)
  out.fill(0, tails, end)
  return end
}

function distinct(
  step: Step,
  member: string,
  source: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
  to: number,
  nowMs: number,
): number {
  const stamp = distinctStamp(nowMs)
  const valid = from >= 0 && end - from >= 1 && (end - from - 1) % DISTINCT_ENTRY_BYTES === 0
  if (!valid) {
    out[to] = 0
    return writeDistinctEntry(out, to + 1, member, stamp)
  }
  let level = source[from] as number
  const full = (end - from - 1) / DISTINCT_ENTRY_BYTES >= step.cap
  let next = to + 1
  if (!full) next = copy(source, from + 1, end, out, next)
  else {
    for (let entry = from + 1; entry < end; entry += DISTINCT_ENTRY_BYTES) {
      const age = (stamp - readU16(source, entry + MEMBER_CHARS)) & 0xffff
      if (age > step.maxAge && age < 0x8000) continue
      next = copy(source, entry, entry + DISTINCT_ENTRY_BYTES, out, next)
    }
    if (next === to + 1) level = 0
    while ((next - to - 1) / DISTINCT_ENTRY_BYTES >= step.cap && level < DISTINCT_MAX_LEVEL) {
      level++
      let kept = to + 1
      for (let entry = to + 1; entry < next; entry += DISTINCT_ENTRY_BYTES) {
        if (!isKeptAt(level, out, entry)) continue
        if (kept !== entry) out.copyWithin(kept, entry, entry + DISTINCT_ENTRY_BYTES)
        kept += DISTINCT_ENTRY_BYTES
      }
      next = kept
    }
  }
  out[to] = level
  const entryEnd = writeDistinctEntry(out, next, member, stamp)
  const room = (next - to - 1) / DISTINCT_ENTRY_BYTES < step.cap
  return room && isKeptAt(level, out, next) ? entryEnd : next
}

function writeDistinctEntry(out: Uint8Array, at: number, member: string, stamp: number): number {
  for (let i = 0; i < MEMBER_CHARS; i++) out[at + i] = member.charCodeAt(i)
  writeU16(out, at + MEMBER_CHARS, stamp)
  return at + DISTINCT_ENTRY_BYTES
}

function familiar(
  step: Step,
  member: string,
  source: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
  to: number,
  nowMs: number,
): number {
  const hour = Math.floor(nowMs / FAMILIAR_STAMP_MS) & 0xffff
  const whole = from < 0 ? 0 : Math.floor((end - from) / FAMILIAR_ENTRY_BYTES)
  let oldest = -1
  let oldestAge = -1
  for (let i = 0; i < whole; i++) {
    const entry = from + i * FAMILIAR_ENTRY_BYTES
    // Only where the table ends with a part of an entry, which goes.
    if (sameMember(source, entry, member)) {
      copy(source, from, from + whole * FAMILIAR_ENTRY_BYTES, out, to)
      seeAgain(step, out, to + i * FAMILIAR_ENTRY_BYTES, hour)
      return to + whole * FAMILIAR_ENTRY_BYTES
    }
    const distance = (hour - readU16(source, entry + 8)) & 0xffff
    const age = distance >= 0x8000 ? 0 : distance
    if (age > oldestAge) {
      oldestAge = age
      oldest = i
    }
  }
  let next = to
  if (whole > 0 && whole >= step.cap) {
    next = copy(source, from, from + oldest * FAMILIAR_ENTRY_BYTES, out, next)
    next = copy(source, from + (oldest + 1) * FAMILIAR_ENTRY_BYTES, from + whole * FAMILIAR_ENTRY_BYTES, out, next)
  } else if (whole > 0) {
    next = copy(source, from, from + whole * FAMILIAR_ENTRY_BYTES, out, next)
  }
  for (let i = 0; i < MEMBER_CHARS; i++) out[next + i] = member.charCodeAt(i)
  writeU16(out, next + 6, hour)
  writeU16(out, next + 8, hour)
  out[next + 10] = step.addHalves
  out[next + 11] = 1
  out[next + 12] = step.mode === 'probation' ? FAMILIAR_ON_PROBATION : 0
  return next + FAMILIAR_ENTRY_BYTES
}

function forget(
  { mode }: Step,
  member: string,
  source: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
  to: number,
): number {
  if (from < 0) return -1
  const header = mode === 'distinct' ? 1 : 0
  const size = mode === 'distinct' ? DISTINCT_ENTRY_BYTES : FAMILIAR_ENTRY_BYTES
  for (let entry = from + header; entry + size <= end; entry += size) {
    if (!sameMember(source, entry, member)) continue
    return copy(source, entry + size, end, out, copy(source, from, entry, out, to))
  }
  return -1
}
