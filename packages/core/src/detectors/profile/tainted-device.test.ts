import { describeDetector } from '../contract/describe-detector.js'
import { taintedDevice } from './tainted-device.js'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 4, 4)
const entry = (ageDays: number) => ({
  firstMs: 0,
  lastMs: NOW - ageDays * DAY,
  successes: 1,
  days: 1,
  onProbation: false,
})

describeDetector(taintedDevice, {
  base: { tainted: entry(0), now: NOW },
  fires: {
    'on the day': [{}, { strength: 1, data: { age_days: 0 } }],
    'after 45 days': [{ tainted: entry(45) }, { strength: 0.875, data: { age_days: 45 } }],
    'on the last day': [{ tainted: entry(89) }, { data: { age_days: 89 } }],
  },
  silent: {
    'another device': { tainted: null },
    'after 90 days': { tainted: entry(90) },
  },
})
