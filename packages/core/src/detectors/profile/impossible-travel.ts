import { addressHides, eventTime, location } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { profilePlace } from '../../history/features/profile.js'
import { parsePlaceText } from '../../history/place.js'
import { defineDetector } from '../define-detector.js'
import { impossibleJourney } from '../travel.js'

/** PROFILE_IMPOSSIBLE_TRAVEL and impossible_travel. */
export const profileImpossibleTravel = defineDetector({
  name: 'profile_impossible_travel',
  summary: 'The user is farther from the place of their last success than an airliner flies in the time between.',
  honest:
    'Somebody whose phone roams, so that its address stays at home while the laptop is abroad: asked once, and only if little else is familiar.',
  needs: { last: profilePlace.value, here: location, hides: optional(addressHides), now: eventTime },
  raises: { reasons: ['PROFILE_IMPOSSIBLE_TRAVEL'], signals: ['impossible_travel'] },
  basis: 'history',
  group: 'travel',
  weight: { account_takeover: 1.6 },
  evaluate({ last, here, hides, now }) {
    // An address that hides its user is no place of theirs.
    if (hides === true) return undefined
    const journey = impossibleJourney(parsePlaceText(last), here, now)
    return journey === undefined ? undefined : { data: journey }
  },
})
