import { networkKind } from '../../facts/facts.js'
import { defineDetector } from '../define-detector.js'

/** IP_IS_MIL. Informs. */
export const networkMilitary = defineDetector({
  name: 'network_military',
  summary: 'The address belongs to the network of armed forces or a ministry of defence.',
  honest: 'Soldiers and their families on base: it weighs nothing, policies may ask for it.',
  needs: { kind: networkKind },
  raises: { reasons: ['IP_IS_MIL'] },
  basis: 'context',
  group: 'network_kind',
  weight: {},
  evaluate: ({ kind }) => (kind === 'military' ? { data: { kind } } : undefined),
})
