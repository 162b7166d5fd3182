import { describeDetector } from '../contract/describe-detector.js'
import { unknownAccount } from './unknown-account.js'

describeDetector(unknownAccount, {
  base: { account: 'known' },
  fires: { 'no such account': [{ account: 'unknown' }] },
  silent: { 'an account of this app': {} },
})
