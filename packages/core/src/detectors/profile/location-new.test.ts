import { describeDetector } from '../contract/describe-detector.js'
import { profileLocationNew } from './location-new.js'

const entry = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileLocationNew, {
  base: { hides: false, here: 'DE', known: null, countries: 1, byIp: 6, byDevice: 0 },
  fires: {
    'another country': [{}, { strength: 1, data: { countries: 1, successes: 6 } }],
    'nobody knows the kind of network': [{ hides: undefined }],
    'a country on probation, with less weight': [{ known: { ...entry, onProbation: true } }, { strength: 0.55 }],
  },
  silent: {
    'the address hides its user, who may be at home': { hides: true },
    'a country they succeeded from': { known: entry },
    'a new user': { countries: 0, byIp: 0 },
    'countries were not known when they last came': { countries: 0 },
  },
})
