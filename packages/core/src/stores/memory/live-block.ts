import type { Program } from '../../store/operation.js'
import {
  findSlot,
  RING_OLDER_BUCKETS,
  readU16,
  readU32,
  slotLength,
  toDeciseconds,
  writeTime,
} from '../../store/record.js'

/**
 * Until when (deciseconds of event time) the record's first ring stays at or above the program's `protectAt`, if nothing
 * more happens; 0 when it doesn't reach it now.
 * @param record may be longer than the record, which ends at `length`
 */
export function liveUntilDs(record: Uint8Array, length: number, program: Program, nowMs: number): number {
  const counting = program.operations.find((operation) => operation.kind === 'count')
  if (counting?.kind !== 'count') return 0
  const at = findSlot(record, counting.slot, length)
  const rings = counting.widthsDs.length
  if (at < 0 || slotLength(record, at) !== 4 + rings * 14) return 0
  const tail = at + 4 + rings * 2
  let events = readU16(record, at + 4)
  for (let age = 0; age < RING_OLDER_BUCKETS; age++) events += readU16(record, tail + age * 2)
  if (events < program.protectAt) return 0
  let moves = 0
  // The oldest bucket leaves first; the block ends with the move that takes the sum below the threshold.
  for (let age = RING_OLDER_BUCKETS - 1; age >= 0; age--) {
    events -= readU16(record, tail + age * 2)
    if (events < program.protectAt) break
    moves++
  }
  const width = counting.widthsDs[0]!
  const nowDs = toDeciseconds(nowMs)
  return (Math.floor(writeTime(readU32(record, at), nowDs) / width) + moves + 1) * width
}
