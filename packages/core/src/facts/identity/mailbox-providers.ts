/** What one provider ignores in a local part, so that several spellings reach one mailbox. */
export interface MailboxProvider {
  /** Where the tag of an address begins. Only for providers that give nobody a name with this character in it. */
  readonly tagSeparator: '+'
  /** Dots in the local part make no difference. */
  readonly ignoresDots: boolean
  /** Another domain of the provider that reaches the same mailboxes. */
  readonly canonicalDomain?: string
}

const PLUS: MailboxProvider = { tagSeparator: '+', ignoresDots: false }

/**
 * Providers known from their own help pages to deliver `name+tag` to `name`. Of every other domain the whole local
 * part is kept: `a+b@example.com` may be a person of its own.
 */
const PLUS_DOMAINS = [
  // outlook.com and the older names of the same service
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'hotmail.co.uk',
  'hotmail.fr',
  'hotmail.de',
  'hotmail.it',
  'hotmail.es',
  'outlook.fr',
  'outlook.de',
  'outlook.it',
  'outlook.es',
  'live.co.uk',
  'live.fr',
  'live.de',
  'live.nl',
  'live.se',
  'icloud.com',
  'me.com',
  'mac.com',
  'proton.me',
  'protonmail.com',
  'protonmail.ch',
  'pm.me',
  'fastmail.com',
  'fastmail.fm',
  'pobox.com',
  'yandex.ru',
  'yandex.com',
  'ya.ru',
  'mailbox.org',
  'posteo.de',
  'posteo.net',
  'runbox.com',
  'hey.com',
  'zohomail.com',
] as const

const DOTS_AND_PLUS: MailboxProvider = { tagSeparator: '+', ignoresDots: true, canonicalDomain: 'gmail.com' }

/** By lower-case ASCII domain. */
export const MAILBOX_PROVIDERS: ReadonlyMap<string, MailboxProvider> = new Map([
  ...PLUS_DOMAINS.map((domain) => [domain, PLUS] as const),
  ['gmail.com', DOTS_AND_PLUS],
  ['googlemail.com', DOTS_AND_PLUS],
])
