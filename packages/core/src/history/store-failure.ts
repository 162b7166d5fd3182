/** What kept a store from answering, as short stable names that can be counted, logged and shown. */

/** Why an answer is incomplete. */
export type DegradedReason =
  /** No reply by the decision's deadline. */
  | 'deadline'
  /** The store can't be reached at all. */
  | 'store_unreachable'
  /** It can be reached and refuses: loading, read-only, out of memory, not permitted. */
  | 'store_error'
  /** It replied with something that isn't a reply. */
  | 'store_garbage'
  /** Recent calls failed, so it wasn't asked. */
  | 'breaker_open'
  /** Part of it couldn't answer; the rest of the answer is complete. */
  | 'shard_failed'
  /** The history has been closed. */
  | 'closed'

const REFUSALS: ReadonlySet<string> = new Set([
  'loading',
  'readonly',
  'misconf',
  'oom',
  'noperm',
  'noauth',
  'clusterdown',
  'moved',
  'busy',
  'masterdown',
  'noreplicas',
  'other',
])

/** Failures in which the store certainly did nothing, so that sending again can't count twice. */
const NEVER_RUN: ReadonlySet<string> = new Set(['not_connected', 'loading', 'econnrefused', 'enotfound'])

const CAUSE = /^[a-z][a-z0-9_]{0,31}$/

/**
 * The cause a store named: the `cause` of its error when that is a short name, a system error's `code`, else `rejected`.
 * Never the message, which may hold an address or a command.
 */
export function causeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'rejected'
  const { cause, code } = error as { readonly cause?: unknown; readonly code?: unknown }
  for (const given of [cause, code]) {
    const name = typeof given === 'string' ? given.toLowerCase() : ''
    if (CAUSE.test(name)) return name
  }
  return 'rejected'
}

export function degradedBy(cause: string): DegradedReason {
  if (cause === 'deadline' || cause === 'closed') return cause
  if (cause === 'garbage') return 'store_garbage'
  return REFUSALS.has(cause) ? 'store_error' : 'store_unreachable'
}

export function neverRan(cause: string): boolean {
  return NEVER_RUN.has(cause)
}

/** Counters by cause. The number of causes is bounded, whatever a store calls its failures. */
export interface FailureCounts {
  add(cause: string): void
  snapshot(): Readonly<Record<string, number>>
}

const MAX_CAUSES = 32

export function createFailureCounts(): FailureCounts {
  const counts = new Map<string, number>()
  return {
    add(cause) {
      const name = counts.has(cause) || counts.size < MAX_CAUSES ? cause : 'other'
      counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    snapshot: () => Object.fromEntries(counts),
  }
}
