import type { Touch } from './operation.js'

/** One entity's answer. */
export type TouchReply =
  | {
      readonly state: 'known'
      /** The record as it was *before* this touch; null = never seen. */
      readonly record: Uint8Array | null
      /** The event time that the store used, ms since the Unix epoch. */
      readonly nowMs: number
      /** Something stood under the key that was no record; it has been replaced. */
      readonly corrupt?: true
    }
  | { readonly state: 'failed'; readonly cause: string }

export interface TouchOptions {
  /** Event time in ms. With `clock: 'event'` it is used as it is; with `'store'` it is clamped to ± 24 h of the store's clock. */
  readonly atMs: number | null
  readonly clock: 'event' | 'store'
  /**
   * `first`: when the first touch's record holds the slot of its first operation already (a once mark that stands), the
   * others are left undone and answer as never seen. One script on a single server; on a cluster the first goes ahead.
   */
  readonly guard?: 'first'
}

/**
 * A store's answer on its way. A store of several parts (a cluster) adds `soFar`: the replies that have arrived, null where
 * none has, so that one slow part doesn't cost a decision what the others said in time.
 */
export type PendingReplies = Promise<readonly TouchReply[]> & {
  readonly soFar?: () => readonly (TouchReply | null)[]
}

/** How a store is; the console and `degraded` show it. */
export interface StoreHealth {
  readonly kind: 'memory' | 'redis'
  readonly ready: boolean
  readonly detail: Readonly<Record<string, number | string | boolean | null>>
}

/**
 * Where history lives. One call is one round trip. A store never rejects for what a client sent; it rejects, or answers
 * `failed` per entity, when it can't reach its data. Deadlines, breakers and fallbacks are the engine's.
 */
export interface StorePort {
  readonly kind: 'memory' | 'redis'
  /** True when other processes share this store: a secret is then required. */
  readonly shared: boolean
  /** Applies the touches and answers in their order. May answer synchronously. */
  touch(touches: readonly Touch[], options: TouchOptions): PendingReplies | readonly TouchReply[]
  /** Removes whole records (erasure). */
  remove(keys: readonly { readonly kind: string; readonly key: string }[]): Promise<void>
  /** A small shared document (lists, policy versions, baselines), read in the background only. */
  readDocument(name: string): Promise<string | null>
  writeDocument(name: string, text: string): Promise<void>
  /** Waits until replicas have what was written (Redis `WAIT`); at once for a store without replicas. */
  settle(options: { readonly replicas: number; readonly timeoutMs: number }): Promise<number>
  health(): StoreHealth
  close(options: { readonly timeoutMs: number }): Promise<void>
}
