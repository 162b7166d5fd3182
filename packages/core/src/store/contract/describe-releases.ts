import { expect, it } from '@jest/globals'
import type { Operation, Program, Touch } from '../operation.js'
import type { StorePort } from '../port.js'
import { readCount, readDistinct, readFamiliar } from '../record.js'
import { freshKey, memberOf } from './reference.js'

const CALLS = 10_000
/** Calls under way at once. */
const PARALLEL = 100
const DAY_MS = 86_400_000
const DAY_DS = 864_000

const shared: Operation = { kind: 'count', slot: 2, add: 1, widthsDs: [DAY_DS] }
const onlyOlder: Operation = { kind: 'count', slot: 5, add: 1, widthsDs: [DAY_DS, 6000] }
const onlyNewer: readonly Operation[] = [
  { kind: 'count', slot: 1, add: 1, widthsDs: [DAY_DS, 600, 100] },
  { kind: 'distinct', slot: 3, cap: 64, maxAgeMs: DAY_MS, argument: 0 },
  { kind: 'count', slot: 7, add: 1, widthsDs: [DAY_DS] },
]
const table: Operation = { kind: 'familiar', slot: 4, cap: 8, addHalves: 1, standing: 'proven', argument: 1 }

const older: Program = { ttlSeconds: 86_400, protectAt: 0, operations: [shared, table, onlyOlder] }
const newer: Program = {
  ttlSeconds: 172_800,
  protectAt: 0,
  operations: [onlyNewer[0], shared, onlyNewer[1], onlyNewer[2]] as readonly Operation[],
}

/** A deploy: two releases whose feature sets differ write the same records. */
export function describeReleases(store: () => StorePort, timeoutMs: number): void {
  it(
    `loses no count of two releases with different features in ${CALLS.toLocaleString('en')} calls on one record`,
    async () => {
      const key = freshKey()
      const nowMs = Date.UTC(2026, 10, 21, 12)
      for (let call = 0; call < CALLS; call += PARALLEL) {
        const calls = Array.from({ length: PARALLEL }, (_, i) => {
          const member = memberOf(`d${(call + i) % 40}`)
          const touch: Touch = {
            kind: 'r',
            key,
            program: i % 2 === 0 ? older : newer,
            arguments: [member, memberOf('t')],
          }
          return store().touch([touch], { atMs: nowMs + call + i, clock: 'event' })
        })
        await Promise.all(calls)
      }
      const reading: Touch = { kind: 'r', key, program: { ...older, operations: [] }, arguments: [] }
      const [reply] = await store().touch([reading], { atMs: nowMs + CALLS, clock: 'event' })
      if (reply?.state !== 'known') throw new Error(`expected a record, got ${JSON.stringify(reply)}`)
      const { record } = reply
      const total = (slot: number, widthsDs: readonly number[]) =>
        readCount(record, slot, widthsDs, 0, nowMs + CALLS).upperBound
      expect(total(2, [DAY_DS])).toBe(CALLS)
      expect(total(5, [DAY_DS, 6000])).toBe(CALLS / 2)
      expect(total(1, [DAY_DS, 600, 100])).toBe(CALLS / 2)
      expect(total(7, [DAY_DS])).toBe(CALLS / 2)
      expect(readDistinct(record, 3, DAY_MS, nowMs + CALLS, null).count).toBe(20)
      expect(readFamiliar(record, 4, nowMs + CALLS, memberOf('t'))?.successes).toBe(127.5)
    },
    timeoutMs,
  )
}
