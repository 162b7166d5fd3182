import { describeDetector } from '../contract/describe-detector.js'
import { profileBrowserNew } from './browser-new.js'

const entry = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileBrowserNew, {
  base: { browser: null, browsers: 1, device: null, byIp: 4, byDevice: 4 },
  fires: { 'another browser on another device': [{}, { data: { browsers: 1, successes: 4 } }] },
  silent: {
    'a browser they have': { browser: entry },
    'their own device, whatever it calls itself': { device: entry },
    'a new user': { browsers: 0, byIp: 0, byDevice: 0 },
    'no headers so far': { browsers: 0 },
  },
})
