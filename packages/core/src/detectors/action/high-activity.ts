import { profileRate } from '../../history/features/profile.js'
import { targetRate } from '../../history/features/target.js'
import { type Prior, unusualAbove } from '../baseline.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'

/** One person's sitting. */
const PERSON: Prior = { mean: 2, variance: 4, floor: 12 }

/** high_activity_account. */
export const highActivityAccount = defineDetector({
  name: 'high_activity_account',
  summary: 'Compares the last minutes under one account with what its own successes made typical.',
  honest: 'The customer who buys all presents on one evening; it weighs little.',
  needs: { now: targetRate.reading, usual: profileRate.reading },
  raises: { signals: ['high_activity_account'] },
  basis: 'context',
  group: 'target',
  weight: { account_abuse: 0.7, account_takeover: 0.5, bot: 0.6 },
  evaluate({ now, usual }) {
    const limit = unusualAbove(usual, PERSON)
    if (now.current <= limit) return undefined
    const data = { events_10m: now.current, mean_10m: Math.round(usual.mean * 10) / 10, limit_10m: Math.round(limit) }
    return { strength: Math.min(2, excessStrength(now.current / limit)), data }
  },
})
