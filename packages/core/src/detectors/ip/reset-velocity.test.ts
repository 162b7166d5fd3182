import { describeDetector } from '../contract/describe-detector.js'
import { ipResetVelocity } from './reset-velocity.js'

describeDetector(ipResetVelocity, {
  base: { hour: 1, day: 1, people: 0 },
  fires: {
    'the eleventh in an hour': [{ hour: 11, day: 11 }, { data: { resets_1h: 11 } }],
    'the twenty-sixth in a day': [{ day: 26 }],
  },
  silent: {
    'ten in an hour': { hour: 10, day: 10 },
    'twenty-five in a day': { day: 25 },
    'a monday in an office of a hundred': { hour: 18, day: 20, people: 100 },
  },
})
