/** Something read again and again in the background, until stopped. */
export interface Refresher {
  stop(): void
}

/** With the jitter at most 2 s, which is how old a local copy may be. */
const INTERVAL_MS = 1600
/** Processes that started together don't ask together. */
const JITTER = 0.25
const MAX_BACKOFF_MS = 15_000
/** A read that hasn't come back by then counts as failed; its late answer is as good as any. */
const GIVE_UP_MS = 5000

/**
 * Reads at once and then every 1.2 to 2 s; after failures less and less often, every 15 s at last. Timers don't keep the
 * process alive.
 * @param read never rejects
 */
export function startRefresher(read: () => Promise<'ok' | 'failed'>): Refresher {
  let timer: NodeJS.Timeout | undefined
  let failed = 0
  let stopped = false

  function next(outcome: 'ok' | 'failed'): void {
    if (stopped) return
    failed = outcome === 'ok' ? 0 : failed + 1
    const delay = Math.min(INTERVAL_MS * 2 ** failed, MAX_BACKOFF_MS) * (1 - JITTER * (2 * Math.random() - 1))
    timer = setTimeout(run, delay)
    timer.unref()
  }

  function run(): void {
    let settled = false
    const settle = (outcome: 'ok' | 'failed') => {
      if (settled) return
      settled = true
      clearTimeout(patience)
      next(outcome)
    }
    const patience = setTimeout(settle, GIVE_UP_MS, 'failed')
    patience.unref()
    timer = patience
    read().then(settle)
  }

  run()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
