import { describeDetector } from '../contract/describe-detector.js'
import { deviceCredentialStuffing } from './credential-stuffing.js'

const own = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(deviceCredentialStuffing, {
  base: { device: true, day: { only: 3, others: 0 }, own: null },
  fires: {
    'the third account that never worked here': [{}, { strength: 1, data: { accounts_24h: 3, users_30d: 0 } }],
    'ten accounts, with twice the weight': [{ day: { only: 10, others: 1 } }, { strength: 2 }],
    'a name that nobody knows': [{ own: undefined }],
  },
  silent: {
    'two accounts of a household': { day: { only: 2, others: 0 } },
    'its owner, whatever else fails on it': { day: { only: 30, others: 1 }, own },
  },
})
