import { adultKeyword } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/** MCPS-1600. */
export const clientAdultKeywords = defineDetector({
  name: 'client_adult_keywords',
  summary: 'A word of pornographic sites stands in the host or the referring page.',
  honest: 'Somebody who followed a link from such a site; a private matter that weighs little.',
  needs: { keyword: adultKeyword },
  raises: { anomalies: ['MCPS-1600'] },
  basis: 'context',
  witness: 'client',
  group: 'client_origin',
  weight: { account_abuse: 0.3, bot: 0.2 },
  evaluate: ({ keyword }) => (keyword === null ? undefined : { data: { keyword } }),
})
