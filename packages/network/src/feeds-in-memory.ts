import { type FeedOption, type LoadedFeed, loadFeed, markOf } from './feed-list.js'
import { ageDays, type FeedStatus } from './network-status.js'

export interface NamedFeed {
  readonly feed: FeedOption
  readonly loaded: LoadedFeed
}

export interface Feeds {
  /** Those in memory, in the order given. */
  loaded(): readonly NamedFeed[]
  /** Loads what is new or changed; what can't be loaded stays as it was. Gives the names of what changed. */
  reload(): Promise<readonly string[]>
  status(nowMs: number): readonly FeedStatus[]
}

interface Slot {
  readonly feed: FeedOption
  loaded: LoadedFeed | null
  /** The mark of a file that failed: told once, tried again when it changes. */
  failedMark: string | null
  state: FeedStatus['state']
  reason: string | null
}

export function createFeeds(options: readonly FeedOption[], onWarning: (line: string) => void): Feeds {
  const slots: readonly Slot[] = options.map((feed) => ({
    feed,
    loaded: null,
    failedMark: null,
    state: 'missing',
    reason: null,
  }))
  return {
    loaded: () => slots.flatMap(({ feed, loaded }) => (loaded === null ? [] : [{ feed, loaded }])),
    async reload() {
      const changed: string[] = []
      for (const slot of slots) if (await refresh(slot, onWarning)) changed.push(slot.feed.name)
      return changed
    },
    status: (nowMs) =>
      slots.map(({ feed, loaded, state, reason }) => ({
        ...feed,
        state,
        reason,
        ranges: loaded === null ? 0 : loaded.index.fourRanges + loaded.index.sixRanges,
        addresses: loaded?.index.addresses ?? 0,
        rejected: loaded?.rejected ?? 0,
        bytes: loaded?.index.bytes ?? 0,
        age_days: loaded === null ? null : ageDays(loaded.confirmedAt, nowMs),
      })),
  }
}

/** One after the other: parsing is work of this thread, and requests want turns in between. */
async function refresh(slot: Slot, onWarning: (line: string) => void): Promise<boolean> {
  const { file, name } = slot.feed
  const mark = await markOf(file)
  if (mark === null) {
    if (slot.reason === null) onWarning(`The list ${name} is not there: ${file}. Fetch it with riskguard feeds update.`)
    settle(slot, { state: slot.loaded === null ? 'missing' : 'stale', reason: 'no such file' })
    return false
  }
  if (mark === slot.loaded?.mark) {
    settle(slot, { state: 'loaded', reason: null })
    return false
  }
  if (mark === slot.failedMark) return false
  try {
    slot.loaded = await loadFeed(file)
    slot.failedMark = null
    settle(slot, { state: 'loaded', reason: null })
    return true
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable'
    slot.failedMark = mark
    settle(slot, { state: slot.loaded === null ? 'failed' : 'stale', reason })
    onWarning(`The list ${name} can't be used: ${reason}.`)
    return false
  }
}

function settle(slot: Slot, { state, reason }: Pick<Slot, 'state' | 'reason'>): void {
  slot.state = state
  slot.reason = reason
}
