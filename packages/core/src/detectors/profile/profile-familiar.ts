import { optional } from '../../facts/need.js'
import { profileAsns, profileBrowsers, profileDevices, profileIps } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isFamiliar, isKnown } from './familiar.js'

/** Of device, network and browser, how many must be familiar while none is new. */
const ENOUGH = 2

/** PROFILE_FAMILIAR. */
export const profileFamiliar = defineDetector({
  name: 'profile_familiar',
  summary: 'Device, network and browser were all seen with this user’s successes, and at least two of them often.',
  honest: 'Nobody is harmed: this speaks for the user.',
  needs: {
    device: profileDevices.entry,
    ip: profileIps.entry,
    asn: optional(profileAsns.entry),
    browser: optional(profileBrowsers.entry),
  },
  raises: { reasons: ['PROFILE_FAMILIAR'] },
  basis: 'context',
  group: 'profile_whole',
  weight: { account_takeover: -0.4, account_abuse: -0.2, bot: -0.2 },
  evaluate({ device, ip, asn, browser }) {
    const network = isKnown(asn) ? asn : ip
    if (!isKnown(device) || !isKnown(network) || (browser !== undefined && !isKnown(browser))) return undefined
    const familiar = [device, network, browser].filter((entry) => isFamiliar(entry)).length
    return familiar >= ENOUGH ? { data: { familiar } } : undefined
  },
})
