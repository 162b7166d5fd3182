import { ipGoodUsers, ipRate } from '../../history/features/ip.js'
import { type Prior, unusualAbove } from '../baseline.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'

/** A home: a few actions when anybody is there at all. */
const HOME: Prior = { mean: 3, variance: 16, floor: 30 }
/** Actions that each real person may add in ten minutes before a new address is called busy. */
const PER_PERSON = 3

/** high_activity_ip. */
export const highActivityIp = defineDetector({
  name: 'high_activity_ip',
  summary: 'Compares the last minutes of one address with its own learned average and spread.',
  honest: 'A class that starts a course at the same minute; it weighs little and fades as the address is learned.',
  needs: { rate: ipRate.reading, people: ipGoodUsers.in('24h') },
  raises: { signals: ['high_activity_ip'] },
  basis: 'velocity',
  group: 'ip_velocity',
  weight: { bot: 0.6, account_abuse: 0.5, account_takeover: 0.3 },
  evaluate({ rate, people }) {
    const limit = unusualAbove(rate, { ...HOME, floor: HOME.floor + PER_PERSON * people })
    if (rate.current <= limit) return undefined
    const data = { events_10m: rate.current, mean_10m: Math.round(rate.mean * 10) / 10, limit_10m: Math.round(limit) }
    return { strength: Math.min(2, excessStrength(rate.current / limit)), data }
  },
})
