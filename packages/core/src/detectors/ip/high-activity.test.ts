import { describeDetector } from '../contract/describe-detector.js'
import { highActivityIp } from './high-activity.js'

const quiet = { current: 1, finished: 0, mean: 0, variance: 0 }
const office = { current: 1, finished: 100, mean: 80, variance: 225 }

describeDetector(highActivityIp, {
  base: { rate: quiet, people: 0 },
  fires: {
    'more than thirty in ten minutes from a new address': [
      { rate: { ...quiet, current: 31 } },
      { data: { events_10m: 31, limit_10m: 30 } },
    ],
    'an office at more than its mean and four sigmas': [{ rate: { ...office, current: 200 }, people: 10 }],
  },
  silent: {
    'thirty from a new address': { rate: { ...quiet, current: 30 } },
    'an office on a usual morning': { rate: { ...office, current: 110 }, people: 10 },
    'a new address with forty real people': { rate: { ...quiet, current: 140 }, people: 40 },
  },
})
