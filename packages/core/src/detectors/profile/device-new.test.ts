import { describeDetector } from '../contract/describe-detector.js'
import { profileDeviceNew } from './device-new.js'

const entry = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileDeviceNew, {
  base: {
    device: null,
    devices: 1,
    standing: 'known',
    sameWay: { ...entry, successes: 5 },
    ways: 5,
    byIp: 5,
    byDevice: 5,
  },
  fires: {
    'another device than the one they have': [{}, { strength: 1, data: { successes: 5, devices: 1, cookie: true } }],
    'no cookie at all, for somebody who always had one': [
      { standing: 'none', sameWay: null },
      { strength: 1, data: { successes: 5, devices: 1, cookie: false } },
    ],
    'no cookie, as once in ten times': [{ standing: 'none', sameWay: entry, ways: 9 }, { strength: 1 - 0.13 }],
    'after one success only, with less weight': [{ byIp: 1, byDevice: 1 }, { strength: 0.7 + 0.3 / 3 }],
    'a device on probation': [{ device: { ...entry, onProbation: true } }, { strength: 0.55 }],
    'before ways were remembered': [{ standing: 'none', sameWay: undefined, ways: undefined }, { strength: 1 }],
  },
  silent: {
    'a new user': { devices: 0, byIp: 0, byDevice: 0 },
    'a device that succeeded once': { device: entry },
    'somebody who never keeps cookies': { standing: 'none', devices: 0, byDevice: 0 },
  },
})
