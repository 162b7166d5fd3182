import cluster from 'node:cluster'
import type { Touch } from '../../store/operation.js'
import type { StorePort, TouchOptions, TouchReply } from '../../store/port.js'
import { findSlot } from '../../store/record.js'
import { createDocuments } from './documents.js'
import { releaseSegment } from './heap.js'
import { type MemoryStoreOptions, parseMemoryStoreOptions } from './options.js'
import { beginCall, createRecords, removeRecord, touchRecord } from './records.js'

const DAY_MS = 86_400_000
const CLOSED: TouchReply = Object.freeze({ state: 'failed', cause: 'the memory store is closed' })

/**
 * A store inside this process: records in typed arrays under one hard cap of bytes, answers synchronously, takes no timer.
 * It is lost with the process, and other processes don't see it.
 * @throws RiskError `RG_OPTION_UNKNOWN`, `RG_OPTION_INVALID`, `RG_UNIT`
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): StorePort {
  const { maxBytes, clock, reservedShare, onWarning } = parseMemoryStoreOptions(options)
  let records = createRecords(maxBytes, reservedShare)
  const documents = createDocuments(records.budget, () => {
    while (records.budget.used > records.budget.max) releaseSegment(records.heap)
  })
  let closed = false
  if (cluster.isWorker) {
    onWarning(
      'the memory store runs in a node:cluster worker: each worker counts on its own and knows 1/n of the traffic; use a shared store',
    )
  }

  return {
    kind: 'memory',
    shared: false,
    touch(touches, touchOptions) {
      if (closed) return touches.map(() => CLOSED)
      const clockMs = clock()
      const nowMs = toEventTime(touchOptions, clockMs)
      // One event dated ahead must not end everybody's blocks; a replay's events are all there is to go by.
      beginCall(records, clockMs, touchOptions.clock === 'event' ? nowMs : clockMs)
      const replies: TouchReply[] = new Array(touches.length)
      let count = touches.length
      for (let i = 0; i < count; i++) {
        const record = touchRecord(records, touches[i] as Touch, nowMs)
        replies[i] = { state: 'known', record, nowMs }
        if (i === 0 && touchOptions.guard === 'first' && isMarked(touches[0] as Touch, record)) count = 1
      }
      for (let i = count; i < touches.length; i++) replies[i] = { state: 'known', record: null, nowMs }
      return replies
    },
    async remove(keys) {
      for (const entity of keys) removeRecord(records, entity)
    },
    readDocument: async (name) => documents.read(name),
    writeDocument: async (name, text) => documents.write(name, text),
    settle: async () => 0,
    health() {
      const { heap, reserve, budget } = records
      return {
        kind: 'memory',
        ready: !closed,
        detail: {
          entities: heap.index.entities,
          bytes: budget.used,
          maxBytes,
          evicted: heap.evicted,
          expired: heap.expired,
          protected: reserve.held,
          displaced: reserve.displaced,
        },
      }
    },
    async close() {
      closed = true
      documents.clear()
      records = createRecords(maxBytes, reservedShare)
    },
  }
}

function isMarked({ program }: Touch, record: Uint8Array | null): boolean {
  const [mark] = program.operations
  return record !== null && mark !== undefined && findSlot(record, mark.slot) >= 0
}

function toEventTime({ atMs, clock }: TouchOptions, clockMs: number): number {
  if (atMs === null || !Number.isFinite(atMs)) return clockMs
  if (clock === 'event') return atMs
  return Math.min(clockMs + DAY_MS, Math.max(clockMs - DAY_MS, atMs))
}
