import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describeGiven, RiskError } from '@riskguard/core/address'
import type { FeedOption } from '../feed-list.js'
import { feedKinds } from '../network-options.js'

/** One list to keep fresh. */
export interface FeedSource extends FeedOption {
  /** Where it is published, http or https. Null: a file that somebody else keeps. */
  readonly url: string | null
  /** Where the SHA-256 of those bytes is published: the digest, or lines of digest and file name. */
  readonly sha256Url: string | null
  /** Fewer networks than this are no list. Default 1. */
  readonly minEntries: number
  /** A download may lose this share of the copy's networks, 0 to 1, before it is refused. Default 0.5. */
  readonly maxShrink: number
  /** Bytes. Default 64 MiB. */
  readonly maxBytes: number
  /** Sent with the request: a key, say. A value that is `$NAME` is taken from the environment. */
  readonly headers: Readonly<Record<string, string>>
}

export interface FeedConfig {
  /** Where compiled lists lie. */
  readonly folder: string
  readonly feeds: readonly FeedSource[]
}

const DEFAULTS = { minEntries: 1, maxShrink: 0.5, maxBytes: 64 * 1024 * 1024 }
const KEYS = ['name', 'kind', 'url', 'file', 'sha256Url', 'minEntries', 'maxShrink', 'maxBytes', 'headers'] as const

/**
 * Reads a JSON file of `{ "folder": "feeds", "feeds": [{ "name", "kind", "url" }] }`; paths in it are relative to it.
 * @throws RiskError `RG_NETWORK_DATA` when it can't be read, `RG_OPTION_UNKNOWN` or `RG_OPTION_INVALID` for what it says
 */
export async function readFeedConfig(file: string): Promise<FeedConfig> {
  let given: unknown
  try {
    given = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new RiskError(
      'RG_NETWORK_DATA',
      `${file} can't be read as JSON: ${error instanceof Error ? error.message : 'failed'}`,
    )
  }
  return parseFeedConfig(given, dirname(resolve(file)))
}

/** @throws RiskError as {@link readFeedConfig} */
export function parseFeedConfig(given: unknown, base: string): FeedConfig {
  const root = record('the file', given)
  refuseUnknown('the file', root, ['folder', 'feeds'])
  const folder = resolve(base, text('folder', root.folder ?? 'feeds'))
  if (!Array.isArray(root.feeds) || root.feeds.length === 0)
    throw invalid('feeds', root.feeds, 'a list of { name, kind, url }')
  const feeds = root.feeds.map((feed: unknown, i) => parseSource(`feeds[${i}]`, feed, { folder, base }))
  const names = new Set(feeds.map(({ name }) => name))
  if (names.size < feeds.length) throw invalid('feeds', [...names], 'names that are all different')
  return { folder, feeds }
}

/** What `createNetwork` takes: the lists of a feed file, as `riskguard feeds update` keeps them. */
export async function feedsOf(file: string): Promise<readonly FeedOption[]> {
  const { feeds } = await readFeedConfig(file)
  return feeds.map(({ kind, name, file: path }) => ({ kind, name, file: path }))
}

function parseSource(
  at: string,
  given: unknown,
  { folder, base }: { readonly folder: string; readonly base: string },
): FeedSource {
  const feed = record(at, given)
  refuseUnknown(at, feed, KEYS)
  const name = text(`${at}.name`, feed.name)
  // It becomes a file's name.
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(name)) throw invalid(`${at}.name`, name, 'lower-case letters, digits, - and _')
  const kind = feedKinds.find((known) => known === feed.kind)
  if (kind === undefined) throw invalid(`${at}.kind`, feed.kind, `one of ${feedKinds.join(', ')}`)
  const url = feed.url === undefined ? null : address(`${at}.url`, feed.url)
  if (url === null && feed.file === undefined)
    throw invalid(`${at}.url`, feed.url, 'an address to fetch it from, or file')
  return {
    name,
    kind,
    url,
    file: feed.file === undefined ? join(folder, `${name}.rgt`) : resolve(base, text(`${at}.file`, feed.file)),
    sha256Url: feed.sha256Url === undefined ? null : address(`${at}.sha256Url`, feed.sha256Url),
    minEntries: amount(`${at}.minEntries`, feed.minEntries ?? DEFAULTS.minEntries, { from: 1, to: 2 ** 21 }),
    maxShrink: amount(`${at}.maxShrink`, feed.maxShrink ?? DEFAULTS.maxShrink, { from: 0, to: 1 }),
    maxBytes: amount(`${at}.maxBytes`, feed.maxBytes ?? DEFAULTS.maxBytes, { from: 1, to: 2 ** 29 }),
    headers: parseHeaders(`${at}.headers`, feed.headers ?? {}),
  }
}

function parseHeaders(at: string, given: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record(at, given)).map(([name, value]) => [name, text(`${at}.${name}`, value)]),
  )
}

function address(at: string, value: unknown): string {
  const given = text(at, value)
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw invalid(at, value, 'an http or https address')
  return given
}

function text(at: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw invalid(at, value, 'a text')
  return value
}

function amount(at: string, value: unknown, { from, to }: { readonly from: number; readonly to: number }): number {
  if (typeof value !== 'number' || !(value >= from && value <= to))
    throw invalid(at, value, `a number from ${from} to ${to}`)
  return value
}

function record(at: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(at, value, 'an object')
  return value as Readonly<Record<string, unknown>>
}

function refuseUnknown(at: string, given: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  const other = Object.keys(given).find((key) => !known.includes(key))
  if (other !== undefined)
    throw new RiskError(
      'RG_OPTION_UNKNOWN',
      `${at} has no setting ${describeGiven(other)}. It has ${known.join(', ')}.`,
    )
}

function invalid(at: string, value: unknown, expected: string): RiskError {
  return new RiskError('RG_OPTION_INVALID', `${at}: ${describeGiven(value)} is refused. Expected ${expected}.`)
}
