import { describeDetector } from '../contract/describe-detector.js'
import { profileDeviceFamiliar } from './device-familiar.js'

const DAY = 86_400_000
const entry = (over: object = {}) => ({ firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false, ...over })

describeDetector(profileDeviceFamiliar, {
  base: { device: entry() },
  fires: {
    'three successes on one day': [{ device: entry({ successes: 3 }) }, { data: { successes: 3, days: 1 } }],
    'two successes a week apart': [{ device: entry({ successes: 2, days: 2, lastMs: 7 * DAY }) }],
    'on probation, after a week and two more successes': [
      { device: entry({ successes: 3, days: 2, lastMs: 7 * DAY, onProbation: true }) },
    ],
  },
  silent: {
    'never seen': { device: null },
    'one success': {},
    'two and a half successes': { device: entry({ successes: 2.5 }) },
    'two successes six days apart': { device: entry({ successes: 2, days: 2, lastMs: 6 * DAY }) },
    'on probation, many successes in six days': {
      device: entry({ successes: 30, lastMs: 6 * DAY, onProbation: true }),
    },
    'on probation, two successes a week apart': { device: entry({ successes: 2, lastMs: 7 * DAY, onProbation: true }) },
  },
})
