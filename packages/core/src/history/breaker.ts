/**
 * Stops asking a store that doesn't answer, and finds out on its own when it is back. While it is open no request waits:
 * a probe, one at a time, asks in the background.
 */
export interface Breaker {
  readonly state: BreakerState
  /** A call was answered in time. */
  succeeded(): void
  /** A call failed or ran out of time. */
  failed(): void
  close(): void
}

export type BreakerState = 'closed' | 'open' | 'probing'

/** One lost packet or a failover's few errors don't open it; at one request at a time a dead store costs five deadlines. */
const CONSECUTIVE_FAILURES = 5
/** A store that fails every other call is no use either: half of at least 20 calls within 10 s. */
const FAILURE_SHARE = 0.5
const SHARE_MIN_CALLS = 20
const SHARE_WINDOW_MS = 10_000
/** First probe soon, because most faults are a reconnect of some 50 ms. */
const FIRST_PROBE_MS = 100
/** Then doubling, never rarer than this: a store that returns is used again within 2 s. */
const MAX_PROBE_MS = 1_000

export interface BreakerOptions {
  /** Monotonic ms. */
  readonly now: () => number
  /** Asks the store once; never rejects, and answers in bounded time. */
  readonly probe: () => Promise<boolean>
  readonly onOpen: () => void
  readonly onClose: () => void
  /** 0 ≤ x < 1; spreads the probes of many processes. Default `Math.random`. */
  readonly random?: () => number
}

export function createBreaker({ now, probe, onOpen, onClose, random = Math.random }: BreakerOptions): Breaker {
  let state: BreakerState = 'closed'
  let consecutive = 0
  let windowFrom = Number.NEGATIVE_INFINITY
  let windowCalls = 0
  let windowFailures = 0
  let probeAfterMs = FIRST_PROBE_MS
  let timer: NodeJS.Timeout | null = null
  let ended = false

  function open(): void {
    state = 'open'
    probeAfterMs = FIRST_PROBE_MS
    scheduleProbe()
    onOpen()
  }

  function scheduleProbe(): void {
    if (ended) return
    // Half to the whole of the interval.
    timer = setTimeout(runProbe, probeAfterMs * (0.5 + random() / 2))
    timer.unref()
    probeAfterMs = Math.min(probeAfterMs * 2, MAX_PROBE_MS)
  }

  async function runProbe(): Promise<void> {
    timer = null
    state = 'probing'
    const answered = await probe()
    if (ended) return
    if (!answered) {
      state = 'open'
      scheduleProbe()
      return
    }
    state = 'closed'
    consecutive = 0
    windowFrom = Number.NEGATIVE_INFINITY
    onClose()
  }

  return {
    get state() {
      return state
    },
    succeeded() {
      consecutive = 0
      windowCalls++
    },
    failed() {
      // What was under way when it opened has no say: only a probe changes an open breaker.
      if (state !== 'closed') return
      const current = now()
      if (current - windowFrom > SHARE_WINDOW_MS) {
        windowFrom = current
        windowCalls = 0
        windowFailures = 0
      }
      consecutive++
      windowCalls++
      windowFailures++
      const tooMany = windowCalls >= SHARE_MIN_CALLS && windowFailures >= windowCalls * FAILURE_SHARE
      if (consecutive >= CONSECUTIVE_FAILURES || tooMany) open()
    },
    close() {
      ended = true
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
