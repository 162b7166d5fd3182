import { describeDetector } from '../contract/describe-detector.js'
import { profileNetworkNew } from './network-new.js'

const DAY = 86_400_000
const NOW = 100 * DAY
const entry = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileNetworkNew, {
  base: {
    operator: 64500,
    known: null,
    block: null,
    blocks: { singles: 1, successes: 9, lastWasSingle: false, lastMs: NOW - DAY },
    sort: 'plain-',
    kind: { ...entry, successes: 9 },
    kinds: 9,
    device: null,
    devices: 1,
    users: 0,
    now: NOW,
    byIp: 9,
    byDevice: 9,
  },
  fires: {
    'a block they never used': [
      {},
      { strength: 1, data: { operator_known: false, calm: 1, people_30d: 0, successes: 9 } },
    ],
    'a block of an operator they use': [{ known: entry }, { strength: 1, data: { operator_known: true } }],
    'a block on probation, with less weight': [{ block: { ...entry, onProbation: true } }, { strength: 0.55 }],
    'a block in which one other person was': [{ users: 1 }, { strength: 1 - 1 / 3 }],
    'their own device in hand': [{ device: entry }, { strength: 0.45 }],
    'somebody without any device, less': [{ devices: 0 }, { strength: 0.88 }],
    'without network data': [
      { operator: undefined, sort: undefined, kind: undefined, kinds: undefined },
      { strength: 1 },
    ],
    'somebody who is always somewhere new': [
      { blocks: { singles: 9, successes: 9, lastWasSingle: false, lastMs: 0 } },
      { strength: 0.05 },
    ],
    'another service for somebody who changes exits all the time': [
      { sort: 'vpn---', blocks: { singles: 9, successes: 9, lastWasSingle: false, lastMs: 0 } },
      { strength: 0.4 },
    ],
    'an ordinary connection of somebody whose new places are all a VPN’s': [
      { blocks: { singles: 9, successes: 18, lastWasSingle: false, lastMs: 0 }, kinds: 18 },
      { strength: 1 },
    ],
  },
  silent: {
    'a known block': { block: entry },
    'a carrier that everybody comes by': { users: 3 },
    'a new user': {
      blocks: { singles: 0, successes: 0, lastWasSingle: false, lastMs: 0 },
      byIp: 0,
      byDevice: 0,
    },
  },
})
