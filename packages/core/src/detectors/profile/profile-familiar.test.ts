import { describeDetector } from '../contract/describe-detector.js'
import { profileFamiliar } from './profile-familiar.js'

const seen = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }
const often = { ...seen, successes: 3 }

describeDetector(profileFamiliar, {
  base: { device: often, ip: often, asn: often, browser: often },
  fires: {
    'all as ever': [{}, { data: { familiar: 3 } }],
    'another address of the operator': [{ ip: null }],
    'a device that is fairly new': [{ device: seen }, { data: { familiar: 2 } }],
    'without network data, from the usual address': [{ asn: null }],
  },
  silent: {
    'a new device': { device: null },
    'a new network': { ip: null, asn: null },
    'a new browser': { browser: null },
    'only one of them often': { device: seen, asn: seen },
  },
})
