import { describeDetector } from '../contract/describe-detector.js'
import { profileNetworkNew } from './network-new.js'

const entry = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileNetworkNew, {
  base: {
    operator: 64500,
    hides: false,
    known: null,
    asns: 2,
    block: null,
    blocks: 3,
    users: 0,
    neighbours: 0,
    byIp: 6,
    byDevice: 6,
  },
  fires: {
    'an operator they never used': [
      {},
      { strength: 1, data: { by: 'operator', networks: 2, successes: 6, good_users_24h: 0 } },
    ],
    'an operator on probation, with less weight': [{ known: { ...entry, onProbation: true } }, { strength: 0.75 }],
    'a busy carrier that everybody comes by sooner or later': [{ neighbours: 4, users: 1 }, { strength: 0.5 }],
    'without network data, a block they never used': [{ operator: undefined }, { strength: 0.75 }],
    'a block of a VPN, which changes all the time': [{ operator: undefined, hides: true }, { strength: 0.75 * 0.3 }],
  },
  silent: {
    'an operator they succeeded with once': { known: entry },
    'a known block that changed hands': { block: entry },
    'without network data, a known block': { operator: undefined, block: entry },
    'a new user': { asns: 0, blocks: 0, byIp: 0, byDevice: 0 },
    'operators were not known when they last came': { asns: 0 },
  },
})
