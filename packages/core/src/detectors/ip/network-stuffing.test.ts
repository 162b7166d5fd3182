import { describeDetector } from '../contract/describe-detector.js'
import { networkCredentialStuffing } from './network-stuffing.js'

const own = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(networkCredentialStuffing, {
  base: {
    day: { only: 10, others: 2 },
    own: undefined,
    proven: undefined,
    deviceFailed: undefined,
    deviceFailures: undefined,
  },
  fires: {
    'ten accounts that only failed beside two that did not': [{}, { data: { accounts_24h: 10, good_users_24h: 2 } }],
  },
  silent: {
    'nine accounts': { day: { only: 9, others: 0 } },
    'one in five people is real': { day: { only: 12, others: 3 } },
    'a user on a device of their own': { own },
  },
})
