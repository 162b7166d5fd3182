import { readFile } from 'node:fs/promises'

/** What the updater knows of a file; it lies beside it as `<file>.json`. Times are ISO 8601. */
export interface FeedNote {
  readonly url: string
  readonly etag: string | null
  readonly last_modified: string | null
  readonly sha256: string
  readonly bytes: number
  readonly entries: number
  /** When these bytes were downloaded. */
  readonly fetched_at: string
  /** When the source last said that they are its newest. */
  readonly confirmed_at: string
  /** The last failure after that, or null. */
  readonly failure: { readonly at: string; readonly reason: string } | null
}

export function noteFile(file: string): string {
  return `${file}.json`
}

/** The note of a file, or null when there is none or it isn't one. */
export async function readFeedNote(file: string): Promise<FeedNote | null> {
  try {
    const note = JSON.parse(await readFile(noteFile(file), 'utf8')) as FeedNote
    return Number.isNaN(Date.parse(note.confirmed_at)) || typeof note.sha256 !== 'string' ? null : note
  } catch {
    return null
  }
}
