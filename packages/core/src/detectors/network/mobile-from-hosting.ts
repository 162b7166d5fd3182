import { clientPlatform } from '../../facts/client/needs.js'
import type { NetworkListing } from '../../facts/network.js'
import { isRelay, networkView } from '../../facts/network-view.js'
import { defineDetector } from '../define-detector.js'
import { hidingNeeds, strangeness } from './hiding.js'

/** Phones with a VPN app come from data centres, honestly so. */
const EXPLAINED: ReadonlySet<NetworkListing['kind']> = new Set(['vpn', 'tor', 'proxy'])

/** MCPS-5000, by the network: a phone that is a server. */
export const networkMobileFromHosting = defineDetector({
  name: 'network_mobile_from_hosting',
  summary:
    'The client says that it is a phone or tablet, and its address is a server’s, of no VPN or relay that we know.',
  honest:
    'A phone behind a small VPN or its company’s gateway: on a device of its own it hardly weighs, and alone it asks for nothing.',
  needs: { platform: clientPlatform, network: networkView, ...hidingNeeds },
  raises: { anomalies: ['MCPS-5000'] },
  basis: 'context',
  group: 'client_platform_claim',
  weight: { bot: 0.9, account_abuse: 0.6, account_takeover: 0.4 },
  evaluate(known) {
    const { platform, network } = known
    if (platform !== 'mobile' && platform !== 'tablet') return undefined
    if (network.kind !== 'hosting' || isRelay(network)) return undefined
    if (network.lists.some(({ kind }) => EXPLAINED.has(kind))) return undefined
    return { strength: strangeness(known), data: { platform, kind: network.kind } }
  },
})
