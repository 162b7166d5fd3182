import { country } from '../../facts/facts.js'
import { profileCountries } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isKnown, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'

/** PROFILE_LOCATION_NEW, by country. */
export const profileLocationNew = defineDetector({
  name: 'profile_location_new',
  summary: 'The address lies in a country from which the user never succeeded.',
  honest: 'Every traveller: with their own device in hand they are not asked because of this alone.',
  needs: { here: country, known: profileCountries.entry, countries: profileCountries.size, ...historyNeeds },
  raises: { reasons: ['PROFILE_LOCATION_NEW'] },
  basis: 'history',
  group: 'profile_network',
  weight: { account_takeover: 1.3 },
  evaluate({ known, countries, ...history }) {
    const successes = successesOf(history)
    // Countries learned since: an app that got its address data yesterday knows nobody's.
    if (successes === 0 || countries === 0 || isKnown(known)) return undefined
    return { strength: settledness(successes), data: { countries, successes } }
  },
})
