import { addressHides, eventTime, location } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { devicePlace } from '../../history/features/device.js'
import { parsePlaceText } from '../../history/place.js'
import { defineDetector } from '../define-detector.js'
import { impossibleJourney } from '../travel.js'

/** DEVICE_IMPOSSIBLE_TRAVEL and impossible_travel. */
export const deviceImpossibleTravel = defineDetector({
  name: 'device_impossible_travel',
  summary: 'The device is farther from the place of its last success than an airliner flies in the time between.',
  honest: 'A laptop whose company network leaves to the internet on another continent.',
  needs: { last: devicePlace.value, here: location, hides: optional(addressHides), now: eventTime },
  raises: { reasons: ['DEVICE_IMPOSSIBLE_TRAVEL'], signals: ['impossible_travel'] },
  basis: 'history',
  group: 'travel',
  weight: { account_takeover: 1.4 },
  evaluate({ last, here, hides, now }) {
    // An address that hides its user is no place of theirs.
    if (hides === true) return undefined
    const journey = impossibleJourney(parsePlaceText(last), here, now)
    return journey === undefined ? undefined : { data: journey }
  },
})
