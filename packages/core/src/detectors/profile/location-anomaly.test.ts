import { describeDetector } from '../contract/describe-detector.js'
import { profileLocationAnomaly } from './location-anomaly.js'

describeDetector(profileLocationAnomaly, {
  base: { reading: { score: Math.E ** 8, step: 160, line: 150 } },
  fires: { 'a score that one success in a hundred exceeds': [{}, { data: { log_score: 8 } }] },
  silent: {
    'a score on the line': { reading: { score: 1, step: 150, line: 150 } },
    'an app with few successes': { reading: { score: 1e9, step: 211, line: null } },
  },
})
