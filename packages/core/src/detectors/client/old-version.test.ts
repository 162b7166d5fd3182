import { describeDetector } from '../contract/describe-detector.js'
import { oldVersion } from './old-version.js'

const chromium = (ageDays: number) => ({ of: 'browser', name: 'chromium', major: 120, behindMajors: 38, ageDays })
const windows = { of: 'os', name: 'windows', major: 7, behindMajors: null, ageDays: 2500 }

describeDetector(oldVersion, {
  base: { browser: null, os: null },
  fires: {
    'a browser of two years ago': [{ browser: chromium(700) }, { strength: 1, names: ['DEVICE_OLD_VERSION'] }],
    'a browser at three years': [{ browser: chromium(1095) }, { strength: 1 }],
    'a browser older than three years': [{ browser: chromium(1096) }, { strength: 1.5 }],
    'a system without support': [{ os: windows }, { strength: 1, names: ['DEVICE_OLD_VERSION', 'MCPS-1200'] }],
  },
  silent: { 'nothing is old': {} },
})
