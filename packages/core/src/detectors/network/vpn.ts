import { networkView } from '../../facts/network-view.js'
import { defineDetector } from '../define-detector.js'
import { hidingNeeds, listedEvidence } from './hiding.js'

/** vpn_ip, IP_IS_VPN and IP_RISKY_ANONYMIZE. */
export const networkVpn = defineDetector({
  name: 'network_vpn',
  summary:
    'The address is the exit of a VPN: by a list, or because its network’s operator sells VPNs or rents them their exits.',
  honest:
    'Millions of people who use a VPN at home, at work or on the way: it takes more than that to be asked, and on a device of their own it hardly weighs.',
  needs: { network: networkView, ...hidingNeeds },
  raises: { reasons: ['IP_IS_VPN', 'IP_RISKY_ANONYMIZE'], signals: ['vpn_ip'] },
  basis: 'context',
  group: 'network_hiding',
  weight: { account_takeover: 0.2, account_abuse: 0.5, bot: 0.3 },
  evaluate: (known) => listedEvidence(known.network, ['vpn'], known),
})
