/** What outside knowledge says of an address, as needs of detectors. Absent without a network provider. */
import { defineFact } from './need.js'
import type { NetworkFacts, NetworkListing } from './network.js'

/** All that is known of the address, for what looks at several parts of it at once. */
export const networkView = defineFact({
  name: 'network',
  source: 'network',
  read: ({ network }) => network ?? undefined,
})

/** Lower-case names of the proxy headers that no trusted proxy answers for. Absent without an address. */
export const clientProxyHeaders = defineFact({
  name: 'address.client_proxy_headers',
  source: 'request',
  read: ({ address }) => address?.clientProxyHeaders,
})

/** Whether a crawler's claim was confirmed by its operator's DNS; absent while nobody asked or the answer is under way. */
export const crawlerProof = defineFact({
  name: 'client.crawler_proof',
  source: 'request',
  read: ({ crawlerProof }) => crawlerProof ?? undefined,
})

/** Whether the address is the exit of a privacy relay: a phone's default, and no hiding place. */
export function isRelay({ lists }: Pick<NetworkFacts, 'lists'>): boolean {
  return lists.some(({ kind }) => kind === 'relay')
}

/**
 * Days in which half of a list's addresses change hands. Tor: measured, a copy still holds 99 % of the exits after a day and
 * 77 % after ninety. The others are starting values: homes' proxies come and go with leases, data centres stay.
 */
const HALF_LIFE_DAYS: Readonly<Record<NetworkListing['kind'], number>> = {
  tor: 240,
  vpn: 240,
  proxy: 14,
  reputation: 14,
  relay: 365,
  datacenter: 720,
  cloud: 720,
  crawler: 365,
}
/** A list that doesn't say how old it is, or an operator's name instead of a list. */
const UNDATED = 0.7

/** The freshest listing of the kinds asked for, with what is left of its word: 1 for one of today, fading with its age. */
export function freshest(
  { lists }: Pick<NetworkFacts, 'lists'>,
  kinds: readonly NetworkListing['kind'][],
): { readonly listing: NetworkListing; readonly worth: number } | undefined {
  let best: { readonly listing: NetworkListing; readonly worth: number } | undefined
  for (const listing of lists) {
    if (!kinds.includes(listing.kind)) continue
    const worth = listing.age_days === null ? UNDATED : 2 ** (-listing.age_days / HALF_LIFE_DAYS[listing.kind])
    if (best === undefined || worth > best.worth) best = { listing, worth }
  }
  return best
}

/** Below it a list's word is worth nothing. */
export const LEAST_WORTH = 0.05
