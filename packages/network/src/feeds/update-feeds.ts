import { encodeTable } from '../ranges/range-file.js'
import { DEFAULT_PATIENCE, type Download, download, type Patience } from './download.js'
import type { FeedConfig, FeedSource } from './feed-config.js'
import { type FeedNote, noteFile, readFeedNote } from './feed-note.js'
import { judgeFeed } from './judge-feed.js'
import { replaceFile } from './replace-file.js'

export interface FeedUpdate {
  readonly name: string
  /** `kept`: something is wrong with the new one, and the old copy, if there is one, stays. */
  readonly result: 'replaced' | 'same' | 'kept' | 'unmanaged'
  readonly reason: string | null
  readonly entries: number | null
}

export interface UpdateOptions {
  /** Only these. Default all. */
  readonly names?: readonly string[]
  /** These may shrink as they like, once. */
  readonly acceptShrunken?: readonly string[]
  readonly patience?: Patience
  readonly now?: () => number
  readonly onProgress?: (name: string, bytes: number, total: number | null) => void
}

/** Fetches every list that has an address, one after the other; what is broken, empty or shrunken never replaces a good copy. */
export async function updateFeeds({ feeds }: FeedConfig, options: UpdateOptions = {}): Promise<readonly FeedUpdate[]> {
  const chosen = feeds.filter(({ name }) => options.names === undefined || options.names.includes(name))
  const updates: FeedUpdate[] = []
  for (const feed of chosen) {
    updates.push(
      feed.url === null
        ? { name: feed.name, result: 'unmanaged', reason: 'it has no address to fetch it from', entries: null }
        : await update(feed, feed.url, options),
    )
  }
  return updates
}

async function update(feed: FeedSource, url: string, options: UpdateOptions): Promise<FeedUpdate> {
  const patience = options.patience ?? DEFAULT_PATIENCE
  const nowText = new Date((options.now ?? Date.now)()).toISOString()
  const note = await readFeedNote(feed.file)
  // A copy of another source says nothing of this one.
  const own = note !== null && note.url === url ? note : null
  const got = await download({
    url,
    headers: feed.headers,
    maxBytes: feed.maxBytes,
    etag: own?.etag ?? null,
    lastModified: own?.last_modified ?? null,
    patience,
    onProgress: (bytes, total) => options.onProgress?.(feed.name, bytes, total),
  })
  if (got.result === 'failed') return kept(feed, note, { at: nowText, reason: got.reason })
  if (got.result === 'same') {
    if (own === null)
      return kept(feed, note, { at: nowText, reason: 'the source says unchanged of what was never fetched' })
    await writeNote(feed.file, { ...own, confirmed_at: nowText, failure: null })
    return { name: feed.name, result: 'same', reason: null, entries: own.entries }
  }
  const forged = feed.sha256Url === null ? null : await digestProblem(feed.sha256Url, got, { url, feed, patience })
  if (forged !== null) return kept(feed, note, { at: nowText, reason: forged })
  const mayShrink = options.acceptShrunken?.includes(feed.name) === true
  const judged = judgeFeed(got.bytes, feed, mayShrink ? null : (note?.entries ?? null))
  if (!judged.fit) return kept(feed, note, { at: nowText, reason: judged.reason })
  const { table, entries, reserved } = judged.parsed
  await replaceFile(feed.file, encodeTable({ table, names: null }))
  await writeNote(feed.file, {
    url,
    etag: got.etag,
    last_modified: got.lastModified,
    sha256: got.sha256,
    bytes: got.bytes.length,
    entries: entries - reserved,
    fetched_at: nowText,
    confirmed_at: nowText,
    failure: null,
  })
  return { name: feed.name, result: 'replaced', reason: null, entries: entries - reserved }
}

/** Null when the published digest is that of the bytes. */
async function digestProblem(
  sha256Url: string,
  { sha256 }: Extract<Download, { result: 'fetched' }>,
  { url, feed, patience }: { readonly url: string; readonly feed: FeedSource; readonly patience: Patience },
): Promise<string | null> {
  const published = await download({
    url: sha256Url,
    headers: feed.headers,
    maxBytes: MAX_DIGEST_BYTES,
    etag: null,
    lastModified: null,
    patience,
    onProgress: () => undefined,
  })
  if (published.result !== 'fetched')
    return `its digest could not be fetched${published.result === 'failed' ? `: ${published.reason}` : ''}`
  const own = new URL(url).pathname.split('/').at(-1) ?? ''
  const digests = published.bytes
    .toString('latin1')
    .split('\n')
    .map((line) => /^([0-9a-fA-F]{64})(?:\s+\*?(\S+))?\s*$/.exec(line.trim()))
    .filter((match) => match !== null)
  const named =
    digests.find((match) => match[2]?.split('/').at(-1) === own) ?? (digests.length === 1 ? digests[0] : undefined)
  if (named === undefined) return 'its digest is not among those published'
  return named[1]?.toLowerCase() === sha256 ? null : 'its bytes are not those that the digest was made of'
}

const MAX_DIGEST_BYTES = 1_048_576

async function kept(
  feed: FeedSource,
  note: FeedNote | null,
  failure: NonNullable<FeedNote['failure']>,
): Promise<FeedUpdate> {
  if (note !== null) await writeNote(feed.file, { ...note, failure })
  return { name: feed.name, result: 'kept', reason: failure.reason, entries: note?.entries ?? null }
}

function writeNote(file: string, note: FeedNote): Promise<void> {
  return replaceFile(noteFile(file), `${JSON.stringify(note, null, 2)}\n`)
}
