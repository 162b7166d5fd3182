import { pressure } from '../closeness.js'
import { defineDetector } from '../define-detector.js'

/** Log-odds from which on nobody doubts it. */
const SURE = 2.5
/** Fewer say nothing by themselves. */
const LEAST = -0.5

/** credential_stuffing that stays under every limit. */
export const hiddenStuffing = defineDetector({
  name: 'hidden_stuffing',
  summary:
    'Far more attempts fail than this app is used to at this hour, and this attempt has in common what the surplus shares: nearness to its person, operator, kind of network, browser, shape of headers.',
  honest:
    'A new customer, or one on a new device away from home, while an attack is running: asked for more proof; nobody on a device or network of their own is.',
  needs: { pressure },
  raises: { signals: ['credential_stuffing'] },
  actions: ['login', 'password_reset'],
  // What others do is no fault of who comes next: it asks for proof and denies nobody.
  basis: 'history',
  group: 'stuffing',
  weight: { account_takeover: 2.9, bot: 1.5 },
  evaluate({ pressure: { surplus, successes, logOdds } }) {
    if (logOdds <= LEAST) return undefined
    const strength = Math.min(1, (logOdds - LEAST) / (SURE - LEAST))
    return {
      strength,
      data: { surplus: Math.round(surplus), successes: Math.round(successes), log_odds: Math.round(logOdds * 10) / 10 },
    }
  },
})
