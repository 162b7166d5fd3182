import { networkKind } from '../../facts/facts.js'
import { defineDetector } from '../define-detector.js'

/** IP_IS_BIZ. Informs. */
export const networkBusiness = defineDetector({
  name: 'network_business',
  summary: "The address belongs to the network of a company's own network or of lines that only companies rent.",
  honest: 'Everybody at work: it weighs nothing, policies may ask for it.',
  needs: { kind: networkKind },
  raises: { reasons: ['IP_IS_BIZ'] },
  basis: 'context',
  group: 'network_kind',
  weight: {},
  evaluate: ({ kind }) => (kind === 'business' ? { data: { kind } } : undefined),
})
