import { defineDetector } from '../define-detector.js'
import { anomalyOf, improbable } from './anomaly.js'

/** PROFILE_DEVICE_ANOMALY. */
export const profileDeviceAnomaly = defineDetector({
  name: 'profile_device_anomaly',
  summary:
    'Browser, system and kind of machine are improbable for this user against how common they are in the app, more so than in 99 of 100 of its successes.',
  honest: 'Whoever buys an unusual phone: it informs, and asks for nothing alone.',
  needs: { reading: anomalyOf('device') },
  raises: { reasons: ['PROFILE_DEVICE_ANOMALY'] },
  basis: 'history',
  group: 'profile_anomaly',
  weight: { account_takeover: 0.1 },
  evaluate: ({ reading }) => improbable(reading),
})
