import { knownDevice } from '../../facts/facts.js'
import { deviceRegistrations } from '../../history/features/device.js'
import { defineDetector } from '../define-detector.js'

/** A couple opens an account each. */
const HOUSEHOLD = 2

/** DEVICE_SUSPICIOUS_VELOCITY, by sign-ups. */
export const deviceRegistrationVelocity = defineDetector({
  name: 'device_registration_velocity',
  summary: 'Counts sign-ups on one device within an hour and a day.',
  honest:
    'Somebody whose form was refused twice before it went through; the fourth try within an hour is asked for more.',
  needs: { device: knownDevice, hour: deviceRegistrations.in('1h'), day: deviceRegistrations.in('24h') },
  raises: { reasons: ['DEVICE_SUSPICIOUS_VELOCITY'], signals: ['multiple_accounts_per_device'] },
  actions: ['register'],
  basis: 'velocity',
  group: 'device_accounts',
  weight: { account_abuse: 1.2, bot: 0.8 },
  evaluate({ hour, day }) {
    if (day <= HOUSEHOLD) return undefined
    return { strength: Math.min(3, day - HOUSEHOLD), data: { sign_ups_1h: hour, sign_ups_24h: day } }
  },
})
