import { profileDevices } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isFamiliar } from './familiar.js'

/** PROFILE_DEVICE_FAMILIAR. */
export const profileDeviceFamiliar = defineDetector({
  name: 'profile_device_familiar',
  summary: 'The user succeeded on this very device at least three times, or twice a week or more apart.',
  honest: 'Nobody is harmed: this speaks for its owner.',
  needs: { device: profileDevices.entry },
  raises: { reasons: ['PROFILE_DEVICE_FAMILIAR'] },
  basis: 'context',
  group: 'profile_device',
  weight: { account_takeover: -1.5, account_abuse: -0.8, bot: -0.8 },
  evaluate({ device }) {
    if (device === null || !isFamiliar(device)) return undefined
    return { data: { successes: device.successes, days: device.days } }
  },
})
