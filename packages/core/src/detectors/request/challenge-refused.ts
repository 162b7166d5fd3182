import { presentedChallenge } from '../../facts/challenge.js'
import { defineDetector } from '../define-detector.js'

/** A challenge token that is nobody's, or somebody else's; MCPS-1400 for the latter. */
export const challengeRefused = defineDetector({
  name: 'challenge_token_refused',
  summary: 'The challenge token was not made by us, was altered, or was given to another device or person.',
  honest:
    'Somebody who opens the link of a verification mail on the phone while the laptop waits, or after the app changed its secret: alone it asks for nothing.',
  needs: { challenge: presentedChallenge },
  raises: { anomalies: ['MCPS-1400'] },
  basis: 'attempt',
  group: 'challenge_token',
  weight: { account_takeover: 1.2, account_abuse: 0.6, bot: 0.6 },
  evaluate({ challenge: { standing, cause } }) {
    if (standing !== 'invalid') return undefined
    const borrowed = cause === 'other_device' || cause === 'other_person'
    return { names: borrowed ? (['MCPS-1400'] as const) : [], data: { why: cause } }
  },
})
