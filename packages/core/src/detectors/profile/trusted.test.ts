import { describeDetector } from '../contract/describe-detector.js'
import { profileTrusted } from './trusted.js'

const DAY = 86_400_000
const device = { firstMs: 0, lastMs: 6 * DAY, successes: 3, days: 2, onProbation: false }
const seen = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileTrusted, {
  base: { device, ip: null, block: null, asn: seen, hides: false, sameBrowser: true, now: 7 * DAY },
  fires: {
    'three successes on two days over a week, from a known operator': [{}, { data: { successes: 3, days: 2 } }],
    'from a known block, without network data': [{ asn: null, block: seen, hides: undefined }],
    'without headers': [{ sameBrowser: undefined }],
  },
  silent: {
    'two and a half successes': { device: { ...device, successes: 2.5 } },
    'all on one day': { device: { ...device, days: 1 } },
    'an hour short of a week': { now: 7 * DAY - 3_600_000 },
    'from an operator never used': { asn: null },
    'behind a VPN': { hides: true },
    'another browser sends the cookie': { sameBrowser: false },
    'a device on probation': { device: { ...device, onProbation: true } },
    'a new device': { device: null },
  },
})
