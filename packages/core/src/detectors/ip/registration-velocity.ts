import { ipGoodUsers, ipRegistrations } from '../../history/features/ip.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'

/** Others admit 5 sign-ups per visitor and hour; a day's worth of it is not reached by a family. */
const PER_HOUR = 5
const PER_DAY = 12
/** New accounts per known person on a shared address: an office does not double its customers in an hour. */
const PER_PERSON = 0.2

/** IP_ACTION_VELOCITY, by sign-ups. */
export const ipRegistrationVelocity = defineDetector({
  name: 'ip_registration_velocity',
  summary: 'Counts sign-ups from one address within an hour and a day, against the people known there.',
  honest:
    'A school class that opens accounts together; from the sixth on they are asked for more proof, none is refused for this alone.',
  needs: { hour: ipRegistrations.in('1h'), day: ipRegistrations.in('24h'), people: ipGoodUsers.in('24h') },
  raises: { reasons: ['IP_ACTION_VELOCITY'], anomalies: ['MCPS-2000'] },
  actions: ['register'],
  basis: 'velocity',
  group: 'ip_velocity',
  weight: { account_abuse: 2, bot: 1.2 },
  evaluate({ hour, day, people }) {
    const allowance = PER_PERSON * people
    const excess = Math.max(hour / (PER_HOUR + allowance), day / (PER_DAY + allowance))
    if (excess <= 1) return undefined
    return {
      strength: Math.min(2.1, excessStrength(excess)),
      data: { sign_ups_1h: hour, sign_ups_24h: day, people_24h: people },
    }
  },
})
