import { pageOrigin } from '../../facts/facts.js'
import { defineDetector } from '../define-detector.js'

/** DEVICE_ORIGIN_ANOMALY from headers: the page that sent the action is none of the operator's. */
export const originAnomaly = defineDetector({
  name: 'origin_anomaly',
  summary: 'Compares the origin of the page that sent the request with the origins that the operator configured.',
  honest:
    'A visitor of a page of your own that is missing from `origins`, such as a campaign site: add it to the list.',
  needs: { origin: pageOrigin },
  raises: { reasons: ['DEVICE_ORIGIN_ANOMALY'] },
  basis: 'attempt',
  group: 'origin',
  // A phishing page that posts straight to us is caught by this alone; scripts rarely send a foreign origin.
  weight: { account_takeover: 2.3, account_abuse: 1, bot: 0.8 },
  evaluate: ({ origin }) => (origin.expected ? undefined : { data: { expected: false } }),
})
