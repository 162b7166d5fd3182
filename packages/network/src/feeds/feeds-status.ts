import { stat } from 'node:fs/promises'
import type { FeedKind } from '../feed-list.js'
import { ageDays } from '../network-status.js'
import type { FeedConfig } from './feed-config.js'
import { readFeedNote } from './feed-note.js'

export interface FeedState {
  readonly name: string
  readonly kind: FeedKind
  readonly file: string
  readonly state: 'current' | 'stale' | 'missing'
  /** Since the copy was last known to be what its source says, whole days. */
  readonly age_days: number | null
  readonly entries: number | null
  readonly bytes: number | null
  readonly failure: { readonly at: string; readonly reason: string } | null
}

/** Days after which a copy of a kind should have been renewed: what changes hands fast first. */
const STALE_AFTER_DAYS: Readonly<Record<FeedKind, number>> = {
  tor: 2,
  proxy: 2,
  reputation: 2,
  vpn: 14,
  relay: 14,
  crawler: 30,
  datacenter: 30,
  cloud: 30,
}

/** How the lists on disk are. */
export async function feedsStatus({ feeds }: FeedConfig, now: () => number = Date.now): Promise<readonly FeedState[]> {
  return Promise.all(
    feeds.map(async ({ name, kind, file }): Promise<FeedState> => {
      const [found, note] = await Promise.all([stat(file).catch(() => null), readFeedNote(file)])
      const base = { name, kind, file, entries: note?.entries ?? null, failure: note?.failure ?? null }
      if (found === null) return { ...base, state: 'missing', age_days: null, bytes: null }
      const age = ageDays(note === null ? found.mtimeMs : Date.parse(note.confirmed_at), now())
      return { ...base, state: age > STALE_AFTER_DAYS[kind] ? 'stale' : 'current', age_days: age, bytes: found.size }
    }),
  )
}
