import { listHits } from '../../facts/lists.js'
import { defineDetector } from '../define-detector.js'

/** A challenge entry asks for a proof: with the prior that is some 69 points, far from deny. */
const CHALLENGE_STRENGTH = 0.6

/** MCPS-2300, of deny and challenge lists. */
export const listedAgainst = defineDetector({
  name: 'listed_against',
  summary: 'The operator listed the address, network, country, device, user or mailbox to be denied or challenged.',
  honest:
    'Whoever comes to an address, or shares a network, that earned its place on the list before: entries can be given an end.',
  needs: { hits: listHits },
  raises: { anomalies: ['MCPS-2300'] },
  basis: 'operator',
  group: 'operator_list',
  weight: { account_takeover: 5, account_abuse: 5 },
  evaluate({ hits }) {
    const against = hits.filter(({ list }) => list !== 'allow')
    const worst = against.find(({ list }) => list === 'deny') ?? against[0]
    if (worst === undefined) return undefined
    return {
      strength: worst.list === 'deny' ? 1 : CHALLENGE_STRENGTH,
      data: { list: worst.list, subject: worst.subject, entry: worst.name, hits: against.length },
    }
  },
})
