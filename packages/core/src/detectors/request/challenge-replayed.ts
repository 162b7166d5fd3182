import { presentedChallenge } from '../../facts/challenge.js'
import { defineDetector } from '../define-detector.js'

/** Whoever mistypes a code sends the form again, with the token that is in it. */
const SAME_DEVICE = 0.4

/** MCPS-3000: a challenge token is presented a second time. */
export const challengeReplayed = defineDetector({
  name: 'challenge_token_replayed',
  summary: 'The challenge token of this step-up was presented before, by another client or more than ten seconds ago.',
  honest:
    'Somebody who mistyped a code, or went back, and sent the same form again: on the same device it weighs little and alone asks for nothing.',
  needs: { challenge: presentedChallenge },
  raises: { anomalies: ['MCPS-3000'] },
  basis: 'attempt',
  group: 'challenge_token',
  weight: { account_takeover: 3, account_abuse: 1.5, bot: 1.5 },
  evaluate({ challenge: { standing, cause } }) {
    if (standing !== 'used') return undefined
    return { strength: cause === 'same_device' ? SAME_DEVICE : 1, data: { by: cause } }
  },
})
