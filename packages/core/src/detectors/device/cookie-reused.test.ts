import { describeDetector } from '../contract/describe-detector.js'
import { deviceCookieReused } from './cookie-reused.js'

const familiar = { firstMs: 0, lastMs: 0, successes: 4, days: 4, onProbation: false }

describeDetector(deviceCookieReused, {
  base: { standing: 'known', known: true, browsers: 1, own: null, block: null },
  fires: {
    'a generation that was replaced long ago': [{ standing: 'reused' }, { data: { why: 'old_generation' } }],
    'another browser than the one it lives in': [{ known: false }, { data: { why: 'other_browser', browsers_30d: 1 } }],
    'a familiar device in a block that its owner never had: the familiarity is outweighed': [
      { known: false, own: familiar },
      { strength: 1.5 },
    ],
    'a familiar device at home': [{ known: false, own: familiar, block: familiar }, { strength: 1 }],
  },
  silent: {
    'its own browser': {},
    'a device that never succeeded yet': { known: false, browsers: 0 },
    'a device that shows many browsers': { known: false, browsers: 3 },
    'no headers to tell a browser by': { known: undefined, browsers: 1 },
    'a cookie that we issue now': { standing: 'new', known: undefined, browsers: undefined },
    'no cookie': { standing: 'none', known: undefined, browsers: undefined },
  },
})
