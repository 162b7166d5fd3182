import type { NetworkFacts, NetworkKind, NetworkListing } from '../../facts/network.js'

/** Nothing ties the attempt to a good user. */
export const stranger = {
  own: undefined,
  proven: undefined,
  deviceFailed: undefined,
  deviceFailures: undefined,
  operator: undefined,
}
/** A user on a device of their own. */
export const ownDevice = { own: { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false } }

/** What is known of an address of such a kind that stands on such lists. */
export function address(kind: NetworkKind | null, ...lists: readonly NetworkListing[]): NetworkFacts {
  return { country: 'NL', city: null, location: null, timezone: null, asn: 64500, organization: 'Example', kind, lists }
}

export function listed(kind: NetworkListing['kind'], age_days: number | null = 0): NetworkListing {
  return { name: `${kind}-list`, kind, age_days }
}
/** A user whose VPN, or office, this operator's network is. */
export const ownOperator = { operator: { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false } }
