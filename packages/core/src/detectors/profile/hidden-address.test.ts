import { describeDetector } from '../contract/describe-detector.js'
import { profileHiddenAddress } from './hidden-address.js'

const entry = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileHiddenAddress, {
  base: { hides: true, device: null, ip: null, asn: null, byIp: 4, byDevice: 4 },
  fires: {
    'a new device behind a VPN': [{}, { strength: 1 }],
    'an operator that the user knows, with half the weight': [{ asn: entry }, { strength: 0.5 }],
  },
  silent: {
    'an ordinary connection': { hides: false },
    'their own device': { device: entry },
    'an address they came from before': { ip: entry },
    'a new user': { byIp: 0, byDevice: 0 },
  },
})
