import { describeDetector } from '../contract/describe-detector.js'
import { highActivityDevice } from './high-activity.js'

const fresh = { current: 1, finished: 0, mean: 0, variance: 0 }
const till = { current: 1, finished: 500, mean: 40, variance: 100 }

describeDetector(highActivityDevice, {
  base: { device: true, rate: fresh },
  fires: {
    'twenty-one in ten minutes on a new device': [{ rate: { ...fresh, current: 21 } }, { data: { limit_10m: 20 } }],
    'a busy till at three times its usual': [{ rate: { ...till, current: 120 } }],
  },
  silent: {
    'twenty on a new device': { rate: { ...fresh, current: 20 } },
    'a busy till as ever': { rate: { ...till, current: 60 } },
  },
})
