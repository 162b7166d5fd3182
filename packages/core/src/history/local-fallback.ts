/**
 * Answers for a store that can't: counters of velocity and limits carry on in a small memory store of this process, what
 * was learned about somebody is `failed`.
 *
 * What is counted here is never merged into the store when it returns: a call that got no reply may have been counted
 * there, and counting it twice would turn good customers away. The local counts stay, so a store that comes and goes
 * doesn't reset a limit; an outage admits at most one more `count` per process and window.
 */
import type { StorePort, Touch, TouchOptions, TouchReply } from '../store/index.js'
import { type EntityKind, entities, LIMIT_CODE } from './entity.js'

export interface LocalFallback {
  /** Replies in the order of the touches: those of `replies` that are known, the others from here. */
  answer(
    touches: readonly Touch[],
    options: TouchOptions,
    missing: { readonly cause: string; readonly replies?: readonly (TouchReply | null)[] | null },
  ): readonly TouchReply[]
}

/**
 * Who may answer for an entity while the store is out of reach. A local record starts empty, so it may only stand in
 * where "few so far" is a fair reading, and never where it would say "new".
 */
const standIn = {
  // Rates of minutes to a day: an empty record counts too little for a while, and accuses nobody.
  ip: 'local',
  network: 'local',
  target: 'local',
  email_domain: 'local',
  email_shape: 'local',
  // 200 days of what successes taught: an empty record would make every good customer a stranger on a new device.
  profile: 'failed',
  device: 'failed',
  fingerprint: 'failed',
  // What people said: silence would be acquittal.
  ip_label: 'failed',
  // 30 days of who pays whom and with what: an empty record would make every payee and card a first.
  payee: 'failed',
  instrument: 'failed',
  // Another process may have seen the token: "unused" can't be said here.
  nonce: 'failed',
} as const satisfies Record<EntityKind, 'local' | 'failed'>

// Limits are counted wherever they can be: never unlimited.
const localCodes: ReadonlySet<string> = new Set([
  LIMIT_CODE,
  ...Object.entries(standIn).flatMap(([kind, who]) => (who === 'local' ? [entities[kind as EntityKind].code] : [])),
])

/** @param store a bounded memory store; without one everything is `failed` */
export function createLocalFallback(store: StorePort | undefined): LocalFallback {
  return {
    answer(touches, options, { cause, replies }) {
      const failed: TouchReply = { state: 'failed', cause }
      const answer = touches.map((_, index) => replies?.[index] ?? failed)
      if (store === undefined) return answer
      const places: number[] = []
      const local: Touch[] = []
      // The mark under which an outcome counts once is set here too, but says nothing of other processes: it stays failed.
      const guarded = options.guard === 'first' && answer[0]?.state === 'failed'
      touches.forEach((touch, index) => {
        const isGuard = guarded && index === 0
        if (!isGuard && (answer[index]?.state === 'known' || !localCodes.has(touch.kind))) return
        places.push(isGuard ? -1 : index)
        local.push(touch)
      })
      if (local.length === (guarded ? 1 : 0)) return answer
      const { atMs, clock } = options
      const counted = countIn(store, local, guarded ? options : { atMs, clock })
      places.forEach((place, index) => {
        if (place >= 0) answer[place] = counted?.[index] ?? failed
      })
      return answer
    },
  }
}

/** Null when the stand-in can't answer at once: another kind of store may not hold up an answer that is late already. */
function countIn(store: StorePort, touches: readonly Touch[], options: TouchOptions): readonly TouchReply[] | null {
  try {
    const counted = store.touch(touches, options)
    if (Array.isArray(counted)) return counted
    Promise.resolve(counted).catch(() => undefined)
  } catch {
    // Whatever it is, the decision goes on without: its entities stay failed.
  }
  return null
}
