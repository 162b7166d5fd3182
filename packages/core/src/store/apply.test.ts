import { describe, expect, it } from '@jest/globals'
import { applyTouch, SCRATCH_BYTES } from './apply.js'
import type { Operation } from './operation.js'
import { isRecord, readBaseline, readCount, readDistinct, readFamiliar, readText } from './record.js'

const HOUR_MS = 3_600_000
const T0 = Date.UTC(2026, 10, 21, 12)
const scratch = new Uint8Array(SCRATCH_BYTES)

function apply(old: Uint8Array | null, operations: readonly Operation[], values: (string | null)[], atMs: number) {
  const touch = {
    kind: 'i',
    key: 'k'.repeat(20),
    program: { ttlSeconds: 60, protectAt: 0, operations },
    arguments: values,
  }
  const length = applyTouch(old, touch, atMs, scratch)
  return length === 0 ? old : scratch.slice(0, length)
}

const member = (n: number) =>
  Buffer.from([n & 255, (n * 97) & 255, (n >> 8) & 255, n & 255, 7])
    .toString('base64url')
    .slice(0, 6)
const count: Operation = { kind: 'count', slot: 1, add: 1, widthsDs: [100, 6000] }
const distinct: Operation = { kind: 'distinct', slot: 2, cap: 64, maxAgeMs: 24 * HOUR_MS, argument: 0 }
const familiar: Operation = { kind: 'familiar', slot: 3, cap: 4, addHalves: 2, standing: 'proven', argument: 0 }

describe('count', () => {
  it('counts events of each window and forgets those that left it', () => {
    let record: Uint8Array | null = null
    for (let i = 0; i < 5; i++) record = apply(record, [count], [], T0 + i * 1000)
    expect(readCount(record, 1, count.widthsDs, 0, T0 + 5000).upperBound).toBe(5)
    expect(readCount(record, 1, count.widthsDs, 0, T0 + 90_000).upperBound).toBe(0)
    expect(readCount(record, 1, count.widthsDs, 1, T0 + 90_000).upperBound).toBe(5)
    record = apply(record, [count], [], T0 + 90_000)
    expect(readCount(record, 1, count.widthsDs, 0, T0 + 90_000).upperBound).toBe(1)
    expect(readCount(record, 1, count.widthsDs, 1, T0 + 90_000).upperBound).toBe(6)
  })
  it('loses nothing when the clock steps back an hour and forth again', () => {
    let record = apply(null, [count], [], T0)
    record = apply(record, [count], [], T0 - HOUR_MS)
    record = apply(record, [count], [], T0)
    expect(readCount(record, 1, count.widthsDs, 1, T0).upperBound).toBe(3)
  })
  it('saturates instead of wrapping', () => {
    const many: Operation = { ...count, add: 60_000 }
    let record = apply(null, [many], [], T0)
    record = apply(record, [many], [], T0)
    expect(readCount(record, 1, count.widthsDs, 0, T0).upperBound).toBe(65_535)
  })
})

describe('distinct', () => {
  it('is exact up to its cap and known members do not count twice', () => {
    let record: Uint8Array | null = null
    for (let i = 0; i < 128; i++) record = apply(record, [distinct], [member(i % 64)], T0)
    expect(readDistinct(record, 2, HOUR_MS, T0, member(3))).toEqual({ count: 64, known: true, sampled: 1 })
    expect(readDistinct(record, 2, HOUR_MS, T0, member(99)).known).toBe(false)
  })
  it('samples beyond the cap within the stated error', () => {
    let record: Uint8Array | null = null
    for (let i = 0; i < 2000; i++) {
      const random = Buffer.from(String(Math.imul(i + 1, 2654435761) >>> 0)).toString('base64url')
      const key = Buffer.from(new Uint32Array([Math.imul(i + 1, 0x9e3779b1), i]).buffer)
        .toString('base64url')
        .slice(0, 6)
      expect(random).toBeTruthy()
      record = apply(record, [distinct], [key], T0)
    }
    const { count: estimate, sampled } = readDistinct(record, 2, HOUR_MS, T0, null)
    expect(sampled).toBeGreaterThan(1)
    expect(Math.abs(estimate - 2000) / 2000).toBeLessThan(0.45)
    expect((record as Uint8Array).length).toBeLessThan(600)
  })
  it('forgets members that were not seen within the window', () => {
    const record = apply(null, [distinct], [member(1)], T0)
    expect(readDistinct(record, 2, HOUR_MS, T0 + 2 * HOUR_MS, null).count).toBe(0)
  })
})

describe('familiar', () => {
  it('counts successes and the days they fell on', () => {
    let record = apply(null, [familiar], [member(1)], T0)
    record = apply(record, [familiar], [member(1)], T0 + 1000)
    record = apply(record, [familiar], [member(1)], T0 + 48 * HOUR_MS)
    expect(readFamiliar(record, 3, T0 + 48 * HOUR_MS, member(1))).toMatchObject({
      successes: 3,
      days: 2,
      onProbation: false,
    })
    expect(readFamiliar(record, 3, T0, member(2))).toBeNull()
  })
  it('lets the member unseen for longest go when it is full', () => {
    let record: Uint8Array | null = null
    for (let i = 0; i < 5; i++) record = apply(record, [familiar], [member(i)], T0 + i * HOUR_MS)
    expect(readFamiliar(record, 3, T0, member(0))).toBeNull()
    expect(readFamiliar(record, 3, T0, member(4))).not.toBeNull()
  })
  it('keeps probation until a proven success', () => {
    let record = apply(null, [{ ...familiar, standing: 'probation' }], [member(1)], T0)
    expect(readFamiliar(record, 3, T0, member(1))?.onProbation).toBe(true)
    record = apply(record, [familiar], [member(1)], T0)
    expect(readFamiliar(record, 3, T0, member(1))?.onProbation).toBe(false)
  })
})

describe('records', () => {
  it('keep slots that a writer does not know, in order, and stay valid', () => {
    const text: Operation = { kind: 'text', slot: 9, mode: 'once', argument: 0 }
    let record = apply(null, [text], ['first'], T0)
    record = apply(record, [count], [], T0)
    record = apply(record, [text], ['second'], T0)
    record = apply(record, [{ kind: 'baseline', slot: 5, add: 1, widthDs: 600 }], [], T0)
    expect(isRecord(record as Uint8Array)).toBe(true)
    expect(readText(record, 9)).toBe('first')
    expect(readCount(record, 1, count.widthsDs, 0, T0).upperBound).toBe(1)
    expect(readBaseline(record, 5, 600, T0).current).toBe(1)
  })
  it('begin a slot anew whose length points past the end, so that what is counted can be read', () => {
    for (const operation of [count, { ...count, widthsDs: [100] }, distinct, familiar]) {
      const whole = apply(null, [operation], [member(1)], T0) as Uint8Array
      const lying = Uint8Array.from(whole)
      lying[10] = 0xff
      expect(apply(lying, [operation], [member(1)], T0)).toEqual(whole)
    }
  })
  it('forget one member and leave the rest', () => {
    let record = apply(null, [familiar], [member(1)], T0)
    record = apply(record, [familiar], [member(2)], T0)
    record = apply(record, [{ kind: 'forget', slot: 3, from: 'familiar', argument: 0 }], [member(1)], T0)
    expect(readFamiliar(record, 3, T0, member(1))).toBeNull()
    expect(readFamiliar(record, 3, T0, member(2))).not.toBeNull()
  })
  it('stay as they are when no operation has an argument', () => {
    expect(apply(null, [distinct], [null], T0)).toBeNull()
  })
})

describe('baseline', () => {
  it('learns mean and variance of the buckets in which something happened', () => {
    const operation: Operation = { kind: 'baseline', slot: 5, add: 1, widthDs: 600 }
    let record: Uint8Array | null = null
    for (let bucket = 0; bucket < 20; bucket++) {
      for (let i = 0; i < 3; i++) record = apply(record, [operation], [], T0 + bucket * 60_000 + i)
    }
    const reading = readBaseline(record, 5, 600, T0 + 20 * 60_000)
    expect(reading.finished).toBe(20)
    expect(reading.mean).toBeCloseTo(3, 5)
    expect(reading.variance).toBeCloseTo(0, 5)
  })
})
