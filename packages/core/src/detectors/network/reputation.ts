import { networkView } from '../../facts/network-view.js'
import { defineDetector } from '../define-detector.js'
import { hidingNeeds, listedEvidence } from './hiding.js'

/** Addresses that hundreds of phones share are listed for the deeds of one. */
const SHARED_BY_PHONES = 0.3

/** IP_RISKY_REPUTATION, by lists of addresses with a record of abuse. */
export const networkReputation = defineDetector({
  name: 'network_reputation',
  summary: 'The address is on a list of addresses from which abuse was seen; such lists fade within weeks.',
  honest:
    'Whoever was given the address after the abuser, or shares it with one: a home’s address changes hands, a carrier’s has hundreds of users at once.',
  needs: { network: networkView, ...hidingNeeds },
  raises: { reasons: ['IP_RISKY_REPUTATION'] },
  basis: 'context',
  group: 'reputation',
  weight: { account_takeover: 0.8, account_abuse: 0.9, bot: 0.9 },
  evaluate(known) {
    const { network } = known
    const evidence = listedEvidence(network, ['reputation'], known)
    if (evidence === undefined || network.kind !== 'mobile') return evidence
    return { ...evidence, strength: (evidence.strength ?? 1) * SHARED_BY_PHONES }
  },
})
