import { knownDevice } from '../../facts/facts.js'
import { devicePayers } from '../../history/features/device.js'
import { defineDetector } from '../define-detector.js'

/** A household is two. */
const HOUSEHOLD = 2

/** DEVICE_PAYER_VELOCITY. */
export const devicePayerVelocity = defineDetector({
  name: 'device_payer_velocity',
  summary: 'Counts the different customers who paid on one device within an hour and a day.',
  honest: 'A family tablet with an account for each; it takes five within a day to be asked because of this alone.',
  needs: { device: knownDevice, hour: devicePayers.in('1h'), day: devicePayers.in('24h') },
  raises: { reasons: ['DEVICE_PAYER_VELOCITY'] },
  actions: ['checkout', 'transaction', 'withdraw'],
  basis: 'velocity',
  group: 'payment_velocity',
  weight: { account_abuse: 0.8, account_takeover: 0.8, bot: 0.4 },
  evaluate({ hour, day }) {
    if (day <= HOUSEHOLD) return undefined
    // The third counts 1; within one hour they count half as much again.
    const strength = Math.min(3, (day - HOUSEHOLD) * (hour > HOUSEHOLD ? 1.5 : 1))
    return { strength, data: { payers_1h: hour, payers_24h: day } }
  },
})
