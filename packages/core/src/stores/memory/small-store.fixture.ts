import { entityKey } from '../../store/contract/index.js'
import type { CountOperation, Operation, Program, Touch } from '../../store/operation.js'
import type { StorePort, TouchReply } from '../../store/port.js'
import { readCount } from '../../store/record.js'
import { createMemoryStore } from './memory-store.js'

export const MIB = 1024 * 1024
export const AT_MS = Date.UTC(2026, 10, 21, 12)
const WIDTHS_DS = [100, 6000]
export const count: CountOperation = { kind: 'count', slot: 1, add: 1, widthsDs: WIDTHS_DS }
export const sources: Operation = { kind: 'distinct', slot: 2, cap: 64, maxAgeMs: 3_600_000, argument: 0 }
export const plain: Program = { ttlSeconds: 3600, protectAt: 0, operations: [count] }
export const protecting: Program = { ttlSeconds: 3600, protectAt: 5, operations: [count] }

export function touchOf(name: string, program = plain, values: readonly (string | null)[] = []): Touch {
  return { kind: 'i', key: entityKey(name), program, arguments: values }
}

/** The memory store answers at once. */
export function touch(store: StorePort, touches: readonly Touch[], atMs = AT_MS): readonly TouchReply[] {
  const replies = store.touch(touches, { atMs, clock: 'event' })
  if (replies instanceof Promise) throw new Error('expected an answer, got a promise')
  return replies
}

export function countIn(store: StorePort, name: string, atMs = AT_MS): number {
  const [reply] = touch(store, [touchOf(name, { ...plain, operations: [] })], atMs)
  return reply?.state === 'known' ? readCount(reply.record, 1, WIDTHS_DS, 0, atMs).upperBound : Number.NaN
}

export function flood(store: StorePort, identities: number, name: string, atMs = AT_MS): void {
  for (let i = 0; i < identities; i++) touch(store, [touchOf(`${name}.${i}`)], atMs)
}

export function figure(store: StorePort, name: string): number {
  return store.health().detail[name] as number
}

export const smallStore = (clock = () => AT_MS) => createMemoryStore({ maxBytes: MIB, clock })
