import { describeDetector } from '../contract/describe-detector.js'
import { ipPayerVelocity } from './payer-velocity.js'

describeDetector(ipPayerVelocity, {
  base: { hour: 1, day: 1, people: 0 },
  fires: {
    'a fourth customer within an hour': [{ hour: 4, day: 4 }],
    'a ninth within a day': [{ day: 9 }],
    'thirty within an hour in an office of fifty': [{ hour: 30, day: 30, people: 50 }],
  },
  silent: {
    'a family of three': { hour: 3, day: 3 },
    'eight within a day': { day: 8 },
    'lunch in an office of fifty': { hour: 13, day: 38, people: 50 },
  },
})
