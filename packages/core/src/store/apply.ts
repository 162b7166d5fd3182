/**
 * What a touch makes of a record: the one definition. The memory store runs it; the Lua of `packages/redis` does the same,
 * byte for byte, and a model-based test compares the two. update.ts has what keeps a slot's length, rebuild.ts the rest.
 */
import { copy, writeU16, writeU32 } from './bytes.js'
import type { Touch } from './operation.js'
import { rebuildSlot } from './rebuild.js'
import {
  RECORD_HEADER_BYTES,
  RECORD_MAGIC,
  RECORD_MAX_BYTES,
  RECORD_VERSION,
  readU16,
  readU32,
  SLOT_HEADER_BYTES,
  toDeciseconds,
} from './record.js'
import { type Step, stepsOf } from './step.js'
import { argumentOf, CHANGED, OTHER_LENGTH, updateSlot } from './update.js'

/** A writer's output must hold a full record and one slot that is then refused. */
export const SCRATCH_BYTES = RECORD_MAX_BYTES + 2048

const NOTHING = new Uint8Array(0)

/**
 * Writes the record that `touch` makes of `old` to the start of `out` and returns its length; 0 = nothing was written
 * (no operation had an argument), the old record stands.
 * @param old a valid record or null
 * @param out at least {@link SCRATCH_BYTES} long, not overlapping `old`
 */
export function applyTouch(old: Uint8Array | null, touch: Touch, nowMs: number, out: Uint8Array): number {
  const steps = stepsOf(touch.program)
  const nowDs = toDeciseconds(nowMs)
  const source = old ?? NOTHING
  let read = RECORD_HEADER_BYTES
  let written = RECORD_HEADER_BYTES
  let changed = false
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as Step
    const argument = argumentOf(step, touch)
    if (argument === null) continue
    while (read + SLOT_HEADER_BYTES <= source.length && (source[read] as number) < step.slot) {
      const end = slotEnd(source, read)
      written = copy(source, read, end, out, written)
      read = end
    }
    const found = read + SLOT_HEADER_BYTES <= source.length && source[read] === step.slot
    const end = found ? slotEnd(source, read) : read
    // A length that points past the record is none: the slot begins anew, or nobody could read what is counted.
    const isWhole = found && end - read === SLOT_HEADER_BYTES + readU16(source, read + 1)
    const payloadAt = written + SLOT_HEADER_BYTES
    if (isWhole) {
      const slotCopied = copy(source, read, end, out, written)
      const update = updateSlot(step, argument, out, payloadAt, slotCopied, nowMs, nowDs)
      if (update !== OTHER_LENGTH) {
        if (update === CHANGED) changed = true
        written = slotCopied
        read = end
        continue
      }
    }
    const from = isWhole ? read + SLOT_HEADER_BYTES : -1
    const payloadEnd = rebuildSlot(step, argument, source, from, end, out, payloadAt, nowMs, nowDs)
    const room = RECORD_MAX_BYTES - (source.length - end)
    if (payloadEnd < 0 || payloadEnd > room) {
      written = copy(source, read, end, out, written)
    } else {
      out[written] = step.slot
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
