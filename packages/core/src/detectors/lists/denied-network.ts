import { inApprovedNetwork, listHits } from '../../facts/lists.js'
import { optional } from '../../facts/need.js'
import { defineDetector } from '../define-detector.js'

/** MCPS-1000. */
export const deniedNetwork = defineDetector({
  name: 'denied_network',
  summary: 'The address lies in a network of the deny list, or outside of the approved networks.',
  honest: 'A colleague who travels, where only the office is approved: the operator wanted it so, and adds the place.',
  needs: { hits: listHits, approved: optional(inApprovedNetwork) },
  raises: { anomalies: ['MCPS-1000'] },
  basis: 'operator',
  group: 'operator_list',
  // From 10 points to over 90: the operator's word suffices to deny, unless other evidence is good.
  weight: { account_takeover: 5, account_abuse: 5 },
  evaluate({ hits, approved }) {
    const denied = hits.find(({ list, subject }) => list === 'deny' && subject === 'cidr')
    if (denied === undefined && approved !== false) return undefined
    return { data: { denied: denied !== undefined, entry: denied?.name ?? null, approved: approved ?? null } }
  },
})
