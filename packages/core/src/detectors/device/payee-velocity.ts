import { knownDevice } from '../../facts/facts.js'
import { devicePayees } from '../../history/features/device.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'

/** Bills are paid in one go; more receivers than this in an hour, or a day, is a business or a mule account being emptied. */
const PER_HOUR = 5
const PER_DAY = 10

/** DEVICE_PAYEE_VELOCITY. */
export const devicePayeeVelocity = defineDetector({
  name: 'device_payee_velocity',
  summary: 'Counts the different receivers who were paid from one device within an hour and a day.',
  honest:
    'Somebody who pays the bills of a club on one evening; twice the limit is needed to be asked because of this alone.',
  needs: { device: knownDevice, hour: devicePayees.in('1h'), day: devicePayees.in('24h') },
  raises: { reasons: ['DEVICE_PAYEE_VELOCITY'] },
  actions: ['checkout', 'transaction', 'withdraw'],
  basis: 'velocity',
  group: 'payment_velocity',
  weight: { account_abuse: 1.2, account_takeover: 1.2, bot: 0.4 },
  evaluate({ hour, day }) {
    const excess = Math.max(hour / PER_HOUR, day / PER_DAY)
    if (excess <= 1) return undefined
    return { strength: excessStrength(excess), data: { payees_1h: hour, payees_24h: day } }
  },
})
