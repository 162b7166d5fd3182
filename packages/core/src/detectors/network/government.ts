import { networkKind } from '../../facts/facts.js'
import { defineDetector } from '../define-detector.js'

/** IP_IS_GOV. Informs. */
export const networkGovernment = defineDetector({
  name: 'network_government',
  summary: 'The address belongs to the network of a government, its agencies or courts.',
  honest:
    'Civil servants at their desks, and visitors on their guest networks: it weighs nothing, policies may ask for it.',
  needs: { kind: networkKind },
  raises: { reasons: ['IP_IS_GOV'] },
  basis: 'context',
  group: 'network_kind',
  weight: {},
  evaluate: ({ kind }) => (kind === 'government' ? { data: { kind } } : undefined),
})
