import { describeDetector } from '../contract/describe-detector.js'
import { highActivityAccount } from './high-activity.js'

const fresh = { current: 0, finished: 0, mean: 0, variance: 0 }

describeDetector(highActivityAccount, {
  base: { now: { ...fresh, current: 12 }, usual: fresh },
  fires: {
    'thirteen in ten minutes under a new account': [
      { now: { ...fresh, current: 13 } },
      { data: { events_10m: 13, limit_10m: 12 } },
    ],
  },
  silent: {
    twelve: {},
    'thirty under an account that is always busy': {
      now: { ...fresh, current: 30 },
      usual: { current: 0, finished: 90, mean: 25, variance: 36 },
    },
  },
})
