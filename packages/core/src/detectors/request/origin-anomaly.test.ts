import { describeDetector } from '../contract/describe-detector.js'
import { originAnomaly } from './origin-anomaly.js'

describeDetector(originAnomaly, {
  base: { origin: { expected: true } },
  fires: { 'a page that looks like ours at another address': [{ origin: { expected: false } }] },
  silent: { 'our own page': {} },
})
