import { emailDomain, emailLocal } from '../../facts/email/needs.js'
import { ageOf } from '../../history/feature.js'
import { emailDomainSignUps } from '../../history/features/email.js'
import { defineDetector } from '../define-detector.js'

const DAY_MS = 86_400_000
/** A company's first colleagues are fewer, and their addresses are names. */
const MIN_SIGN_UPS = 6

/** disposable_email_domain, by a domain's sudden popularity with addresses that nobody would choose. */
export const youngEmailDomain = defineDetector({
  name: 'young_email_domain',
  summary:
    'A mail domain that was first seen here within a day brings many new accounts, and this address or the domain looks made up.',
  honest:
    'The sixth of a company that starts to use the app today, when his login name is a number. It adds to other evidence and decides nothing.',
  needs: {
    domain: emailDomain,
    local: emailLocal,
    ageMs: ageOf(emailDomainSignUps),
    signUps: emailDomainSignUps.in('24h'),
  },
  raises: { signals: ['disposable_email_domain'] },
  actions: ['register'],
  basis: 'velocity',
  group: 'email',
  weight: { account_abuse: 1.2, bot: 0.5 },
  evaluate({ domain, local, ageMs, signUps }) {
    if (domain.relay || domain.established || ageMs > DAY_MS || signUps < MIN_SIGN_UPS) return undefined
    if (local.generated === null && domain.marks.length === 0) return undefined
    return { data: { sign_ups_24h: signUps, age_hours: Math.round(ageMs / 3_600_000), marks: domain.marks } }
  },
})
