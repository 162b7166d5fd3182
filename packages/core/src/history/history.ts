import type { StoreHealth, StorePort, Touch, TouchOptions, TouchReply } from '../store/index.js'

/** What one round trip gave, and whether anything is missing. */
export interface HistoryAnswer {
  /** In the order of the touches. From the local fallback when the store was out of reach. */
  readonly replies: readonly TouchReply[]
  /** Why the answer is incomplete: `deadline`, `store_unreachable`, `breaker_open`, `shard_failed` …; null = complete. */
  readonly degraded: string | null
}

/** History as the engine uses it: a store under a deadline, with a breaker, a local fallback and a queue for outcomes. */
export interface History {
  readonly store: StorePort
  /** The assessment's one round trip. Never rejects and answers by `deadlineAt` (monotonic, `performance.now()` ms). */
  touch(touches: readonly Touch[], options: TouchOptions, deadlineAt: number): Promise<HistoryAnswer> | HistoryAnswer
  /** Learning: queued, sent once, never in the way of an answer. Resolves when written, `false` when it was dropped. */
  learn(touches: readonly Touch[], options: TouchOptions): Promise<boolean>
  /** Waits for what is queued. */
  flush(options: { readonly timeoutMs: number }): Promise<void>
  health(): HistoryHealth
  close(options: { readonly timeoutMs: number }): Promise<void>
}

export interface HistoryHealth {
  readonly store: StoreHealth
  readonly breaker: 'closed' | 'open' | 'probing'
  readonly queued: number
  readonly dropped: number
  readonly failures: Readonly<Record<string, number>>
}
