import { defineDetector } from '../define-detector.js'
import { anomalyOf, improbable } from './anomaly.js'

/** USER_PROFILE_ANOMALY. */
export const userProfileAnomaly = defineDetector({
  name: 'user_profile_anomaly',
  summary:
    'Network and device together are improbable for this user against how common they are in the app, more so than in 99 of 100 of its successes.',
  honest: 'Whoever shows up on holiday with a new phone: it takes more than this to be asked.',
  needs: { reading: anomalyOf('whole') },
  raises: { reasons: ['USER_PROFILE_ANOMALY'] },
  basis: 'history',
  group: 'profile_anomaly',
  weight: { account_takeover: 0.2 },
  evaluate: ({ reading }) => improbable(reading),
})
