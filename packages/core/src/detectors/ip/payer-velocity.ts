import { ipGoodUsers, ipPayers } from '../../history/features/ip.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'

/** A family pays from one address; a fourth customer within an hour, and a ninth within a day, is one too many for it. */
const PER_HOUR = 3
const PER_DAY = 8
/** Of the people who proved themselves on a shared address, this share may be shopping. */
const PER_PERSON_HOUR = 0.2
const PER_PERSON_DAY = 0.6

/** IP_PAYER_VELOCITY. */
export const ipPayerVelocity = defineDetector({
  name: 'ip_payer_velocity',
  summary:
    'Counts the different customers who paid from one address within an hour and a day, against the people known there.',
  honest: 'An office that orders lunch: its people are known there, which raises the limit.',
  needs: { hour: ipPayers.in('1h'), day: ipPayers.in('24h'), people: ipGoodUsers.in('24h') },
  raises: { reasons: ['IP_PAYER_VELOCITY'] },
  actions: ['checkout', 'transaction', 'withdraw'],
  basis: 'velocity',
  group: 'payment_velocity',
  weight: { account_abuse: 1.4, account_takeover: 1, bot: 0.6 },
  evaluate({ hour, day, people }) {
    const excess = Math.max(hour / (PER_HOUR + PER_PERSON_HOUR * people), day / (PER_DAY + PER_PERSON_DAY * people))
    if (excess <= 1) return undefined
    return { strength: excessStrength(excess), data: { payers_1h: hour, payers_24h: day, people_24h: people } }
  },
})
