import { deviceStanding } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { profileCarries, profileDevices } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { habitShare, novelty, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'

/** Who comes without a cookie in three of four logins shows nothing by it. */
const HABIT = 1.3

/** PROFILE_DEVICE_NEW. */
export const profileDeviceNew = defineDetector({
  name: 'profile_device_new',
  summary:
    'The user has succeeded before, but never on this device; or the browser carries no cookie, which is not their habit.',
  honest: 'Everybody with a new phone or cleared cookies: on a network that the user had before it asks for nothing.',
  needs: {
    device: profileDevices.entry,
    devices: profileDevices.size,
    standing: deviceStanding,
    sameWay: optional(profileCarries.entry),
    ways: optional(profileCarries.successes),
    ...historyNeeds,
  },
  raises: { reasons: ['PROFILE_DEVICE_NEW'] },
  basis: 'history',
  group: 'profile_device',
  weight: { account_takeover: 0.95 },
  evaluate({ device, devices, standing, sameWay, ways, byIp, byDevice }) {
    const successes = successesOf({ byIp, byDevice })
    if (successes === 0 || novelty(device) === 0) return undefined
    // Somebody who never keeps cookies, or an app without device ids: nothing is new about that.
    if (devices === 0) return undefined
    const carries = standing === 'known' || standing === 'reused'
    const habit = carries ? 0 : habitShare(sameWay, ways)
    const strength = settledness(successes) * novelty(device) * Math.max(0, 1 - HABIT * habit)
    return { strength, data: { successes, devices, cookie: standing !== 'none' } }
  },
})
