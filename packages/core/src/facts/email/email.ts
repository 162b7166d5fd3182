/** Everything that an email address says by itself. */
import { type CanonicalMailbox, canonicalMailbox } from '../identity/canonical-mailbox.js'
import { createRecentMap } from '../recent-map.js'
import { type MailDomain, toMailDomain } from './domain.js'
import { type LocalPartFacts, localPartFacts } from './local-part.js'
import type { MailExchange } from './mail-exchange.js'
import { type SyntaxFault, syntaxFault } from './syntax.js'

/** What the address says, without the DNS and without history. */
export interface AddressFacts {
  readonly fault: SyntaxFault | null
  /** Null for what is no address at all. */
  readonly local: LocalPartFacts | null
  readonly domain: MailDomain | null
  /** Letters that pass for Latin ones, or invisible characters. */
  readonly lookAlike: boolean
}

export interface EmailFacts extends AddressFacts {
  /** Null unless `dns.mx` is on and the look-up has ended. */
  readonly exchange: MailExchange | null
  /** The host says that mail to this address came back. */
  readonly bounced: boolean
}

/** Longer text is no address; nothing of it is looked at. */
export const MAX_EMAIL_CHARS = 320
const REMEMBERED = 2_048

const addresses = createRecentMap<string, AddressFacts>(REMEMBERED)
/** Far fewer than addresses, and dearer to work out. */
const domains = createRecentMap<string, MailDomain>(REMEMBERED)

/**
 * Reads an address as typed; remembered, linear, never throws.
 * @param mailbox its canonical form, where that is known already
 */
export function toAddressFacts(
  typed: string,
  mailbox: CanonicalMailbox | null = canonicalMailbox(typed),
): AddressFacts {
  if (typed.length > MAX_EMAIL_CHARS) return TOO_LONG
  const known = addresses.get(typed)
  if (known !== undefined) return known
  const facts = readAddress(typed, mailbox)
  addresses.set(typed, facts)
  return facts
}

const TOO_LONG: AddressFacts = Object.freeze({ fault: 'too_long', local: null, domain: null, lookAlike: false })

function readAddress(typed: string, mailbox: CanonicalMailbox | null): AddressFacts {
  const fault = syntaxFault(typed, mailbox?.domain ?? null)
  if (mailbox === null) return { fault, local: null, domain: null, lookAlike: false }
  return {
    fault,
    // As typed: the provider may drop dots, and with them where a name ends.
    local: localPartFacts(typed.trim().slice(0, Math.max(0, typed.trim().lastIndexOf('@')))),
    domain: mailDomain(mailbox.domain),
    lookAlike: mailbox.lookAlike,
  }
}

function mailDomain(domain: string): MailDomain {
  const known = domains.get(domain)
  if (known !== undefined) return known
  const facts = toMailDomain(domain)
  domains.set(domain, facts)
  return facts
}
