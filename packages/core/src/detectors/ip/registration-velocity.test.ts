import { describeDetector } from '../contract/describe-detector.js'
import { ipRegistrationVelocity } from './registration-velocity.js'

describeDetector(ipRegistrationVelocity, {
  base: { hour: 1, day: 1, people: 0 },
  fires: {
    'the sixth in an hour': [{ hour: 6, day: 6 }, { data: { sign_ups_1h: 6, sign_ups_24h: 6, people_24h: 0 } }],
    'the thirteenth in a day': [{ day: 13 }],
    'thirty in an hour, among forty known people': [{ hour: 30, day: 30, people: 40 }],
  },
  silent: {
    'five in an hour': { hour: 5, day: 5 },
    'twelve in a day': { day: 12 },
    'ten in an hour, among forty known people': { hour: 10, day: 10, people: 40 },
  },
})
