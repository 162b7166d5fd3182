import { describe, expect, it } from '@jest/globals'
import { applyTouch, SCRATCH_BYTES } from '../../store/apply.js'
import type { Program } from '../../store/operation.js'
import { readCount } from '../../store/record.js'
import { liveUntilDs } from './live-block.js'

const WIDTH_MS = 10_000
const AT_MS = Date.UTC(2026, 10, 21, 12)
const program: Program = {
  ttlSeconds: 60,
  protectAt: 10,
  operations: [{ kind: 'count', slot: 4, add: 1, widthsDs: [WIDTH_MS / 100, 6000] }],
}
const scratch = new Uint8Array(SCRATCH_BYTES)

/** The record that `events` per bucket, oldest first, leave behind, and when the last of them fell. */
function recordOf(events: readonly number[]): { record: Uint8Array; lastMs: number } {
  let record: Uint8Array | null = null
  let lastMs = AT_MS
  for (const [bucket, many] of events.entries()) {
    for (let i = 0; i < many; i++) {
      lastMs = AT_MS + bucket * WIDTH_MS + i
      const touch = { kind: 'i', key: 'k', program, arguments: [] }
      record = scratch.slice(0, applyTouch(record, touch, lastMs, scratch))
    }
  }
  return { record: record as Uint8Array, lastMs }
}

const upperBound = (record: Uint8Array, atMs: number) =>
  readCount(record, 4, [WIDTH_MS / 100, 6000], 0, atMs).upperBound

describe('a live block', () => {
  it.each([[[9]], [[3, 3, 3]], [[1, 0, 0, 8]]])('is none below the threshold: %j', (events) => {
    const { record, lastMs } = recordOf(events)
    expect(liveUntilDs(record, record.length, program, lastMs)).toBe(0)
  })

  it.each([[[10]], [[10, 1]], [[1, 10]], [[5, 5, 5]], [[2, 2, 2, 2, 2, 2, 2]], [[9, 0, 0, 0, 0, 0, 1]], [[100]]])(
    'lasts to the moment at which the ring reads below the threshold: %j',
    (events) => {
      const { record, lastMs } = recordOf(events)
      const untilMs = liveUntilDs(record, record.length, program, lastMs) * 100
      expect(upperBound(record, untilMs - 1)).toBeGreaterThanOrEqual(10)
      expect(upperBound(record, untilMs)).toBeLessThan(10)
    },
  )

  it('is read from a record inside a longer array', () => {
    const { record, lastMs } = recordOf([10])
    scratch.fill(7, record.length)
    scratch.set(record)
    expect(liveUntilDs(scratch, record.length, program, lastMs)).toBeGreaterThan(0)
    expect(liveUntilDs(scratch, 8, program, lastMs)).toBe(0)
  })

  it('needs a count among the operations', () => {
    const { record, lastMs } = recordOf([10])
    expect(liveUntilDs(record, record.length, { ...program, operations: [] }, lastMs)).toBe(0)
  })
})
