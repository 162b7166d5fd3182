import { defineDetector } from '../define-detector.js'
import { anomalyOf, improbable } from './anomaly.js'

/** PROFILE_LOCATION_ANOMALY. */
export const profileLocationAnomaly = defineDetector({
  name: 'profile_location_anomaly',
  summary:
    'The country is improbable for this user against how common it is in the app, more so than in 99 of 100 of its successes.',
  honest: 'Whoever travels to a country for the first time: it informs, and asks for nothing alone.',
  needs: { reading: anomalyOf('location') },
  raises: { reasons: ['PROFILE_LOCATION_ANOMALY'] },
  basis: 'history',
  group: 'profile_anomaly',
  weight: { account_takeover: 0.1 },
  evaluate: ({ reading }) => improbable(reading),
})
