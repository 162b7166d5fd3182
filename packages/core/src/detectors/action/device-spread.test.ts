import { describeDetector } from '../contract/describe-detector.js'
import { profileDeviceVelocity } from './device-spread.js'

const own = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileDeviceVelocity, {
  base: {
    devices: 1,
    addresses: 1,
    events: 6,
    own: null,
    proven: undefined,
    deviceFailed: undefined,
    deviceFailures: undefined,
  },
  fires: {
    'four devices, six events': [{ devices: 4 }, { strength: 1 }],
    'six addresses': [{ addresses: 6 }],
    'a leaked password that many try': [{ devices: 30, addresses: 30, events: 30 }, { strength: 2 }],
  },
  silent: {
    'three devices': { devices: 3 },
    'five addresses': { addresses: 5 },
    'four devices, but five events': { devices: 4, events: 5 },
    'the owner on a device of their own': { devices: 9, own },
  },
})
