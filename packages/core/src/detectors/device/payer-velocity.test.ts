import { describeDetector } from '../contract/describe-detector.js'
import { devicePayerVelocity } from './payer-velocity.js'

describeDetector(devicePayerVelocity, {
  base: { device: true, hour: 1, day: 1 },
  fires: {
    'a third customer within a day': [{ day: 3 }, { strength: 1 }],
    'three within an hour': [{ hour: 3, day: 3 }, { strength: 1.5 }],
    'ten within an hour': [{ hour: 10, day: 10 }, { strength: 3 }],
  },
  silent: { 'one customer': {}, 'a household of two': { hour: 2, day: 2 } },
})
