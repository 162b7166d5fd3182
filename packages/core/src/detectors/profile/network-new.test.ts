import { describeDetector } from '../contract/describe-detector.js'
import { profileNetworkNew } from './network-new.js'

const entry = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileNetworkNew, {
  base: { here: 64500, known: null, asns: 2, block: null, byIp: 6, byDevice: 6 },
  fires: {
    'an operator they never used': [{}, { strength: 1, data: { asns: 2, successes: 6 } }],
    'an operator on probation': [{ known: { ...entry, onProbation: true } }],
  },
  silent: {
    'an operator they succeeded with once': { known: entry },
    'a known block that changed hands': { block: entry },
    'a new user': { asns: 0, byIp: 0, byDevice: 0 },
  },
})
