/**
 * Deadlines of many calls on one timer. A call is expired only after the sockets have been read once more: when the host
 * has blocked its own event loop, the reply lies there unread and the store isn't to blame.
 */
export interface Deadlines {
  /** Calls `expire` once if the watch isn't settled by `deadlineAt` (monotonic ms). */
  watch(deadlineAt: number, expire: () => void): Watch
  /** Ends a watch; false when it had expired or been settled before. */
  settle(watch: Watch): boolean
  /** Expires everything that waits, and leaves no timer. */
  close(): void
}

export interface Watch {
  deadlineAt: number
  expire: (() => void) | null
  late: boolean
}

/** Deadlines are looked at no more often than this: one wake-up serves all calls of 5 ms. */
const COARSE_MS = 5
/** A timer that fires this much after its time was held up by the process itself, not by the store. */
const LATE_MS = 10
/** What a call gets on top after such a hold-up; with {@link COARSE_MS} it stays inside the 25 ms that a decision may overrun. */
const GRACE_MS = 10
/** Longest delay a timer takes; more would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1

export function createDeadlines(now: () => number): Deadlines {
  let watches: Watch[] = []
  let waiting = 0
  let timer: NodeJS.Timeout | null = null
  let firesAt = Number.POSITIVE_INFINITY
  let poll: NodeJS.Immediate | null = null
  let due: Watch[] = []

  function arm(deadlineAt: number): void {
    if (timer !== null) clearTimeout(timer)
    const current = now()
    firesAt = Math.max(deadlineAt, current + 1)
    timer = setTimeout(fire, Math.min(firesAt - current, MAX_TIMER_MS))
    if (waiting === 0) timer.unref()
  }

  function fire(): void {
    timer = null
    const current = now()
    const wasLate = current - firesAt > LATE_MS
    firesAt = Number.POSITIVE_INFINITY
    const remaining: Watch[] = []
    let next = Number.POSITIVE_INFINITY
    for (const watch of watches) {
      if (watch.expire === null) continue
      if (watch.deadlineAt <= current) {
        if (!wasLate || watch.late) {
          due.push(watch)
          continue
        }
        watch.late = true
        watch.deadlineAt = current + GRACE_MS
      }
      remaining.push(watch)
      if (watch.deadlineAt < next) next = watch.deadlineAt
    }
    watches = remaining
    if (next < Number.POSITIVE_INFINITY) arm(Math.max(next, current + COARSE_MS))
    // Between timers and immediates the loop reads its sockets: whatever has arrived settles first.
    if (due.length > 0) poll ??= setImmediate(expireDue)
  }

  function expireDue(): void {
    poll = null
    const expired = due
    due = []
    for (const watch of expired) expireOne(watch)
  }

  function expireOne(watch: Watch): void {
    const { expire } = watch
    if (!settle(watch)) return
    expire?.()
  }

  function settle(watch: Watch): boolean {
    if (watch.expire === null) return false
    watch.expire = null
    waiting--
    // A decision that waits keeps the process alive until it is answered; nothing else here does.
    if (waiting === 0) timer?.unref()
    return true
  }

  return {
    watch(deadlineAt, expire) {
      const watch: Watch = { deadlineAt, expire, late: false }
      watches.push(watch)
      waiting++
      if (deadlineAt < firesAt) arm(deadlineAt)
      else if (waiting === 1) timer?.ref()
      return watch
    },
    settle,
    close() {
      const open = [...due, ...watches]
      due = []
      watches = []
      for (const watch of open) expireOne(watch)
      if (timer !== null) clearTimeout(timer)
      if (poll !== null) clearImmediate(poll)
      timer = null
      poll = null
      firesAt = Number.POSITIVE_INFINITY
    },
  }
}
