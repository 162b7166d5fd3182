/**
 * The bounded binary record that a store keeps for one entity, and how to read it.
 *
 * Header, 8 bytes: magic `R`, layout version, total length u16, first seen u32 (deciseconds mod 2^32).
 * Then slots in ascending id: id u8, payload length u16, payload. All integers little-endian.
 * A writer copies slots that it doesn't know, so two releases share one store without losing a count.
 */

export const RECORD_MAGIC = 0x52
export const RECORD_VERSION = 1
export const RECORD_HEADER_BYTES = 8
export const SLOT_HEADER_BYTES = 3
/** No operation lets a record grow past this; a slot that would is left as it was. */
export const RECORD_MAX_BYTES = 8192

/** Buckets of a ring: the current one and six older ones. */
export const RING_OLDER_BUCKETS = 6
/** A member of a distinct set or familiarity table: the first characters of its entity key (36 bits). */
export const MEMBER_CHARS = 6
/** distinct entry: member, last seen u16 in {@link DISTINCT_STAMP_MS}. */
export const DISTINCT_ENTRY_BYTES = MEMBER_CHARS + 2
export const DISTINCT_STAMP_MS = 300_000
/** Sampling levels of a distinct set: level L keeps members whose 18 leading bits are below 2^(18-L). */
export const DISTINCT_MAX_LEVEL = 18
/** familiarity entry: member, first u16 and last u16 in hours, half successes u8, days u8, flags u8. */
export const FAMILIAR_ENTRY_BYTES = MEMBER_CHARS + 7
export const FAMILIAR_STAMP_MS = 3_600_000
/** Flag of a familiarity entry: learned while nobody applied the challenge. */
export const FAMILIAR_ON_PROBATION = 1
/** baseline payload: last u32, current u16, finished buckets u16, mean f32, variance f32. */
export const BASELINE_BYTES = 16
/** A baseline forgets with this weight once it has seen 16 buckets. */
export const BASELINE_MIN_ALPHA = 1 / 16

const HALF_UINT32 = 2147483648

/** Deciseconds since the Unix epoch, the record's time unit. */
export function toDeciseconds(ms: number): number {
  return Math.floor(ms / 100)
}

export function readU16(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) | ((bytes[at + 1] as number) << 8)
}

export function readU32(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)) >>>
    0
  )
}

const floatBytes = new Uint8Array(4)
const floatView = new Float32Array(floatBytes.buffer)

export function readF32(bytes: Uint8Array, at: number): number {
  floatBytes[0] = bytes[at] as number
  floatBytes[1] = bytes[at + 1] as number
  floatBytes[2] = bytes[at + 2] as number
  floatBytes[3] = bytes[at + 3] as number
  return floatView[0] as number
}

/** The absolute time that a u32 stood for, given a `now` near it. A stamp ahead of now (skewed clocks) reads as now. */
export function unwrapDeciseconds(stamp: number, nowDs: number): number {
  const age = (nowDs - stamp) >>> 0
  return age >= HALF_UINT32 ? nowDs : nowDs - age
}

/** A slot's time may run this far ahead of an event's (clocks step, nodes skew) and is then kept: 2 hours. */
const AHEAD_KEPT_DS = 72_000

/** The time to write an event at: the event's own, or the slot's when that is a little ahead, so that a step back loses nothing. */
export function writeTime(stamp: number, nowDs: number): number {
  const ahead = (stamp - nowDs) >>> 0
  return ahead <= AHEAD_KEPT_DS ? nowDs + ahead : nowDs
}

/** Whether the bytes are a whole record of this layout. */
export function isRecord(bytes: Uint8Array): boolean {
  return (
    bytes.length >= RECORD_HEADER_BYTES &&
    bytes[0] === RECORD_MAGIC &&
    bytes[1] === RECORD_VERSION &&
    readU16(bytes, 2) === bytes.length
  )
}

/** Offset of a slot's payload, or -1. `end`: where the record ends in a longer array. */
export function findSlot(bytes: Uint8Array, id: number, end = bytes.length): number {
  let at = RECORD_HEADER_BYTES
  while (at + SLOT_HEADER_BYTES <= end) {
    const slot = bytes[at] as number
    if (slot === id) return at + SLOT_HEADER_BYTES + readU16(bytes, at + 1) <= end ? at + SLOT_HEADER_BYTES : -1
    if (slot > id) return -1
    at += SLOT_HEADER_BYTES + readU16(bytes, at + 1)
  }
  return -1
}

/** Payload length of the slot whose payload begins at `payloadAt`. */
export function slotLength(bytes: Uint8Array, payloadAt: number): number {
  return readU16(bytes, payloadAt - 2)
}

export function firstSeenMs(bytes: Uint8Array, nowMs: number): number {
  return unwrapDeciseconds(readU32(bytes, 4), toDeciseconds(nowMs)) * 100
}

export interface CountReading {
  /** Events in the window, the oldest bucket weighted by the part of it that is still inside. */
  readonly estimate: number
  /** Events in the window and the whole of the oldest bucket: never less than the true count. */
  readonly upperBound: number
}

/**
 * Reads one ring of a count slot as of `nowMs`.
 * @param widthsDs the feature's bucket widths, `ring` the index among them
 */
export function readCount(
  bytes: Uint8Array | null,
  id: number,
  widthsDs: readonly number[],
  ring: number,
  nowMs: number,
): CountReading {
  const at = bytes === null ? -1 : findSlot(bytes, id)
  const rings = widthsDs.length
  if (bytes === null || at < 0 || slotLength(bytes, at) !== 4 + rings * 14) return NO_COUNT
  const nowDs = toDeciseconds(nowMs)
  const width = widthsDs[ring] as number
  const last = unwrapDeciseconds(readU32(bytes, at), nowDs)
  const bucket = Math.floor(nowDs / width)
  const moved = bucket - Math.floor(last / width)
  if (moved > RING_OLDER_BUCKETS) return NO_COUNT
  const current = readU16(bytes, at + 4 + ring * 2)
  const tail = at + 4 + rings * 2 + ring * 12
  // Buckets from the current one to the oldest that the window reaches: its own number, then the tail's in order.
  const oldestAt = tail + (RING_OLDER_BUCKETS - moved) * 2 - 2
  const oldest = oldestAt < tail ? current : readU16(bytes, oldestAt)
  let whole = oldestAt < tail ? 0 : current
  for (let bucketAt = tail; bucketAt < oldestAt; bucketAt += 2) whole += readU16(bytes, bucketAt)
  // Not `%`, which for numbers of this size is a call out of compiled code.
  const inside = 1 - (nowDs - bucket * width) / width
  return { estimate: whole + oldest * inside, upperBound: whole + oldest }
}

const NO_COUNT: CountReading = Object.freeze({ estimate: 0, upperBound: 0 })

export interface DistinctReading {
  /** Distinct members seen inside the window; exact up to the feature's cap, then an estimate (σ about 1.2/√64 = 15 %). */
  readonly count: number
  /** Whether the asked member is among them (only meaningful while `sampled` is 1). */
  readonly known: boolean
  /** Each kept member stands for this many. 1 = exact. */
  readonly sampled: number
}

const NO_DISTINCT: DistinctReading = Object.freeze({ count: 0, known: false, sampled: 1 })

export function distinctStamp(nowMs: number): number {
  return Math.floor(nowMs / DISTINCT_STAMP_MS) & 0xffff
}

export function readDistinct(
  bytes: Uint8Array | null,
  id: number,
  windowMs: number,
  nowMs: number,
  member: string | null,
): DistinctReading {
  const at = bytes === null ? -1 : findSlot(bytes, id)
  if (bytes === null || at < 0) return NO_DISTINCT
  const length = slotLength(bytes, at)
  if (length < 1 || (length - 1) % DISTINCT_ENTRY_BYTES !== 0) return NO_DISTINCT
  const now = distinctStamp(nowMs)
  const maxAge = Math.ceil(windowMs / DISTINCT_STAMP_MS)
  const sampled = membersFor(bytes[at] as number)
  const codes = member === null ? NO_CODES : codesOf(member)
  const first = codes[0]
  let live = 0
  let known = false
  for (let entry = at + 1; entry < at + length; entry += DISTINCT_ENTRY_BYTES) {
    const age = (now - readU16(bytes, entry + MEMBER_CHARS)) & 0xffff
    if (age > maxAge && age < 0x8000) continue
    live++
    if (!known && bytes[entry] === first) known = hasCodes(bytes, entry, codes)
  }
  return { count: live * sampled, known, sampled }
}

export interface FamiliarReading {
  /** First and last success of this member, ms, hour precision. */
  readonly firstMs: number
  readonly lastMs: number
  /** Successes, in steps of 0.5 (a weak challenge teaches half). */
  readonly successes: number
  /** Distinct UTC days with a success. */
  readonly days: number
  readonly onProbation: boolean
}

/** The entry of `member` in a familiarity table, or null. */
export function readFamiliar(
  bytes: Uint8Array | null,
  id: number,
  nowMs: number,
  member: string,
): FamiliarReading | null {
  const at = bytes === null ? -1 : findSlot(bytes, id)
  if (bytes === null || at < 0) return null
  const end = at + slotLength(bytes, at)
  const codes = codesOf(member)
  for (let entry = at; entry + FAMILIAR_ENTRY_BYTES <= end; entry += FAMILIAR_ENTRY_BYTES) {
    if (bytes[entry] === codes[0] && hasCodes(bytes, entry, codes)) return familiarEntry(bytes, entry, nowMs)
  }
  return null
}

/** Every entry of a familiarity table with its member. */
export function readFamiliarTable(
  bytes: Uint8Array | null,
  id: number,
  nowMs: number,
): readonly (FamiliarReading & { readonly member: string })[] {
  const at = bytes === null ? -1 : findSlot(bytes, id)
  if (bytes === null || at < 0) return []
  const end = at + slotLength(bytes, at)
  const entries: (FamiliarReading & { member: string })[] = []
  for (let entry = at; entry + FAMILIAR_ENTRY_BYTES <= end; entry += FAMILIAR_ENTRY_BYTES) {
    const member = String.fromCharCode(...bytes.subarray(entry, entry + MEMBER_CHARS))
    entries.push({ member, ...familiarEntry(bytes, entry, nowMs) })
  }
  return entries
}

function familiarEntry(bytes: Uint8Array, entry: number, nowMs: number): FamiliarReading {
  const nowHours = Math.floor(nowMs / FAMILIAR_STAMP_MS)
  return {
    firstMs: (nowHours - hoursSince(readU16(bytes, entry + 6), nowHours)) * FAMILIAR_STAMP_MS,
    lastMs: (nowHours - hoursSince(readU16(bytes, entry + 8), nowHours)) * FAMILIAR_STAMP_MS,
    successes: (bytes[entry + 10] as number) / 2,
    days: bytes[entry + 11] as number,
    onProbation: ((bytes[entry + 12] as number) & FAMILIAR_ON_PROBATION) !== 0,
  }
}

/** A stamp ahead of now (skewed clocks) reads as now. */
function hoursSince(stamp: number, nowHours: number): number {
  const age = (nowHours - stamp) & 0xffff
  return age >= 0x8000 ? 0 : age
}

/** Number of members in a familiarity table. */
export function familiarCount(bytes: Uint8Array | null, id: number): number {
  const at = bytes === null ? -1 : findSlot(bytes, id)
  return bytes === null || at < 0 ? 0 : Math.floor(slotLength(bytes, at) / FAMILIAR_ENTRY_BYTES)
}

/** The ASCII text of a last-value or once slot, or null. */
export function readText(bytes: Uint8Array | null, id: number): string | null {
  const at = bytes === null ? -1 : findSlot(bytes, id)
  if (bytes === null || at < 0) return null
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, slotLength(bytes, at)).toString('latin1')
}

export interface BaselineReading {
  /** Events so far in the bucket that `nowMs` falls in. */
  readonly current: number
  /** Finished buckets that had events, up to 65,535. */
  readonly finished: number
  readonly mean: number
  readonly variance: number
}

const NO_BASELINE: BaselineReading = Object.freeze({ current: 0, finished: 0, mean: 0, variance: 0 })

export function readBaseline(bytes: Uint8Array | null, id: number, widthDs: number, nowMs: number): BaselineReading {
  const at = bytes === null ? -1 : findSlot(bytes, id)
  if (bytes === null || at < 0 || slotLength(bytes, at) !== BASELINE_BYTES) return NO_BASELINE
  const nowDs = toDeciseconds(nowMs)
  const current = readU16(bytes, at + 4)
  const finished = readU16(bytes, at + 6)
  const mean = readF32(bytes, at + 8)
  const variance = readF32(bytes, at + 12)
  const sameBucket = Math.floor(nowDs / widthDs) === Math.floor(unwrapDeciseconds(readU32(bytes, at), nowDs) / widthDs)
  if (sameBucket) return { current, finished, mean, variance }
  const next = finishBucket(current, finished, mean, variance)
  return { current: 0, finished: next.finished, mean: next.mean, variance: next.variance }
}

/** Decayed mean and variance after one more finished bucket; the Lua script computes the same in the same order. */
export function finishBucket(
  current: number,
  finished: number,
  mean: number,
  variance: number,
): Omit<BaselineReading, 'current'> {
  const seen = finished < 65535 ? finished + 1 : finished
  const alpha = 1 / seen > BASELINE_MIN_ALPHA ? 1 / seen : BASELINE_MIN_ALPHA
  const delta = current - mean
  return {
    finished: seen,
    mean: Math.fround(mean + alpha * delta),
    variance: Math.fround((1 - alpha) * (variance + alpha * delta * delta)),
  }
}

/** How many members each kept one stands for at a sampling level. */
export function membersFor(level: number): number {
  return level === 0 ? 1 : 2 ** level
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const SIXBIT = new Uint8Array(128)
for (let i = 0; i < ALPHABET.length; i++) SIXBIT[ALPHABET.charCodeAt(i)] = i

/** Whether a set sampled at `level` keeps the member at `at`: its 18 leading bits are below 2^(18 − level). */
export function isKeptAt(level: number, bytes: Uint8Array, at: number): boolean {
  return level === 0 || leadingBits(bytes, at) < 2 ** (DISTINCT_MAX_LEVEL - level)
}

/** The 18 leading bits of the member at `at`. */
export function leadingBits(bytes: Uint8Array, at: number): number {
  return (
    ((SIXBIT[(bytes[at] as number) & 0x7f] as number) << 12) |
    ((SIXBIT[(bytes[at + 1] as number) & 0x7f] as number) << 6) |
    (SIXBIT[(bytes[at + 2] as number) & 0x7f] as number)
  )
}

/** Never equal to a byte. */
const NO_CODES = new Int16Array(MEMBER_CHARS).fill(-1)
const codes = new Int16Array(MEMBER_CHARS).fill(-1)
let coded = ''

/** A member's characters as numbers, good until the next call: a record is searched for the same member many times. */
function codesOf(member: string): Int16Array {
  if (member !== coded) {
    for (let i = 0; i < MEMBER_CHARS; i++) codes[i] = i < member.length ? member.charCodeAt(i) : -1
    coded = member
  }
  return codes
}

function hasCodes(bytes: Uint8Array, at: number, wanted: Int16Array): boolean {
  for (let i = 0; i < MEMBER_CHARS; i++) if (bytes[at + i] !== wanted[i]) return false
  return true
}

export function sameMember(bytes: Uint8Array, at: number, member: string): boolean {
  // Written out: a loop's bookkeeping costs as much as what it does here.
  return (
    bytes[at] === member.charCodeAt(0) &&
    bytes[at + 1] === member.charCodeAt(1) &&
    bytes[at + 2] === member.charCodeAt(2) &&
    bytes[at + 3] === member.charCodeAt(3) &&
    bytes[at + 4] === member.charCodeAt(4) &&
    bytes[at + 5] === member.charCodeAt(5)
  )
}
