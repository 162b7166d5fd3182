import { describeDetector } from '../contract/describe-detector.js'
import { accountVelocity } from './account-velocity.js'

const own = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(accountVelocity, {
  base: {
    action: 'login',
    minute: 1,
    hour: 1,
    own: null,
    proven: undefined,
    deviceFailed: undefined,
    deviceFailures: undefined,
  },
  fires: {
    'eleven in a minute': [{ minute: 11, hour: 11 }, { data: { action: 'login', events_1m: 11, events_1h: 11 } }],
    'sixty-one in an hour': [{ hour: 61 }],
  },
  silent: {
    'ten in a minute': { minute: 10, hour: 10 },
    'sixty in an hour': { hour: 60 },
    'the owner on a device of their own, meanwhile': { minute: 100, hour: 500, own },
  },
})
