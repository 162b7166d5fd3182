import { describeDetector } from '../contract/describe-detector.js'
import { deviceVersionBack } from './version-back.js'

const DAY = 86_400_000
const NOW = 100 * DAY
const own = { firstMs: 0, lastMs: NOW - DAY, successes: 4, days: 4, onProbation: false }

describeDetector(deviceVersionBack, {
  base: { major: 143, before: '143', sameBrowser: true, browsers: 1, own, block: own, now: NOW },
  fires: {
    'an older version': [{ major: 142 }, { strength: 1, data: { why: 'older', versions: 1 } }],
    'an older version away from home': [{ major: 142, block: null }, { strength: 1.5 }],
    'more versions ahead than have come out': [{ major: 147 }, { strength: 1, data: { why: 'too_new', versions: 4 } }],
  },
  silent: {
    'the same version': {},
    'an update, and one that came late': { major: 146 },
    'somebody who was away for months': { major: 147, own: { ...own, lastMs: NOW - 60 * DAY } },
    'another browser, which is told elsewhere': { sameBrowser: false, major: 12 },
    'two browsers under one cookie': { browsers: 2, major: 142 },
    'a device that nobody of this name had': { own: null, major: 142 },
    'a version that is no number': { before: 'x', major: 142 },
  },
})
