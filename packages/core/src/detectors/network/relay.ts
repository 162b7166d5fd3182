import { isRelay, networkView } from '../../facts/network-view.js'
import { defineDetector } from '../define-detector.js'

/** Tells that the address is a privacy relay's, which is why nothing is said of servers, VPNs or proxies. */
export const networkRelay = defineDetector({
  name: 'network_relay',
  summary:
    'The address is the exit of a privacy relay that phones and browsers come with: it keeps the country and hides nobody from a challenge.',
  honest: 'Everybody who left a phone’s privacy setting on: it weighs nothing, and silences what is said of servers.',
  needs: { network: networkView },
  raises: {},
  basis: 'context',
  group: 'network_kind',
  weight: {},
  evaluate({ network }) {
    if (!isRelay(network)) return undefined
    const listing = network.lists.find(({ kind }) => kind === 'relay')
    return { data: { list: listing?.name ?? null, age_days: listing?.age_days ?? null } }
  },
})
