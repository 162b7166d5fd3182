import type { FeedKind } from './feed-list.js'

export interface SourceStatus {
  readonly what: 'country' | 'city' | 'asn'
  readonly files: readonly string[]
  /** Bytes in memory. */
  readonly bytes: number
  /** Since the data was built, whole days. */
  readonly age_days: number
}

export interface FeedStatus {
  readonly name: string
  readonly kind: FeedKind
  readonly file: string
  /** `stale`: loaded, but the file has since become unreadable. */
  readonly state: 'loaded' | 'stale' | 'missing' | 'failed'
  /** Why it isn't what it should be. */
  readonly reason: string | null
  readonly ranges: number
  /** IPv4 addresses covered. */
  readonly addresses: number
  /** Lines that held no network. */
  readonly rejected: number
  readonly bytes: number
  readonly age_days: number | null
}

export interface NetworkStatus {
  readonly sources: readonly SourceStatus[]
  readonly feeds: readonly FeedStatus[]
  /** Answers in the cache. */
  readonly cached: number
}

const DAY_MS = 86_400_000

/** Whole days, never negative: clocks differ. */
export function ageDays(thenMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - thenMs) / DAY_MS))
}
