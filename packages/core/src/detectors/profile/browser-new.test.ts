import { describeDetector } from '../contract/describe-detector.js'
import { profileBrowserNew } from './browser-new.js'

const entry = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileBrowserNew, {
  base: {
    userAgent: null,
    userAgents: 1,
    browser: null,
    device: null,
    standing: 'known',
    sameWay: { ...entry, successes: 6 },
    ways: 6,
    byIp: 6,
    byDevice: 6,
  },
  fires: {
    'another browser on another device': [
      {},
      { strength: 1, data: { user_agents: 1, same_browser: false, successes: 6 } },
    ],
    'another version of one they have, on another device': [{ browser: entry }, { data: { same_browser: true } }],
    'without a cookie, as always: the browser is all there is': [
      { standing: 'none', ways: 5 },
      { strength: 1 + 1.3 * (6 / 7) },
    ],
    'before it is settled, with less weight': [{ byIp: 3, byDevice: 3 }, { strength: 0.85 }],
  },
  silent: {
    'a user agent they have': { userAgent: entry },
    'their own device, whatever it calls itself': { device: entry },
    'a new user': { userAgents: 0, byIp: 0, byDevice: 0 },
    'no headers so far': { userAgents: 0 },
  },
})
