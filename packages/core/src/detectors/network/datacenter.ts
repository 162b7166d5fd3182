import { isRelay, networkView } from '../../facts/network-view.js'
import { defineDetector } from '../define-detector.js'
import { hidingNeeds, listedEvidence, strangeness } from './hiding.js'

/** A list that says data centre of a network of homes or phones: the operator has both, and the list may be wide. */
const DOUBTFUL = 0.4

/** datacenter_ip. */
export const networkDatacenter = defineDetector({
  name: 'network_datacenter',
  summary:
    'The address belongs to a hosting company, cloud or content network: by a list, or by the operator of its network.',
  honest:
    'People on a remote desktop, behind their company’s cloud gateway, or on a VPN that no list knows: together with nothing else it asks for nothing.',
  needs: { network: networkView, ...hidingNeeds },
  raises: { signals: ['datacenter_ip'] },
  basis: 'context',
  group: 'network_hiding',
  weight: { account_takeover: 0.2, account_abuse: 0.5, bot: 0.6 },
  evaluate({ network, ...known }) {
    if (isRelay(network)) return undefined
    const listed = listedEvidence(network, ['datacenter', 'cloud'], known)
    if (network.kind === 'hosting')
      return {
        strength: strangeness(known),
        data: { ...listed?.data, by: listed === undefined ? 'operator' : 'both' },
      }
    if (listed === undefined) return undefined
    const doubtful = network.kind === 'isp' || network.kind === 'mobile'
    return { strength: (listed.strength ?? 1) * (doubtful ? DOUBTFUL : 1), data: { ...listed.data, by: 'list' } }
  },
})
