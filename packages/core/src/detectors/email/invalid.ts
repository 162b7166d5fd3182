import { EMAIL_ACTIONS, emailBounced, emailExchange, emailFault } from '../../facts/email/needs.js'
import { optional } from '../../facts/need.js'
import { defineDetector } from '../define-detector.js'

/** Badly written is often a slip of the finger; a domain that takes no mail, or mail that came back, is seldom one. */
const SLIP_STRENGTH = 0.6

/** invalid_email. */
export const invalidEmail = defineDetector({
  name: 'invalid_email',
  summary: 'The mail address is written against the rules of mail, its domain takes no mail, or mail to it came back.',
  honest: 'Somebody who mistypes his address. It raises the score a little; the form should tell him.',
  needs: { fault: emailFault, bounced: emailBounced, exchange: optional(emailExchange) },
  raises: { signals: ['invalid_email'] },
  actions: EMAIL_ACTIONS,
  basis: 'attempt',
  group: 'email',
  weight: { account_abuse: 1.4, bot: 0.5 },
  evaluate({ fault, bounced, exchange }) {
    if (bounced) return { data: { why: 'bounced' } }
    if (fault !== null) return { strength: SLIP_STRENGTH, data: { why: fault } }
    if (exchange === undefined || exchange.delivery === 'accepts') return undefined
    return { data: { why: exchange.delivery } }
  },
})
