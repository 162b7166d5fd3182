import { blockedCountry } from '../../facts/lists.js'
import { defineDetector } from '../define-detector.js'

/** IP_COUNTRY_BLOCKED. */
export const ipBlockedCountry = defineDetector({
  name: 'blocked_country',
  summary: 'The address lies in a country that the operator blocked.',
  honest: 'A customer on a journey, or behind a VPN that ends there: the operator closed the country all the same.',
  needs: { blocked: blockedCountry },
  raises: { reasons: ['IP_COUNTRY_BLOCKED'] },
  basis: 'operator',
  group: 'operator_list',
  weight: { account_takeover: 5, account_abuse: 5 },
  evaluate: ({ blocked }) => (blocked.country === null ? undefined : { data: { country: blocked.country } }),
})
