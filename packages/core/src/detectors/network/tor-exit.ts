import { networkView } from '../../facts/network-view.js'
import { defineDetector } from '../define-detector.js'
import { hidingNeeds, listedEvidence } from './hiding.js'

/** tor_exit, IP_RISKY_ANONYMIZE and IP_RISKY_REPUTATION, by a list of exits. */
export const networkTorExit = defineDetector({
  name: 'network_tor_exit',
  summary:
    'The address is an exit of the Tor network, by a list; the list’s age is in the evidence and fades its weight.',
  honest:
    'Journalists, activists, and people who simply want privacy: on a device of their own it hardly weighs, and alone it asks for nothing.',
  needs: { network: networkView, ...hidingNeeds },
  raises: { reasons: ['IP_RISKY_ANONYMIZE', 'IP_RISKY_REPUTATION'], signals: ['tor_exit'] },
  basis: 'context',
  group: 'network_hiding',
  weight: { account_takeover: 1.1, account_abuse: 1.4, bot: 0.9 },
  evaluate: (known) => listedEvidence(known.network, ['tor'], known),
})
