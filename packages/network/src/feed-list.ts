import { readFile, stat } from 'node:fs/promises'
import type { NetworkListing } from '@riskguard/core'
import { readFeedNote } from './feeds/feed-note.js'
import { parseNetworks } from './ranges/parse-networks.js'
import { decodeTable, isCompiled } from './ranges/range-file.js'
import { createRangeIndex, type RangeIndex } from './ranges/range-table.js'

/** What stands on a list: the same kinds as in the answer. */
export type FeedKind = NetworkListing['kind']

export interface FeedOption {
  readonly kind: FeedKind
  /** Stands in the answer and in the evidence. */
  readonly name: string
  /** A text of networks in any of the forms that sites publish, or what `riskguard feeds compile` made of one. */
  readonly file: string
}

/** One list in memory. */
export interface LoadedFeed {
  readonly index: RangeIndex
  /** When the copy was last known to be what its source says, ms since the Unix epoch. */
  readonly confirmedAt: number
  /** Changes when the file does. */
  readonly mark: string
  readonly rejected: number
}

/** Size and time of a file as a mark of its content, or null when there is none. */
export async function markOf(file: string): Promise<string | null> {
  try {
    const [{ size, mtimeMs, ino }, note] = await Promise.all([stat(file), readFeedNote(file)])
    return `${ino} ${size} ${mtimeMs} ${note?.confirmed_at ?? ''}`
  } catch {
    return null
  }
}

/** @throws Error for a file that can't be read or holds no network */
export async function loadFeed(file: string): Promise<LoadedFeed> {
  const mark = (await markOf(file)) ?? ''
  const [bytes, { mtimeMs }, note] = await Promise.all([readFile(file), stat(file), readFeedNote(file)])
  const confirmedAt = note === null ? mtimeMs : Date.parse(note.confirmed_at)
  if (isCompiled(bytes))
    return { index: createRangeIndex(decodeTable(bytes, file).table), confirmedAt, mark, rejected: 0 }
  const { table, entries, rejected } = parseNetworks(bytes.toString('latin1'))
  if (entries === 0) throw new Error(`${file} holds no network`)
  return { index: createRangeIndex(table), confirmedAt, mark, rejected }
}
