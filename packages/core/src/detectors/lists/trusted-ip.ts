import { type ListSubject, listHits } from '../../facts/lists.js'
import { defineDetector } from '../define-detector.js'

/** Entries that speak of an address. A whole country, or all customers of a carrier, isn't a reputation. */
const OF_AN_ADDRESS: readonly ListSubject[] = ['ip', 'cidr', 'asn']

/** IP_TRUSTED. */
export const trustedIp = defineDetector({
  name: 'trusted_ip',
  summary: 'The address, its network or its AS number stands on the allow list.',
  honest: 'The office, a partner, the host’s own monitoring.',
  needs: { hits: listHits },
  raises: { reasons: ['IP_TRUSTED'] },
  basis: 'operator',
  group: 'operator_trust',
  weight: { account_takeover: -1.5, account_abuse: -1.5, bot: -1.5 },
  evaluate({ hits }) {
    const hit = hits.find(({ list, subject }) => list === 'allow' && OF_AN_ADDRESS.includes(subject))
    return hit && { data: { subject: hit.subject, entry: hit.name } }
  },
})
