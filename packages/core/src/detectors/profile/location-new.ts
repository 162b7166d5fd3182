import { addressHides, country } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { profileCountries } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { novelty, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'

/** PROFILE_LOCATION_NEW, by country. */
export const profileLocationNew = defineDetector({
  name: 'profile_location_new',
  summary: 'The address lies in a country from which the user never succeeded.',
  honest: 'Every traveller: with their own device in hand they are not asked because of this alone.',
  needs: {
    hides: optional(addressHides),
    here: country,
    known: profileCountries.entry,
    countries: profileCountries.size,
    ...historyNeeds,
  },
  raises: { reasons: ['PROFILE_LOCATION_NEW'] },
  basis: 'history',
  group: 'profile_network',
  weight: { account_takeover: 0.5 },
  evaluate({ hides, known, countries, byIp, byDevice }) {
    const successes = successesOf({ byIp, byDevice })
    // The country of an address that hides its user is not theirs. And without any country so far, the app got its address
    // data yesterday and knows nobody's.
    if (hides === true || successes === 0 || countries === 0 || novelty(known) === 0) return undefined
    return { strength: settledness(successes) * novelty(known), data: { countries, successes } }
  },
})
