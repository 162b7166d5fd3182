import type { PendingReplies } from '@riskguard/core/store'
import type { Redis } from 'ioredis'
import type { Lane } from './lane.js'

/** How the store reaches its keys: one server, or the masters of a cluster. */
export interface Link {
  /** Whether any server can take commands. */
  isReady(): boolean
  /** Whether every server that holds keys can. */
  isWhole(): boolean
  lanes(): Iterable<Lane>
  /**
   * Applies one encoded program per key. Resolves with an answer per key, or rejects when none could be had. With several
   * servers, `soFar` tells what has arrived.
   */
  touch(keys: readonly string[], timeText: string, programs: readonly string[]): PendingReplies
  /** Sends a command about `key` to the server that holds it. */
  run<T>(key: string, command: (redis: Redis) => Promise<T>): Promise<T>
  /** Connects again where that isn't under way; called a few times a second. */
  revive(): void
  /** Drops a connection that can't be trusted any more; it comes back by itself. */
  drop(lane: Lane): void
  close(): void
}

/** What a link tells its owner. */
export interface LinkEvents {
  /** A server can take commands, from now on or again. */
  onReady(redis: Redis): void
  /** Something went wrong that no call reports. */
  onError(error: unknown): void
  onReconnect(): void
}
