import { describeDetector } from '../contract/describe-detector.js'
import { ipCredentialStuffing } from './credential-stuffing.js'

const own = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }
const none = { only: 0, others: 0 }
const failed = (only: number, others = 0) => ({ only, others })

describeDetector(ipCredentialStuffing, {
  base: {
    day: none,
    lately: none,
    own: undefined,
    proven: undefined,
    deviceFailed: undefined,
    deviceFailures: undefined,
  },
  fires: {
    'four accounts failed and nobody ever succeeded': [{ day: failed(4) }, { strength: 1, data: { accounts_24h: 4 } }],
    'ten accounts, with twice the weight': [{ day: failed(10, 2) }, { strength: 2 }],
    'eight within minutes on an address of many good users': [
      { day: failed(8, 200), lately: failed(8) },
      { strength: 1 },
    ],
    'eleven within minutes beside a hundred who succeeded': [{ day: failed(11, 500), lately: failed(11, 100) }],
    'a cookie that proved itself once and then fails for many': [{ day: failed(9), proven: 1, deviceFailed: 3 }],
    'a device that is known to the user on probation only': [{ day: failed(9), own: { ...own, onProbation: true } }],
  },
  silent: {
    'three accounts': { day: failed(3) },
    'four failed, one succeeded': { day: failed(4, 1) },
    'typos of an office': { day: failed(7, 80), lately: failed(2, 60) },
    'ten within minutes beside a hundred who succeeded': { day: failed(10, 500), lately: failed(10, 100) },
    'a user on a device of their own during the attack': { day: failed(200), lately: failed(60), own },
    'a housemate on a proven device': { day: failed(200), proven: 1, deviceFailed: 2 },
  },
})
