import { describeDetector } from '../contract/describe-detector.js'
import { deviceRegistrationVelocity } from './registration-velocity.js'

describeDetector(deviceRegistrationVelocity, {
  base: { device: true, hour: 1, day: 1 },
  fires: { 'the third in a day': [{ day: 3 }, { strength: 1 }], 'a farm': [{ hour: 9, day: 9 }, { strength: 3 }] },
  silent: { 'the first': {}, 'a couple': { hour: 2, day: 2 } },
})
