import { defineFact } from './need.js'

/** What an entry of an operator's list can match on. */
export const listSubjects = [
  'ip',
  'cidr',
  'asn',
  'country',
  'device',
  'fingerprint',
  'user',
  'email',
  'email_domain',
] as const
export type ListSubject = (typeof listSubjects)[number]

/** An explicit entry of the operator that this event matches. */
export interface ListHit {
  readonly list: 'allow' | 'deny' | 'challenge'
  readonly subject: ListSubject
  /** The entry's name as the operator gave it, never its value. */
  readonly name: string | null
}

/** The entries that this event matches; empty when there are none. */
export const listHits = defineFact({ name: 'lists.hits', source: 'operator', read: ({ listHits }) => listHits })

/** False outside of the approved networks. Absent when none are configured, or the address is unknown. */
export const inApprovedNetwork = defineFact({
  name: 'lists.approved_network',
  source: 'operator',
  read: ({ inApprovedNetwork }) => inApprovedNetwork ?? undefined,
})

/** The country when it is a blocked one, null inside when it isn't. Absent when none are blocked, or the country is unknown. */
export const blockedCountry = defineFact({
  name: 'lists.blocked_country',
  source: 'operator',
  read({ expectations, network }) {
    const country = network?.country ?? null
    if (expectations.blockedCountries.size === 0 || country === null) return undefined
    return { country: expectations.blockedCountries.has(country) ? country : null }
  },
})
