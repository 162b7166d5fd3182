import { describeDetector } from '../contract/describe-detector.js'
import { clientOperaMini } from './opera-mini.js'

describeDetector(clientOperaMini, {
  base: { operaMini: false },
  fires: { 'Opera Mini': [{ operaMini: true }] },
  silent: { 'any other browser': {} },
})
