import { defineDetector } from '../define-detector.js'
import { anomalyOf, improbable } from './anomaly.js'

/** PROFILE_NETWORK_ANOMALY. */
export const profileNetworkAnomaly = defineDetector({
  name: 'profile_network_anomaly',
  summary:
    'Address, operator and country together are improbable for this user against how common they are in the app, more so than in 99 of 100 of its successes.',
  honest: 'Whoever is on holiday: it informs, and asks for nothing alone.',
  needs: { reading: anomalyOf('network') },
  raises: { reasons: ['PROFILE_NETWORK_ANOMALY'] },
  basis: 'history',
  group: 'profile_anomaly',
  weight: { account_takeover: 0.1 },
  evaluate: ({ reading }) => improbable(reading),
})
