import { deviceStanding } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { profileBrowsers, profileCarries, profileDevices, profileUserAgents } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { habitShare, isKnown, novelty, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'

/** Computer, phone and a browser at work: it takes a while until all of them have shown. */
const SETTLED = 6
/** Where no cookie tells devices apart, the browser is all there is. */
const WITHOUT_COOKIES = 1.3
/** And it is updated every few weeks: the same one in another version says less. */
const UPDATED = 0.3

/** A browser that the user never had, to the version: weighs together with a device that is new. */
export const profileBrowserNew = defineDetector({
  name: 'profile_browser_new',
  summary: 'On a device new to the user, the browser calls itself something that they never succeeded with.',
  honest: 'Somebody with a new phone, or a private window after an update; at home it asks for nothing.',
  needs: {
    userAgent: profileUserAgents.entry,
    userAgents: profileUserAgents.size,
    browser: optional(profileBrowsers.entry),
    device: profileDevices.entry,
    standing: deviceStanding,
    sameWay: optional(profileCarries.entry),
    ways: optional(profileCarries.successes),
    ...historyNeeds,
  },
  raises: {},
  basis: 'history',
  group: 'profile_browser',
  weight: { account_takeover: 0.5 },
  evaluate({ userAgent, userAgents, browser, device, standing, sameWay, ways, byIp, byDevice }) {
    const successes = successesOf({ byIp, byDevice })
    if (successes === 0 || userAgents === 0 || novelty(userAgent) === 0 || isKnown(device)) return undefined
    const carries = standing === 'known' || standing === 'reused'
    const bare = carries ? 0 : (isKnown(browser) ? UPDATED : WITHOUT_COOKIES) * habitShare(sameWay, ways)
    return {
      strength: settledness(successes, SETTLED) * novelty(userAgent) * novelty(device) * (1 + bare),
      data: { user_agents: userAgents, same_browser: isKnown(browser), successes },
    }
  },
})
