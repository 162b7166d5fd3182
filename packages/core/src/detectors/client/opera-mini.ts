import { operaMini } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/** MCPS-1800. */
export const clientOperaMini = defineDetector({
  name: 'client_opera_mini',
  summary: "Opera Mini's servers render the page, so address and scripts are theirs.",
  honest: 'Millions of people on small phones and dear data: it informs and weighs next to nothing.',
  needs: { operaMini },
  raises: { anomalies: ['MCPS-1800'] },
  basis: 'context',
  witness: 'client',
  group: 'client_intermediary',
  weight: { account_takeover: 0.1 },
  evaluate: ({ operaMini }) => (operaMini ? { data: { opera_mini: true } } : undefined),
})
