import { deviceStanding } from '../../facts/facts.js'
import { profileDevices } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { novelty, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'

/** PROFILE_DEVICE_NEW. */
export const profileDeviceNew = defineDetector({
  name: 'profile_device_new',
  summary: 'The user has succeeded before, but never on this device (or in a browser without our cookie).',
  honest: 'Everybody with a new phone or cleared cookies: on a network that the user had before it asks for nothing.',
  needs: { device: profileDevices.entry, devices: profileDevices.size, standing: deviceStanding, ...historyNeeds },
  raises: { reasons: ['PROFILE_DEVICE_NEW'] },
  basis: 'history',
  group: 'profile_device',
  weight: { account_takeover: 1.1 },
  evaluate({ device, devices, standing, byIp, byDevice }) {
    const successes = successesOf({ byIp, byDevice })
    if (successes === 0 || novelty(device) === 0) return undefined
    // Somebody who never keeps cookies, or an app without device ids: nothing is new about that.
    if (devices === 0) return undefined
    return {
      strength: settledness(successes) * novelty(device),
      data: { successes, devices, cookie: standing !== 'none' },
    }
  },
})
