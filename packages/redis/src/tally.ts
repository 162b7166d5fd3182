import type { RedisFailureCause } from './failure.js'
import type { RedisWarning } from './server-warnings.js'

/** What the store has lived through since it was made; `health()` shows it. */
export interface Tally {
  failed(cause: RedisFailureCause): void
  corrupted(): void
  reconnected(): void
  /** How the connection stands, in a word: `connecting`, `ready`, `lost`, or what it last failed with, such as ECONNREFUSED. */
  connection(state: string): void
  warned(warning: RedisWarning): void
  detail(): Record<string, number | string | null>
}

export function createTally(listeners: {
  readonly onFailure: (cause: RedisFailureCause) => void
  readonly onWarning: (warning: RedisWarning) => void
}): Tally {
  const failures = new Map<RedisFailureCause, number>()
  const warnings = new Set<RedisWarning['code']>()
  let failed = 0
  let corrupt = 0
  let reconnects = 0
  let lastFailure: RedisFailureCause | null = null
  let connection = 'connecting'

  return {
    failed(cause) {
      failed++
      failures.set(cause, (failures.get(cause) ?? 0) + 1)
      lastFailure = cause
      guarded(() => listeners.onFailure(cause))
    },
    corrupted: () => void corrupt++,
    reconnected() {
      reconnects++
      if (connection === 'ready') connection = 'lost'
    },
    connection: (state) => {
      connection = state
    },
    warned(warning) {
      if (warnings.has(warning.code)) return
      warnings.add(warning.code)
      guarded(() => listeners.onWarning(warning))
    },
    detail() {
      const detail: Record<string, number | string | null> = {
        connection,
        reconnects,
        corrupt,
        failed,
        lastFailure,
      }
      for (const [cause, count] of failures) detail[`failed.${cause}`] = count
      detail['warnings'] = [...warnings].sort().join(' ')
      return detail
    },
  }
}

/** A listener of the host's may throw; our counting must not fail for it. */
function guarded(listener: () => void): void {
  try {
    listener()
  } catch {
    // Whatever it is, it isn't ours to handle here, and there is nobody to hand it to.
  }
}
