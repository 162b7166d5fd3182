import { describeDetector } from '../contract/describe-detector.js'
import { labelledIp } from './labelled.js'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 4, 4)
const label = (over: object = {}) => ({ type: 'confirmed_fraud', source: 'manual_review', atMs: NOW, ...over })

describeDetector(labelledIp, {
  base: { label: label(), users: 0, now: NOW },
  fires: {
    'confirmed fraud today': [{}, { strength: 1 }],
    'two weeks later, half as much': [{ label: label({ atMs: NOW - 14 * DAY }) }, { strength: 0.5 }],
    'a suspicion in an office of nine': [
      { label: label({ type: 'suspected_fraud' }), users: 9 },
      { strength: 0.4 * 0.2 },
    ],
  },
  silent: {
    'no label': { label: null },
    'confirmed good': { label: label({ type: 'confirmed_legit' }) },
    'nobody can tell': { label: label({ type: 'undetermined' }) },
    'more than twenty good users behind it': { users: 21 },
  },
})
