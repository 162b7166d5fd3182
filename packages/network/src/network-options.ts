import { describeGiven, RiskError } from '@riskguard/core/address'
import type { FeedKind, FeedOption } from './feed-list.js'

export interface NetworkOptions {
  /** An mmdb of countries. Not needed where `city` knows them. */
  readonly country?: string | false
  /** An mmdb of cities, or the folder of one per version of the protocol. */
  readonly city?: string | false
  /** An mmdb of operators, a compiled table, or a CSV file or folder. */
  readonly asn?: string | false
  readonly feeds?: readonly FeedOption[]
  /** How often changed files are looked for, ms. Default 300,000; 0: only when `reload()` is called. */
  readonly refreshMs?: number
  /** Where a compiled CSV of operators is kept. Default `.cache/riskguard` beside the package; false: nowhere. */
  readonly cacheFolder?: string | false
  /** For ages of lists, ms since the Unix epoch. Default `Date.now`. */
  readonly clock?: () => number
  /** Told of a list that can't be used, or of a database that was exchanged for a damaged one. Default a process warning. */
  readonly onWarning?: (line: string) => void
}

export interface ParsedNetworkOptions {
  /** Undefined: whatever is installed. */
  readonly country: string | false | undefined
  readonly city: string | false | undefined
  readonly asn: string | false | undefined
  readonly feeds: readonly FeedOption[]
  readonly refreshMs: number
  readonly cacheFolder: string | false | undefined
  readonly clock: () => number
  readonly onWarning: (line: string) => void
}

export const feedKinds = [
  'vpn',
  'tor',
  'datacenter',
  'relay',
  'proxy',
  'cloud',
  'crawler',
  'reputation',
] as const satisfies readonly FeedKind[]

const NAMES = ['country', 'city', 'asn', 'feeds', 'refreshMs', 'cacheFolder', 'clock', 'onWarning'] as const
const FIVE_MINUTES_MS = 300_000
const MAX_REFRESH_MS = 86_400_000

/** @throws RiskError `RG_OPTION_UNKNOWN` or `RG_OPTION_INVALID` */
export function parseNetworkOptions(given: NetworkOptions): ParsedNetworkOptions {
  for (const name of Object.keys(given)) {
    if (!(NAMES as readonly string[]).includes(name))
      throw new RiskError(
        'RG_OPTION_UNKNOWN',
        `createNetwork has no option ${describeGiven(name)}. It has ${NAMES.join(', ')}.`,
      )
  }
  const { refreshMs = FIVE_MINUTES_MS, clock = Date.now, onWarning = emitWarning } = given
  if (!Number.isFinite(refreshMs) || refreshMs < 0 || refreshMs > MAX_REFRESH_MS)
    throw invalid('refreshMs', refreshMs, `a number of ms from 0 to ${MAX_REFRESH_MS}`)
  if (typeof clock !== 'function') throw invalid('clock', clock, 'a function that gives ms')
  if (typeof onWarning !== 'function') throw invalid('onWarning', onWarning, 'a function that takes a line')
  return {
    country: pathOf('country', given.country),
    city: pathOf('city', given.city),
    asn: pathOf('asn', given.asn),
    feeds: parseFeeds(given.feeds ?? []),
    refreshMs,
    cacheFolder: pathOf('cacheFolder', given.cacheFolder),
    clock,
    onWarning,
  }
}

function pathOf(name: string, value: string | false | undefined): string | false | undefined {
  if (value === undefined || value === false || (typeof value === 'string' && value !== '')) return value
  throw invalid(name, value, 'a path, or false')
}

function parseFeeds(feeds: readonly FeedOption[]): readonly FeedOption[] {
  if (!Array.isArray(feeds)) throw invalid('feeds', feeds, 'a list of { kind, name, file }')
  const names = new Set<string>()
  return feeds.map((feed: FeedOption, i) => {
    const { kind, name, file } = feed ?? {}
    if (!(feedKinds as readonly unknown[]).includes(kind))
      throw invalid(`feeds[${i}].kind`, kind, `one of ${feedKinds.join(', ')}`)
    if (typeof name !== 'string' || name === '' || name.length > 64)
      throw invalid(`feeds[${i}].name`, name, 'a name of 1 to 64 characters')
    if (names.has(name)) throw invalid(`feeds[${i}].name`, name, 'a name that no other feed has')
    if (typeof file !== 'string' || file === '') throw invalid(`feeds[${i}].file`, file, 'a path')
    names.add(name)
    return { kind, name, file }
  })
}

function invalid(name: string, value: unknown, expected: string): RiskError {
  return new RiskError('RG_OPTION_INVALID', `${name}: ${describeGiven(value)} is refused. Expected ${expected}.`)
}

function emitWarning(line: string): void {
  process.emitWarning(line, 'RiskGuardWarning')
}
