import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Operation, Program, Touch } from '../operation.js'
import type { StorePort, TouchReply } from '../port.js'
import { arbitraryHistory, type History, historyKeys } from './arbitrary-history.js'
import { createReferenceStore, freshKey, memberOf } from './reference.js'

const KIND = 'm'
const READ: Program = { ttlSeconds: 3600, protectAt: 0, operations: [] }

/** Compares a store with the reference, operation by operation and byte by byte. */
export function describeModel(store: () => StorePort, runs: number, timeoutMs: number): void {
  it(
    'holds, after every call of any history, the bytes that the definition gives',
    () =>
      fc.assert(
        fc.asyncProperty(arbitraryHistory, (history) => replay(store(), history)),
        { numRuns: runs },
      ),
    timeoutMs,
  )

  it(
    'refuses to grow a record past its cap and keeps what it had',
    async () => {
      const operations: Operation[] = [1, 2, 3, 4, 5, 6, 7].map((slot) => ({
        kind: 'familiar',
        slot,
        cap: 127,
        addHalves: 2,
        standing: 'proven',
        argument: 0,
      }))
      const program: Program = { ttlSeconds: 3600, protectAt: 0, operations }
      const key = freshKey()
      const reference = createReferenceStore()
      for (let i = 0; i < 140; i++) {
        const touch: Touch = { kind: KIND, key, program, arguments: [memberOf(`f${i}`)] }
        const nowMs = Date.UTC(2026, 10, 21) + i * 3_600_000
        const replies = await store().touch([touch], { atMs: nowMs, clock: 'event' })
        expectSame(replies[0], reference.touch(touch, nowMs))
      }
      expect(reference.read({ kind: KIND, key })?.length).toBeGreaterThan(8000)
    },
    timeoutMs,
  )
}

async function replay(store: StorePort, history: History): Promise<void> {
  const keys = historyKeys(freshKey())
  const reference = createReferenceStore()
  const reading = keys.map((key): Touch => ({ kind: KIND, key, program: READ, arguments: [] }))
  let nowMs = history.startMs
  for (const step of history.steps) {
    nowMs += step.clockMs
    const touches = step.touches.map(
      (touch): Touch => ({
        kind: KIND,
        key: keys[touch.entity] as string,
        program: touch.program,
        arguments: touch.arguments,
      }),
    )
    const replies = await store.touch(touches, { atMs: nowMs, clock: 'event' })
    expect(replies).toHaveLength(touches.length)
    for (let i = 0; i < touches.length; i++) expectSame(replies[i], reference.touch(touches[i] as Touch, nowMs))
    if (step.removed !== null) {
      const entity = { kind: KIND, key: keys[step.removed] as string }
      await store.remove([entity])
      reference.remove(entity)
    }
    const standing = await store.touch(reading, { atMs: nowMs, clock: 'event' })
    for (let i = 0; i < reading.length; i++) expectSame(standing[i], reference.read(reading[i] as Touch))
  }
}

/** Hexadecimal, since a difference in bytes reads best there. */
function expectSame(reply: TouchReply | undefined, record: Uint8Array | null): void {
  const given = reply?.state === 'known' && reply.corrupt === undefined ? toHex(reply.record) : reply
  expect(given).toBe(toHex(record))
}

function toHex(record: Uint8Array | null): string {
  return record === null ? 'none' : Buffer.from(record).toString('hex')
}
