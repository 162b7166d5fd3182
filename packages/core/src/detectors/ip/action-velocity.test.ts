import { describeDetector } from '../contract/describe-detector.js'
import { ipActionVelocity } from './action-velocity.js'

const own = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(ipActionVelocity, {
  base: {
    minute: 1,
    hour: 1,
    people: 0,
    devices: 0,
    failed: 0,
    succeeded: 0,
    own: null,
    proven: undefined,
    deviceFailed: undefined,
    deviceFailures: undefined,
  },
  fires: {
    'more than twenty in a minute from nobody known': [{ minute: 21 }, { names: ['IP_ACTION_VELOCITY'] }],
    'more than a hundred in an hour': [{ hour: 101 }, { data: { events_1h: 101 } }],
    'a burst that mostly fails': [
      { minute: 40, failed: 30, succeeded: 5 },
      { strength: 2, names: ['IP_ACTION_VELOCITY', 'MCPS-2000'] },
    ],
    'ten times what two hundred people do': [{ hour: 22_000, people: 200 }],
    'a thousand fresh cookies': [{ hour: 1_000, devices: 1_000 }],
  },
  silent: {
    'twenty in a minute': { minute: 20 },
    'a hundred in an hour': { hour: 100 },
    'an office of two hundred': { minute: 300, hour: 2_100, people: 200 },
    'a user on a device of their own': { minute: 500, own },
  },
})
