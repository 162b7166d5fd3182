import { profileIps, profileNetworks } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isFamiliar } from './familiar.js'

/** PROFILE_IP_FAMILIAR. */
export const profileIpFamiliar = defineDetector({
  name: 'profile_ip_familiar',
  summary:
    'The user succeeded from this address, or its block (/24 or /56), at least three times, or twice a week or more apart.',
  honest: 'Nobody is harmed: this speaks for its owner, and for those who share the address only a little.',
  needs: { ip: profileIps.entry, network: profileNetworks.entry },
  raises: { reasons: ['PROFILE_IP_FAMILIAR'] },
  basis: 'context',
  group: 'profile_network',
  weight: { account_takeover: -1, account_abuse: -0.3, bot: -0.3 },
  evaluate({ ip, network }) {
    if (isFamiliar(ip)) return { data: { by: 'address', successes: ip.successes } }
    return isFamiliar(network) ? { strength: 0.8, data: { by: 'block', successes: network.successes } } : undefined
  },
})
