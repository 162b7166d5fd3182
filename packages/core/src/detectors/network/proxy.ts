import { networkView } from '../../facts/network-view.js'
import { defineDetector } from '../define-detector.js'
import { hidingNeeds, listedEvidence } from './hiding.js'

/** A carrier's address is on such lists because of one phone among hundreds behind it. */
const SHARED_BY_PHONES = 0.3

/** proxy_ip and IP_RISKY_ANONYMIZE, by a list. */
export const networkProxy = defineDetector({
  name: 'network_proxy',
  summary: 'The address is on a list of proxies, open ones or homes that are rented out.',
  honest:
    'Somebody whose television or free app lends the line to strangers without their knowledge: lists of such addresses are old after two weeks, and so is their weight.',
  needs: { network: networkView, ...hidingNeeds },
  raises: { reasons: ['IP_RISKY_ANONYMIZE'], signals: ['proxy_ip'] },
  basis: 'context',
  group: 'network_hiding',
  weight: { account_takeover: 0.9, account_abuse: 1, bot: 0.9 },
  evaluate(known) {
    const { network } = known
    const evidence = listedEvidence(network, ['proxy'], known)
    if (evidence === undefined || network.kind !== 'mobile') return evidence
    return { ...evidence, strength: (evidence.strength ?? 1) * SHARED_BY_PHONES }
  },
})
