import { describeDetector } from '../contract/describe-detector.js'
import { ipFailureBurst } from './failure-burst.js'

const own = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(ipFailureBurst, {
  base: {
    failed: 10,
    succeeded: 0,
    people: 0,
    own: null,
    proven: undefined,
    deviceFailed: undefined,
    deviceFailures: undefined,
  },
  fires: {
    'ten failures and no success': [{}, { strength: 1 }],
    'forty failures': [{ failed: 40 }, { strength: 2 }],
    'sixty on an address of twenty people': [{ failed: 60, people: 20, succeeded: 3 }],
  },
  silent: {
    'nine failures': { failed: 9 },
    'one in five succeeds': { failed: 12, succeeded: 3 },
    'an office of forty': { failed: 30, people: 40 },
    'a user on a device of their own': { own },
  },
})
