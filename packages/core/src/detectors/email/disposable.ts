import { EMAIL_ACTIONS, emailDomain, emailExchange } from '../../facts/email/needs.js'
import { optional } from '../../facts/need.js'
import { defineDetector } from '../define-detector.js'

/** Nobody listed it: what its name says is a guess, and people do have mail under cheap names. */
const NAME_STRENGTH = 0.5
const PLAIN_NAME_STRENGTH = 0.8
/** Marks that say it outright. */
const PLAIN: ReadonlySet<string> = new Set(['free_host', 'throwaway_word'])

/** disposable_email_domain, by what is known of the domain. */
export const disposableEmailDomain = defineDetector({
  name: 'disposable_email_domain',
  summary: 'The mail domain is on a list of throw-away services, its mail goes to one, or its name is of their kind.',
  honest:
    'A careful person who gives a throw-away address to a shop he does not know yet, or one whose own domain has a cheap ending. Neither is challenged for this alone; forwarding services never count.',
  needs: { domain: emailDomain, exchange: optional(emailExchange) },
  raises: { signals: ['disposable_email_domain'] },
  actions: EMAIL_ACTIONS,
  basis: 'attempt',
  group: 'email',
  weight: { account_abuse: 1.6, bot: 0.6 },
  evaluate({ domain, exchange }) {
    if (domain.relay) return undefined
    if (domain.disposable === 'list') return { data: { by: 'list' } }
    if (exchange?.throwawayHost === true) return { data: { by: 'exchange' } }
    if (domain.disposable === null) return undefined
    const isPlain = domain.marks.some((mark) => PLAIN.has(mark))
    return { strength: isPlain ? PLAIN_NAME_STRENGTH : NAME_STRENGTH, data: { by: 'name', marks: domain.marks } }
  },
})
