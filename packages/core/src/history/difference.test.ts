import { describe, expect, it } from '@jest/globals'
import type { RiskEvent } from '../facts/event.js'
import { FAILED } from '../facts/need.js'
import { applyTouch, SCRATCH_BYTES } from '../store/index.js'
import { only } from './difference.js'
import { defineDistinct } from './feature.js'

const failed = defineDistinct({
  slot: 1,
  entity: 'ip',
  name: 'ip.failed',
  on: 'failure',
  member: 'person',
  keep: '24h',
})
const proven = defineDistinct({
  slot: 2,
  entity: 'ip',
  name: 'ip.proven',
  on: 'success',
  member: 'person',
  keep: '24h',
})
const MINUTE = 60_000
const NOW = Date.UTC(2026, 0, 15)

/** Members spread evenly over the alphabet's leading bits, as keyed hashes are. */
function member(n: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  let state = (n * 2654435761) >>> 0
  return Array.from({ length: 6 }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    return alphabet[state >>> 26]
  }).join('')
}

function record(writes: readonly (readonly [typeof failed, string, number])[]): Uint8Array | null {
  let bytes: Uint8Array | null = null
  for (const [feature, who, atMs] of writes) {
    const out = new Uint8Array(SCRATCH_BYTES)
    const program = {
      ttlSeconds: 60,
      protectAt: 0,
      operations: [feature.operation(0, { addHalves: 2, standing: 'proven' })],
    }
    bytes = out.slice(0, applyTouch(bytes, { kind: 'i', key: 'k', program, arguments: [who] }, atMs, out))
  }
  return bytes
}

function read(bytes: Uint8Array | null, need = only(failed, '24h', proven)) {
  return need.read({ nowMs: NOW, records: { ip: { state: 'known', bytes } } } as unknown as RiskEvent)
}

describe('who stands in one set only', () => {
  it('counts those who failed and never succeeded', () => {
    const bytes = record([
      [failed, member(1), NOW],
      [failed, member(2), NOW],
      [proven, member(2), NOW],
      [proven, member(3), NOW],
    ])
    expect(read(bytes)).toEqual({ only: 1, others: 2 })
  })

  it('looks at each set’s own window', () => {
    const bytes = record([
      [failed, member(1), NOW - 90 * MINUTE],
      [failed, member(2), NOW],
      [proven, member(2), NOW - 90 * MINUTE],
    ])
    expect(read(bytes, only(failed, '1h', proven))).toEqual({ only: 1, others: 0 })
    expect(read(bytes, only(failed, '1h', proven, '24h'))).toEqual({ only: 0, others: 1 })
  })

  it('compares samples of sets that are full', () => {
    const writes = Array.from({ length: 300 }, (_, n) => [proven, member(n), NOW] as const)
    const recovered = Array.from({ length: 200 }, (_, n) => [failed, member(n), NOW] as const)
    const attacked = Array.from({ length: 200 }, (_, n) => [failed, member(1_000 + n), NOW] as const)
    expect(read(record([...writes, ...recovered]))).toMatchObject({ only: 0 })
    const reading = read(record([...writes, ...attacked])) as { only: number; others: number }
    expect(reading.only).toBeGreaterThan(120)
    expect(reading.only).toBeLessThan(280)
    expect(reading.others).toBeGreaterThan(180)
    expect(reading.others).toBeLessThan(420)
  })

  it('is nothing for an entity never seen, absent without the entity, failed with its record', () => {
    const need = only(failed, '24h', proven)
    expect(read(null)).toEqual({ only: 0, others: 0 })
    expect(need.read({ nowMs: NOW, records: {} } as unknown as RiskEvent)).toBeUndefined()
    expect(need.read({ nowMs: NOW, records: { ip: { state: 'failed' } } } as unknown as RiskEvent)).toBe(FAILED)
  })
})
