import { describeDetector } from '../contract/describe-detector.js'
import { devicePayeeVelocity } from './payee-velocity.js'

describeDetector(devicePayeeVelocity, {
  base: { device: true, hour: 1, day: 1 },
  fires: {
    'a sixth receiver within an hour': [{ hour: 6, day: 6 }],
    'an eleventh within a day': [{ day: 11 }],
    'twenty within an hour': [{ hour: 20, day: 20 }, { strength: 3 }],
  },
  silent: { 'five within an hour': { hour: 5, day: 5 }, 'ten within a day': { day: 10 } },
})
