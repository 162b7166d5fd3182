import { emailDomain } from '../../facts/email/needs.js'
import { emailDomainSignUps, emailShapeSignUps } from '../../history/features/email.js'
import { defineDetector } from '../define-detector.js'

/** New accounts of one form and domain within an hour; a circle of friends is fewer. */
const MIN_SIGN_UPS = 8
/** Of all who sign up with one domain no more than this share one form: `anna.berger` with 6 % is the commonest (28,036 names). */
const ORDINARY_SHARE = 0.12
const SIGMAS = 4
const HOURS_BEFORE = 167
/** Alone it never reaches a challenge: a school's numbers are all of one form. */
const MAX_STRENGTH = 1.5

/** generated_email, by the form that many new accounts share. */
export const repeatedEmailShape = defineDetector({
  name: 'repeated_email_shape',
  summary:
    'Many new accounts within an hour have addresses of one form under one domain (six letters and two digits, say), far more than its last seven days and its other sign-ups explain.',
  honest: 'A school class whose addresses are their matriculation numbers. Alone it asks nobody for more proof.',
  needs: {
    domain: emailDomain,
    alike: emailShapeSignUps.in('1h'),
    alikeWeek: emailShapeSignUps.in('7d'),
    all: emailDomainSignUps.in('1h'),
  },
  raises: { signals: ['generated_email'] },
  actions: ['register'],
  basis: 'velocity',
  group: 'email_pattern',
  weight: { account_abuse: 1.4, bot: 1.2 },
  evaluate({ domain, alike, alikeWeek, all }) {
    if (domain.relay || alike < MIN_SIGN_UPS) return undefined
    const usual = Math.max(0, alikeWeek - alike) / HOURS_BEFORE
    const expected = Math.max(usual, ORDINARY_SHARE * all)
    const limit = Math.max(MIN_SIGN_UPS, expected + SIGMAS * Math.sqrt(expected))
    if (alike < limit) return undefined
    return {
      strength: Math.min(MAX_STRENGTH, 0.7 + 0.35 * Math.log2(alike / limit + 1)),
      data: { alike_1h: alike, alike_7d: alikeWeek, domain_1h: all },
    }
  },
})
