import { describeDetector } from '../contract/describe-detector.js'
import { ipBlockedCountry } from './blocked-country.js'

describeDetector(ipBlockedCountry, {
  base: { blocked: { country: null } },
  fires: { 'an address of a blocked country': [{ blocked: { country: 'KP' } }, { data: { country: 'KP' } }] },
  silent: { 'an address of any other': {} },
})
