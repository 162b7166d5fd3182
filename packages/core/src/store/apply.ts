/**
 * What each operation does to a record: the one definition. The memory store runs it; the Lua of `packages/redis` does the
 * same, byte for byte, and a model-based test compares the two.
 */
import type {
  BaselineOperation,
  CountOperation,
  DistinctOperation,
  FamiliarOperation,
  ForgetOperation,
  Operation,
  Touch,
} from './operation.js'
import {
  BASELINE_BYTES,
  DISTINCT_ENTRY_BYTES,
  DISTINCT_MAX_LEVEL,
  DISTINCT_STAMP_MS,
  distinctStamp,
  FAMILIAR_ENTRY_BYTES,
  FAMILIAR_ON_PROBATION,
  FAMILIAR_STAMP_MS,
  finishBucket,
  MEMBER_CHARS,
  RECORD_HEADER_BYTES,
  RECORD_MAGIC,
  RECORD_MAX_BYTES,
  RECORD_VERSION,
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

/** A writer's output must hold a full record and one slot that is then refused. */
export const SCRATCH_BYTES = RECORD_MAX_BYTES + 2048

const MAX_U16 = 65535
/** A ring's older buckets, u16 each, youngest first. */
const OLDER_BYTES = RING_OLDER_BUCKETS * 2
const NOTHING = new Uint8Array(0)

/**
 * Writes the record that `touch` makes of `old` to the start of `out` and returns its length; 0 = nothing was written
 * (no operation had an argument), the old record stands.
 * @param old a valid record or null
 * @param out at least {@link SCRATCH_BYTES} long, not overlapping `old`
 */
export function applyTouch(old: Uint8Array | null, touch: Touch, nowMs: number, out: Uint8Array): number {
  const nowDs = toDeciseconds(nowMs)
  const source = old ?? NOTHING
  let read = RECORD_HEADER_BYTES
  let written = RECORD_HEADER_BYTES
  let changed = false
  for (const operation of touch.program.operations) {
    // Not `'argument' in operation`: operations differ in shape, and that look-up costs as much as a small operation.
    const argument =
      operation.kind === 'count' || operation.kind === 'baseline' ? '' : (touch.arguments[operation.argument] ?? null)
    if (argument === null) continue
    while (read + SLOT_HEADER_BYTES <= source.length && (source[read] as number) < operation.slot) {
      const end = slotEnd(source, read)
      written = copy(source, read, end, out, written)
      read = end
    }
    const found = read + SLOT_HEADER_BYTES <= source.length && source[read] === operation.slot
    const end = found ? slotEnd(source, read) : read
    // A length that points past the record is none: the slot begins anew, or nobody could read what is counted.
    const isWhole = found && end - read === SLOT_HEADER_BYTES + readU16(source, read + 1)
    const payloadAt = written + SLOT_HEADER_BYTES
    const payloadEnd = applyOperation(
      operation,
      argument,
      source,
      isWhole ? read + SLOT_HEADER_BYTES : -1,
      end,
      out,
      payloadAt,
      nowMs,
      nowDs,
    )
    const room = RECORD_MAX_BYTES - (source.length - end)
    if (payloadEnd < 0 || payloadEnd > room) {
      written = copy(source, read, end, out, written)
    } else {
      out[written] = operation.slot
      writeU16(out, written + 1, payloadEnd - payloadAt)
      written = payloadEnd
      changed = true
    }
    read = end
  }
  if (!changed) return 0
  written = copy(source, read, source.length, out, written)
  out[0] = RECORD_MAGIC
  out[1] = RECORD_VERSION
  writeU16(out, 2, written)
  writeU32(out, 4, old === null ? nowDs : readU32(old, 4))
  return written
}

/** End of the slot at `at`; a length that points past the record ends with it. */
function slotEnd(source: Uint8Array, at: number): number {
  const end = at + SLOT_HEADER_BYTES + readU16(source, at + 1)
  return end > source.length ? source.length : end
}

/** Writes the operation's new payload at `to`; returns its end, or -1 when the slot stays as it is. */
function applyOperation(
  operation: Operation,
  argument: string,
  source: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
  to: number,
  nowMs: number,
  nowDs: number,
): number {
  switch (operation.kind) {
    case 'count':
      return count(operation, source, from, end, out, to, nowDs)
    case 'distinct':
      return distinct(operation, argument, source, from, end, out, to, nowMs)
    case 'familiar':
      return familiar(operation, argument, source, from, end, out, to, nowMs)
    case 'forget':
      return forget(operation, argument, source, from, end, out, to)
    case 'baseline':
      return baseline(operation, source, from, end, out, to, nowDs)
    case 'text':
      if (operation.mode === 'once' && from >= 0) return -1
      for (let i = 0; i < argument.length; i++) out[to + i] = argument.charCodeAt(i) & 0x7f
      return to + argument.length
    default:
      return operation satisfies never
  }
}

function count(
  operation: CountOperation,
  source: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
  to: number,
  nowDs: number,
): number {
  const rings = operation.widthsDs.length
  const length = 4 + rings * 14
  const known = from >= 0 && end - from === length
  const at = known ? writeTime(readU32(source, from), nowDs) : nowDs
  const last = known ? unwrapDeciseconds(readU32(source, from), at) : at
  writeU32(out, to, at)
  for (let ring = 0; ring < rings; ring++) {
    const current = 4 + ring * 2
    const tail = 4 + rings * 2 + ring * OLDER_BYTES
    if (!known) {
      writeU16(out, to + current, operation.add)
      out.fill(0, to + tail, to + tail + OLDER_BYTES)
      continue
    }
    const width = operation.widthsDs[ring] as number
    const moved = Math.floor(at / width) - Math.floor(last / width)
    const events = operation.add + (moved === 0 ? readU16(source, from + current) : 0)
    writeU16(out, to + current, events > MAX_U16 ? MAX_U16 : events)
    rollOlder(source, from + current, from + tail, moved, out, to + tail)
  }
  return to + length
}

/** Writes a ring's older buckets after `moved` steps: the current one becomes an older one, the oldest fall out. */
function rollOlder(
  source: Uint8Array,
  current: number,
  tail: number,
  moved: number,
  out: Uint8Array,
  to: number,
): void {
  const shift = moved > RING_OLDER_BUCKETS ? OLDER_BYTES : moved * 2
  for (let i = 0; i < shift; i++) out[to + i] = 0
  for (let i = shift; i < OLDER_BYTES; i++) out[to + i] = source[tail + i - shift] as number
  if (moved === 0 || moved > RING_OLDER_BUCKETS) return
  out[to + shift - 2] = source[current] as number
  out[to + shift - 1] = source[current + 1] as number
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const SIXBIT = new Uint8Array(128)
for (let i = 0; i < ALPHABET.length; i++) SIXBIT[ALPHABET.charCodeAt(i)] = i

/** The 18 leading bits of a member. */
function leadingBits(a: number, b: number, c: number): number {
  return ((SIXBIT[a & 0x7f] as number) << 12) | ((SIXBIT[b & 0x7f] as number) << 6) | (SIXBIT[c & 0x7f] as number)
}

function isSampled(bytes: Uint8Array, at: number, level: number): boolean {
  const bits = leadingBits(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number)
  return bits < 2 ** (DISTINCT_MAX_LEVEL - level)
}

function distinct(
  operation: DistinctOperation,
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
  const first = member.charCodeAt(0)
  for (let entry = from + 1; entry < end; entry += DISTINCT_ENTRY_BYTES) {
    if (source[entry] !== first || !sameMember(source, entry, member)) continue
    copy(source, from, end, out, to)
    const age = (stamp - readU16(source, entry + MEMBER_CHARS)) & 0xffff
    if (age < 0x8000) writeU16(out, to + (entry - from) + MEMBER_CHARS, stamp)
    return to + (end - from)
  }
  let level = source[from] as number
  const full = (end - from - 1) / DISTINCT_ENTRY_BYTES >= operation.cap
  let next = to + 1
  if (!full) next = copy(source, from + 1, end, out, next)
  else {
    const maxAge = Math.ceil(operation.maxAgeMs / DISTINCT_STAMP_MS)
    for (let entry = from + 1; entry < end; entry += DISTINCT_ENTRY_BYTES) {
      const age = (stamp - readU16(source, entry + MEMBER_CHARS)) & 0xffff
      if (age > maxAge && age < 0x8000) continue
      next = copy(source, entry, entry + DISTINCT_ENTRY_BYTES, out, next)
    }
    if (next === to + 1) level = 0
    while ((next - to - 1) / DISTINCT_ENTRY_BYTES >= operation.cap && level < DISTINCT_MAX_LEVEL) {
      level++
      let kept = to + 1
      for (let entry = to + 1; entry < next; entry += DISTINCT_ENTRY_BYTES) {
        if (!isSampled(out, entry, level)) continue
        if (kept !== entry) out.copyWithin(kept, entry, entry + DISTINCT_ENTRY_BYTES)
        kept += DISTINCT_ENTRY_BYTES
      }
      next = kept
    }
  }
  out[to] = level
  const entryEnd = writeDistinctEntry(out, next, member, stamp)
  const room = (next - to - 1) / DISTINCT_ENTRY_BYTES < operation.cap
  return room && isSampled(out, next, level) ? entryEnd : next
}

function writeDistinctEntry(out: Uint8Array, at: number, member: string, stamp: number): number {
  for (let i = 0; i < MEMBER_CHARS; i++) out[at + i] = member.charCodeAt(i)
  writeU16(out, at + MEMBER_CHARS, stamp)
  return at + DISTINCT_ENTRY_BYTES
}

function familiar(
  operation: FamiliarOperation,
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
  const first = member.charCodeAt(0)
  for (let i = 0; i < whole; i++) {
    const entry = from + i * FAMILIAR_ENTRY_BYTES
    if (source[entry] === first && sameMember(source, entry, member)) {
      copy(source, from, from + whole * FAMILIAR_ENTRY_BYTES, out, to)
      updateFamiliar(operation, out, to + i * FAMILIAR_ENTRY_BYTES, hour)
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
  if (whole > 0 && whole >= operation.cap) {
    next = copy(source, from, from + oldest * FAMILIAR_ENTRY_BYTES, out, next)
    next = copy(source, from + (oldest + 1) * FAMILIAR_ENTRY_BYTES, from + whole * FAMILIAR_ENTRY_BYTES, out, next)
  } else if (whole > 0) {
    next = copy(source, from, from + whole * FAMILIAR_ENTRY_BYTES, out, next)
  }
  for (let i = 0; i < MEMBER_CHARS; i++) out[next + i] = member.charCodeAt(i)
  writeU16(out, next + 6, hour)
  writeU16(out, next + 8, hour)
  out[next + 10] = operation.addHalves
  out[next + 11] = 1
  out[next + 12] = operation.standing === 'probation' ? FAMILIAR_ON_PROBATION : 0
  return next + FAMILIAR_ENTRY_BYTES
}

function updateFamiliar(operation: FamiliarOperation, out: Uint8Array, entry: number, hour: number): void {
  const last = readU16(out, entry + 8)
  const age = (hour - last) & 0xffff
  if (age < 0x8000) {
    const days = out[entry + 11] as number
    if (age > 0 && Math.floor(last / 24) !== Math.floor(hour / 24) && days < 255) out[entry + 11] = days + 1
    writeU16(out, entry + 8, hour)
  }
  const halves = (out[entry + 10] as number) + operation.addHalves
  out[entry + 10] = halves > 255 ? 255 : halves
  if (operation.standing === 'proven') out[entry + 12] = 0
}

function forget(
  operation: ForgetOperation,
  member: string,
  source: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
  to: number,
): number {
  if (from < 0) return -1
  const header = operation.from === 'distinct' ? 1 : 0
  const size = operation.from === 'distinct' ? DISTINCT_ENTRY_BYTES : FAMILIAR_ENTRY_BYTES
  for (let entry = from + header; entry + size <= end; entry += size) {
    if (!sameMember(source, entry, member)) continue
    return copy(source, entry + size, end, out, copy(source, from, entry, out, to))
  }
  return -1
}

function baseline(
  operation: BaselineOperation,
  source: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
  to: number,
  nowDs: number,
): number {
  if (from < 0 || end - from !== BASELINE_BYTES) {
    writeU32(out, to, nowDs)
    writeU16(out, to + 4, operation.add)
    out.fill(0, to + 6, to + BASELINE_BYTES)
    return to + BASELINE_BYTES
  }
  const at = writeTime(readU32(source, from), nowDs)
  const last = unwrapDeciseconds(readU32(source, from), at)
  writeU32(out, to, at)
  const sum = readU16(source, from + 4) + operation.add
  if (Math.floor(at / operation.widthDs) === Math.floor(last / operation.widthDs)) {
    writeU16(out, to + 4, sum > MAX_U16 ? MAX_U16 : sum)
    copy(source, from + 6, end, out, to + 6)
    return to + BASELINE_BYTES
  }
  const next = finishBucket(
    readU16(source, from + 4),
    readU16(source, from + 6),
    readF32(source, from + 8),
    readF32(source, from + 12),
  )
  writeU16(out, to + 4, operation.add)
  writeU16(out, to + 6, next.finished)
  writeF32(out, to + 8, next.mean)
  writeF32(out, to + 12, next.variance)
  return to + BASELINE_BYTES
}

/** From this many bytes on, a view and one block move cost less than a loop. */
const BLOCK_MOVE_BYTES = 128

function copy(source: Uint8Array, from: number, end: number, out: Uint8Array, to: number): number {
  if (end - from >= BLOCK_MOVE_BYTES) {
    out.set(source.subarray(from, end), to)
    return to + end - from
  }
  for (let i = from; i < end; i++) out[to++] = source[i] as number
  return to
}

function writeU16(out: Uint8Array, at: number, value: number): void {
  out[at] = value & 0xff
  out[at + 1] = (value >>> 8) & 0xff
}

/** `value` may exceed 32 bits; the low 32 are kept (bitwise operators do, and faster than a remainder). */
function writeU32(out: Uint8Array, at: number, value: number): void {
  const low = value | 0
  out[at] = low & 0xff
  out[at + 1] = (low >>> 8) & 0xff
  out[at + 2] = (low >>> 16) & 0xff
  out[at + 3] = (low >>> 24) & 0xff
}

const floatView = new Float32Array(1)
const floatBytes = new Uint8Array(floatView.buffer)

function writeF32(out: Uint8Array, at: number, value: number): void {
  floatView[0] = value
  for (let i = 0; i < 4; i++) out[at + i] = floatBytes[i] as number
}
