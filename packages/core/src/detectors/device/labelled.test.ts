import { describeDetector } from '../contract/describe-detector.js'
import { labelledDevice } from './labelled.js'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 4, 4)
const label = (over: object = {}) => ({ type: 'confirmed_fraud', source: 'chargeback', atMs: NOW, ...over })

describeDetector(labelledDevice, {
  base: { device: true, label: label(), users: 1, now: NOW },
  fires: {
    'confirmed fraud today': [
      {},
      { strength: 1, data: { label: 'confirmed_fraud', source: 'chargeback', age_days: 0, users_30d: 1 } },
    ],
    'two months later, half as much': [{ label: label({ atMs: NOW - 60 * DAY }) }, { strength: 0.5 }],
    'a takeover of the device': [{ label: label({ type: 'device_takeover' }) }, { strength: 1 }],
    'a suspicion': [{ label: label({ type: 'suspected_fraud' }) }, { strength: 0.4 }],
    'among three people': [{ users: 3 }, { strength: 0.5 }],
    'among twenty': [{ users: 20 }],
    'said by a clock that is ahead': [
      { label: label({ atMs: NOW + DAY }) },
      { strength: 1, data: { label: 'confirmed_fraud', source: 'chargeback', age_days: 0, users_30d: 1 } },
    ],
  },
  silent: {
    'no label': { label: null },
    'confirmed good': { label: label({ type: 'confirmed_legit' }) },
    'one label among twenty-one people': { users: 21 },
  },
})
