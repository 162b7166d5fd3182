import type { PendingReplies, StorePort, Touch, TouchOptions, TouchReply } from '../store/index.js'
import type { Deadlines } from './deadlines.js'
import { type ReadReplies, readReplies } from './read-replies.js'
import { causeOf } from './store-failure.js'

/** One call of a store: never throws or rejects, answers by `deadlineAt`, and at once when the store does. */
export type StoreCall = (
  touches: readonly Touch[],
  options: TouchOptions,
  deadlineAt: number,
) => ReadReplies | Promise<ReadReplies>

/** @param onLate told of each reply that came after its deadline; it is ignored otherwise */
export function createStoreCall(
  store: StorePort,
  deadlines: Deadlines,
  onLate: (how: 'late_reply' | 'late_failure') => void,
): StoreCall {
  return (touches, options, deadlineAt) => {
    let pending: ReturnType<StorePort['touch']>
    try {
      pending = store.touch(touches, options)
    } catch (error) {
      return unanswered(causeOf(error))
    }
    if (!isPromise(pending)) return readReplies(pending, touches.length)
    const later = pending
    return new Promise((resolve) => {
      const watch = deadlines.watch(deadlineAt, () => resolve(lateWith(later, touches.length)))
      later.then(
        (replies) => {
          if (deadlines.settle(watch)) resolve(readReplies(replies, touches.length))
          else onLate('late_reply')
        },
        (error) => {
          if (deadlines.settle(watch)) resolve(unanswered(causeOf(error)))
          else onLate('late_failure')
        },
      )
    })
  }
}

/** What a store of several parts has by the deadline; nothing of another. */
function lateWith(pending: PendingReplies, count: number): ReadReplies {
  const arrived = pending.soFar?.()
  if (arrived === undefined || !arrived.some((reply) => reply?.state === 'known')) return unanswered('deadline')
  return readReplies(
    arrived.map((reply) => reply ?? LATE),
    count,
  )
}

const LATE: TouchReply = Object.freeze({ state: 'failed', cause: 'deadline' })

function unanswered(cause: string): ReadReplies {
  return { complete: false, cause, replies: null }
}

// A store of another copy or realm may bring its own promises.
function isPromise(value: PendingReplies | readonly TouchReply[]): value is PendingReplies {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
}
