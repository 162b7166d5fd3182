import { describeDetector } from '../contract/describe-detector.js'
import { profileIpFamiliar } from './ip-familiar.js'

const DAY = 86_400_000
const entry = (successes: number, days = 0) => ({
  firstMs: 0,
  lastMs: days * DAY,
  successes,
  days: 1,
  onProbation: false,
})

describeDetector(profileIpFamiliar, {
  base: { ip: null, network: null },
  fires: {
    'three successes from the address': [{ ip: entry(3) }, { data: { by: 'address', successes: 3 } }],
    'two from the block, a week apart': [
      { ip: entry(1), network: entry(2, 7) },
      { strength: 0.8, data: { by: 'block', successes: 2 } },
    ],
  },
  silent: { 'never seen': {}, 'two from the address within six days': { ip: entry(2, 6), network: entry(2, 6) } },
})
