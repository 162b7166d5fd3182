import { clickIds } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/** MCPS-2100 (Google) and MCPS-2200 (Meta): informative. */
export const clientClickIds = defineDetector({
  name: 'client_click_ids',
  summary: 'The address or the referring page carries the click identifier of an advertisement.',
  honest: 'Everybody who came by an ad: it weighs nothing.',
  needs: { ids: clickIds },
  raises: { anomalies: ['MCPS-2100', 'MCPS-2200'] },
  basis: 'context',
  witness: 'client',
  group: 'client_origin',
  weight: {},
  evaluate({ ids }) {
    if (ids.length === 0) return undefined
    const google = ids.some((id) => id !== 'fbclid')
    const facebook = ids.includes('fbclid')
    const names = [...(google ? (['MCPS-2100'] as const) : []), ...(facebook ? (['MCPS-2200'] as const) : [])]
    return { names, data: { ids } }
  },
})
