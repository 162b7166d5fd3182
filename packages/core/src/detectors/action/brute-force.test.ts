import { describeDetector } from '../contract/describe-detector.js'
import { targetBruteForce } from './brute-force.js'

const own = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(targetBruteForce, {
  base: {
    hour: 0,
    day: 0,
    sources: 1,
    own: null,
    proven: undefined,
    deviceFailed: undefined,
    deviceFailures: undefined,
  },
  fires: {
    'somebody with an account of their own, who guesses at another': [
      { hour: 6, day: 6, proven: 1, deviceFailed: 1, deviceFailures: 5 },
    ],
    'after five failures in an hour': [
      { hour: 5, day: 5 },
      { strength: 1, data: { failures_1h: 5 } },
    ],
    'after ten in a day': [{ hour: 1, day: 10 }, { strength: 1 }],
    'a siege, yet not with the weight to deny': [{ hour: 200, day: 400 }, { strength: 1.5 }],
  },
  silent: {
    'four mistakes on a device on which others have succeeded': {
      hour: 6,
      day: 6,
      proven: 1,
      deviceFailed: 1,
      deviceFailures: 4,
    },
    'four failures in an hour': { hour: 4, day: 9 },
    'the victim on their own device': { hour: 200, day: 400, own },
    'a device on which others have succeeded': { hour: 6, day: 6, proven: 1, deviceFailed: 1 },
  },
})
