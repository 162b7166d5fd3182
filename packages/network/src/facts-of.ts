import tzLookup from '@photostructure/tz-lookup'
import type { NetworkFacts, NetworkListing } from '@riskguard/core'
import type { ParsedIp } from '@riskguard/core/address'
import type { Operator } from './data/mmdb-layouts.js'
import type { Sources } from './data/open-sources.js'
import type { NamedFeed } from './feeds-in-memory.js'
import { kindOf, type OperatorFacts } from './kind/kind-of.js'
import { ageDays } from './network-status.js'

export type FactsOf = (ip: ParsedIp) => NetworkFacts

/** Kinds of list that say where servers are. Of a relay's exit they are true and beside the point. */
const OF_SERVERS: ReadonlySet<NetworkListing['kind']> = new Set(['vpn', 'proxy', 'datacenter', 'cloud'])
const NO_LISTS: readonly NetworkListing[] = Object.freeze([])
const OPERATOR_LIST: Readonly<Record<'operator' | 'carrier', NetworkListing>> = {
  operator: Object.freeze({ name: 'vpn_operators', kind: 'vpn', age_days: null }),
  carrier: Object.freeze({ name: 'vpn_carriers', kind: 'vpn', age_days: null }),
}

/** Puts together what databases and lists say, relays first. */
export function createFacts(sources: Sources, feeds: readonly NamedFeed[], clock: () => number): FactsOf {
  const nowMs = clock()
  const lists = feeds.map(({ feed, loaded }) => ({
    index: loaded.index,
    listing: Object.freeze({ name: feed.name, kind: feed.kind, age_days: ageDays(loaded.confirmedAt, nowMs) }),
  }))
  const relays = lists.filter(({ listing }) => listing.kind === 'relay')
  const relaysKnown = {
    4: relays.some(({ index }) => index.fourRanges > 0),
    6: relays.some(({ index }) => index.sixRanges > 0),
  }
  const kinds = new Map<Operator, OperatorFacts>()

  function operatorFacts(operator: Operator): OperatorFacts {
    let facts = kinds.get(operator)
    if (facts === undefined) {
      facts = kindOf(operator.asn, operator.organization)
      if (kinds.size < MAX_OPERATORS) kinds.set(operator, facts)
    }
    return facts
  }

  return (ip) => {
    const place = sources.place(ip)
    const operator = sources.operator(ip)
    const { kind, vpn, carriesRelays } = operatorFacts(operator)
    const listed: NetworkListing[] = []
    for (const { index, listing } of lists) if (index.valueAt(ip) !== 0) listed.push(listing)
    // A phone's default setting is no hiding place: where one may be meant, nothing is said of servers.
    const isRelay = listed.some((listing) => listing.kind === 'relay')
    const unclear = isRelay || (carriesRelays && !relaysKnown[ip.version])
    const told = unclear ? listed.filter((listing) => !OF_SERVERS.has(listing.kind)) : listed
    if (vpn !== null && !unclear && !told.some((listing) => listing.kind === 'vpn')) told.push(OPERATOR_LIST[vpn])
    return Object.freeze({
      country: place.country,
      city: place.city,
      location: place.location,
      timezone: place.timezone ?? zoneAt(place.location),
      asn: operator.asn,
      organization: operator.organization,
      kind: unclear ? null : (operator.kind ?? kind),
      lists: told.length === 0 ? NO_LISTS : Object.freeze(told),
    })
  }
}

/** There are 85,000 operators; objects of an mmdb are new with every look-up and must not pile up. */
const MAX_OPERATORS = 100_000

function zoneAt(location: NetworkFacts['location']): string | null {
  return location === null ? null : tzLookup(location.lat, location.lon)
}
