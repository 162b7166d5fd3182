import { describeDetector } from '../contract/describe-detector.js'
import { multipleAccounts } from './multiple-accounts.js'

describeDetector(multipleAccounts, {
  base: { device: true, accounts: 2, today: 2 },
  fires: {
    'a third account within a month, weakly': [
      { accounts: 3, today: 1 },
      { strength: 0.3, names: ['multiple_accounts_per_device'] },
    ],
    'three accounts in one day': [
      { accounts: 3, today: 3 },
      { names: ['DEVICE_SUSPICIOUS_VELOCITY', 'multiple_accounts_per_device'] },
    ],
    'a crowd, with all its weight': [{ accounts: 40, today: 40 }, { strength: 3 }],
  },
  silent: { 'one owner': { accounts: 1, today: 1 }, 'a household of two': {} },
})
