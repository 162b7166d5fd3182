import { ipGoodUsers, ipResets } from '../../history/features/ip.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'

/** Others admit 10 password resets per address and hour. */
const PER_HOUR = 10
const PER_DAY = 25
/** People who forget their password on one day. */
const PER_PERSON = 0.1

/** IP_ACTION_VELOCITY, by password resets. */
export const ipResetVelocity = defineDetector({
  name: 'ip_reset_velocity',
  summary:
    'Counts password resets asked for from one address within an hour and a day, against the people known there.',
  honest: 'A support desk that starts resets for its callers; list its address, or let it pass the challenge.',
  needs: { hour: ipResets.in('1h'), day: ipResets.in('24h'), people: ipGoodUsers.in('24h') },
  raises: { reasons: ['IP_ACTION_VELOCITY'], anomalies: ['MCPS-2000'] },
  actions: ['password_reset'],
  basis: 'velocity',
  group: 'ip_velocity',
  weight: { account_takeover: 2.3, bot: 1.2 },
  evaluate({ hour, day, people }) {
    const allowance = PER_PERSON * people
    const excess = Math.max(hour / (PER_HOUR + allowance), day / (PER_DAY + allowance))
    if (excess <= 1) return undefined
    return {
      strength: Math.min(2, excessStrength(excess)),
      data: { resets_1h: hour, resets_24h: day, people_24h: people },
    }
  },
})
