import { addressAnonymises } from '../../facts/facts.js'
import { profileAsns, profileDevices, profileIps } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isKnown, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'

/** An address that hides its user, on a device that is new to this account. */
export const profileHiddenAddress = defineDetector({
  name: 'profile_hidden_address',
  summary:
    'On a device new to the user, the address is of a kind that hides who is behind it, and the user never came from there.',
  honest: 'A customer who tries a VPN for the first time with cleared cookies; one who always uses it is known by it.',
  needs: {
    hides: addressAnonymises,
    device: profileDevices.entry,
    ip: profileIps.entry,
    asn: profileAsns.entry,
    ...historyNeeds,
  },
  raises: {},
  basis: 'history',
  group: 'profile_hidden',
  weight: { account_takeover: 1.15 },
  evaluate({ hides, device, ip, asn, byIp, byDevice }) {
    const successes = successesOf({ byIp, byDevice })
    if (!hides || successes === 0 || isKnown(device) || isKnown(ip)) return undefined
    return {
      strength: settledness(successes) * (isKnown(asn) ? 0.5 : 1),
      data: { successes, operator_known: isKnown(asn) },
    }
  },
})
