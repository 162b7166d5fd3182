/**
 * The store as the engine may rely on it: answers by the deadline whatever the store does, isn't asked while it is known
 * to be away, and says on each answer what is missing.
 */
import type { StoreHealth, StorePort, Touch, TouchOptions } from '../store/index.js'
import { createBreaker } from './breaker.js'
import { createDeadlines } from './deadlines.js'
import { createFaultLog } from './fault-log.js'
import type { History, HistoryAnswer } from './history.js'
import { createLocalFallback } from './local-fallback.js'
import { createOutcomeQueue, type Sent } from './outcome-queue.js'
import type { Outcome } from './packed-outcome.js'
import { probeTouch } from './probe-touch.js'
import type { ReadReplies } from './read-replies.js'
import { createStoreCall } from './store-call.js'
import { causeOf, createFailureCounts, type DegradedReason, degradedBy, neverRan } from './store-failure.js'

export interface HistoryOptions {
  readonly store: StorePort
  /** What a probe may take, and from when on a call counts as slow, ms, default 50. Each touch brings its own deadline. */
  readonly deadlineMs?: number
  /** Monotonic ms, default `performance.now()`. */
  readonly clock?: () => number
  /** A bounded memory store that counts while `store` is out of reach. Without it, entities are then `failed`. */
  readonly fallback?: StorePort
  /** Warnings for the operator, at most 10 a minute, with counts. */
  readonly onWarning?: (message: string) => void
  /** Outcomes that may wait, default 10,000. */
  readonly maxQueued?: number
}

/** An outcome is in nobody's way; after this its fate is unknown, and it isn't sent again. */
const LEARN_DEADLINE_MS = 2_000
/** A call with less than this part of the usual deadline left had no fair chance: missing it says nothing of the store. */
const FAIR_SHARE = 0.5
/** Longest delay a timer takes. */
const MAX_TIMER_MS = 2 ** 31 - 1

const WARNING: Readonly<Record<DegradedReason, string>> = {
  deadline: 'The history store missed the deadline.',
  store_unreachable: 'The history store is out of reach.',
  store_error: 'The history store refuses.',
  store_garbage: 'The history store sent something that is no reply.',
  breaker_open: 'The history store is not asked while it is away.',
  shard_failed: 'A part of the history store did not answer.',
  closed: 'The history is closed.',
}

/** A history that a store's faults can't hold up or bring down. */
export function createHistory({
  store,
  deadlineMs = 50,
  clock = () => performance.now(),
  fallback: fallbackStore,
  onWarning = () => undefined,
  maxQueued = 10_000,
}: HistoryOptions): History {
  let ended = false
  const failures = createFailureCounts()
  const log = createFaultLog({ write: onWarning })
  const fallback = createLocalFallback(fallbackStore)
  const deadlines = createDeadlines(clock)
  const call = createStoreCall(store, deadlines, failures.add)
  const breaker = createBreaker({
    now: clock,
    async probe() {
      const read = await call([probeTouch()], { atMs: null, clock: 'store' }, clock() + deadlineMs)
      if (!read.complete) failures.add(`probe_${read.cause}`)
      // What has waited too long goes, also where nobody asks for anything.
      queue.pump()
      return read.complete
    },
    onOpen: () => log.report('open', 'The history store fails: deciding from local counters until it is back.'),
    onClose: () => {
      log.report('back', `The history store is back; ${queue.waiting} outcomes waited for it.`)
      queue.pump()
    },
  })
  const queue = createOutcomeQueue({
    send: sendOutcome,
    ready: () => breaker.state === 'closed',
    maxQueued,
    now: clock,
    onDrop(cause) {
      failures.add(cause)
      log.report(cause, 'An outcome was dropped instead of learned.')
    },
  })

  function note(cause: string, degraded: DegradedReason): void {
    failures.add(cause)
    // A store that isn't there says why: a wrong port, name or password looks alike from here.
    const state = degraded === 'store_unreachable' ? healthOf(store).detail['connection'] : undefined
    log.report(cause, `${WARNING[degraded]} (${cause}${typeof state === 'string' ? `: ${state}` : ''})`)
  }

  function answerLocally(
    touches: readonly Touch[],
    options: TouchOptions,
    cause: string,
    degraded: DegradedReason,
  ): HistoryAnswer {
    return { replies: fallback.answer(touches, options, { cause }), degraded }
  }

  function answerWith(
    touches: readonly Touch[],
    options: TouchOptions,
    read: ReadReplies,
    givenMs: number,
  ): HistoryAnswer {
    if (read.complete) {
      breaker.succeeded()
      return { replies: read.replies, degraded: null }
    }
    const { cause } = read
    if (read.replies !== null) {
      breaker.succeeded()
      note(cause, 'shard_failed')
      return { replies: fallback.answer(touches, options, read), degraded: 'shard_failed' }
    }
    if (ended) return answerLocally(touches, options, 'closed', 'closed')
    note(cause, degradedBy(cause))
    if (cause !== 'deadline' || givenMs >= deadlineMs * FAIR_SHARE) breaker.failed()
    return answerLocally(touches, options, cause, degradedBy(cause))
  }

  function sendOutcome(outcome: Outcome): Sent | Promise<Sent> {
    const startedAt = clock()
    const read = call(outcome.touches, outcome.options, startedAt + LEARN_DEADLINE_MS)
    return read instanceof Promise
      ? read.then((late) => toFate(outcome, late, startedAt))
      : toFate(outcome, read, startedAt)
  }

  function toFate(outcome: Outcome, read: ReadReplies, startedAt: number): Sent {
    if (read.complete) {
      // An outcome has more time than a decision; a store that needs it isn't well.
      if (clock() - startedAt <= deadlineMs) breaker.succeeded()
      return 'written'
    }
    note(read.cause, read.replies === null ? degradedBy(read.cause) : 'shard_failed')
    if (read.replies === null) breaker.failed()
    if (neverRan(read.cause) && read.replies === null) return 'unsent'
    // What the store may not have, the local counters get: failed logins count during an outage too.
    fallback.answer(outcome.touches, outcome.options, read)
    return 'lost'
  }

  const flush: History['flush'] = ({ timeoutMs }) => withinTime(queue.idle(), timeoutMs)

  return {
    store,
    touch(touches, options, deadlineAt) {
      if (ended) return answerLocally(touches, options, 'closed', 'closed')
      if (breaker.state !== 'closed') {
        failures.add('breaker_open')
        return answerLocally(touches, options, 'breaker_open', 'breaker_open')
      }
      const read = call(touches, options, deadlineAt)
      if (!(read instanceof Promise)) return answerWith(touches, options, read, deadlineMs)
      const givenMs = deadlineAt - clock()
      return read.then((late) => answerWith(touches, options, late, givenMs))
    },
    learn(touches, options) {
      if (!ended && breaker.state !== 'closed') fallback.answer(touches, options, { cause: 'breaker_open' })
      return queue.push({ touches, options })
    },
    flush,
    health: () => ({
      store: healthOf(store),
      breaker: breaker.state,
      queued: queue.waiting,
      dropped: queue.dropped,
      failures: failures.snapshot(),
    }),
    async close({ timeoutMs }) {
      if (ended) return
      const until = clock() + timeoutMs
      await flush({ timeoutMs })
      ended = true
      breaker.close()
      queue.close()
      deadlines.close()
      const remaining = { timeoutMs: Math.max(0, until - clock()) }
      const stores = fallbackStore === undefined ? [store] : [store, fallbackStore]
      // A store that fails to close is left behind; everything of ours has ended.
      await withinTime(Promise.allSettled(stores.map(async (each) => each.close(remaining))), remaining.timeoutMs)
    },
  }
}

function healthOf(store: StorePort): StoreHealth {
  try {
    return store.health()
  } catch (error) {
    return { kind: store.kind, ready: false, detail: { cause: causeOf(error) } }
  }
}

/** Waits for `work`, but no longer than asked; leaves no timer. */
async function withinTime(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(Math.max(0, timeoutMs), MAX_TIMER_MS))
  })
  await Promise.race([work, timeUp])
  clearTimeout(timer)
}
