import { listHits } from '../../facts/lists.js'
import { defineDetector } from '../define-detector.js'

/** MCPS-2300, of allow lists. Carries no weight: IP_TRUSTED and USER_TRUSTED do, and the policy lets in by the list itself. */
export const listedInFavour = defineDetector({
  name: 'listed_in_favour',
  summary: 'The operator listed the address, network, country, device, user or mailbox to be let in.',
  honest: 'Everybody whom the operator put there.',
  needs: { hits: listHits },
  raises: { anomalies: ['MCPS-2300'] },
  basis: 'context',
  group: 'operator_allow',
  weight: {},
  evaluate({ hits }) {
    const allowed = hits.filter(({ list }) => list === 'allow')
    const [first] = allowed
    return first && { data: { list: 'allow', subject: first.subject, entry: first.name, hits: allowed.length } }
  },
})
