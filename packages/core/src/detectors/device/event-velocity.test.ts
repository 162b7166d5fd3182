import { describeDetector } from '../contract/describe-detector.js'
import { deviceEventVelocity } from './event-velocity.js'

describeDetector(deviceEventVelocity, {
  base: { device: true, minute: 1, hour: 1 },
  fires: {
    'sixteen in a minute': [{ minute: 16, hour: 16 }, { data: { events_1m: 16, events_1h: 16 } }],
    'a hundred and one in an hour': [{ hour: 101 }],
    'four times the limit': [{ minute: 60 }, { strength: 3 }],
  },
  silent: { 'fifteen in a minute': { minute: 15, hour: 15 }, 'a hundred in an hour': { hour: 100 } },
})
