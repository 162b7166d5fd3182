import { knownDevice } from '../../facts/facts.js'
import { deviceRate } from '../../history/features/device.js'
import { type Prior, unusualAbove } from '../baseline.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'

/** One person's sitting: a login, a purchase, perhaps some corrections. */
const PERSON: Prior = { mean: 2, variance: 4, floor: 20 }

/** high_activity_device. */
export const highActivityDevice = defineDetector({
  name: 'high_activity_device',
  summary: 'Compares the last minutes of one device with its own learned average and spread.',
  honest: 'The first long session of somebody who usually just looks in; it weighs little.',
  needs: { device: knownDevice, rate: deviceRate.reading },
  raises: { signals: ['high_activity_device'] },
  basis: 'velocity',
  group: 'device_velocity',
  weight: { bot: 0.7, account_abuse: 0.5, account_takeover: 0.4 },
  evaluate({ rate }) {
    const limit = unusualAbove(rate, PERSON)
    if (rate.current <= limit) return undefined
    const data = { events_10m: rate.current, mean_10m: Math.round(rate.mean * 10) / 10, limit_10m: Math.round(limit) }
    return { strength: Math.min(2, excessStrength(rate.current / limit)), data }
  },
})
