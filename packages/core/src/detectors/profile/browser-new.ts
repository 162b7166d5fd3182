import { profileBrowsers, profileDevices } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isKnown, novelty, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'

/** Computer, phone and a browser at work: it takes a while until all of them have shown. */
const SETTLED = 8

/** A browser or system that the user never had: weighs together with a device that is new. */
export const profileBrowserNew = defineDetector({
  name: 'profile_browser_new',
  summary:
    'On a device new to the user, the browser or its system (versions apart) is one that they never succeeded with.',
  honest: 'Somebody who changed from one make of phone to the other; at home it asks for nothing.',
  needs: {
    browser: profileBrowsers.entry,
    browsers: profileBrowsers.size,
    device: profileDevices.entry,
    ...historyNeeds,
  },
  raises: {},
  basis: 'history',
  group: 'profile_browser',
  weight: { account_takeover: 1.2 },
  evaluate({ browser, browsers, device, byIp, byDevice }) {
    const successes = successesOf({ byIp, byDevice })
    if (successes === 0 || browsers === 0 || novelty(browser) === 0 || isKnown(device)) return undefined
    return { strength: settledness(successes, SETTLED) * novelty(browser), data: { browsers, successes } }
  },
})
