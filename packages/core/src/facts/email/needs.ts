/** What an email address says, as needs of detectors. Absent where the event names none, or the action is none that gives one. */
import { defineFact } from '../need.js'

/** Actions that bring an address to us which we may not have known before. */
export const EMAIL_ACTIONS = ['register', 'account_details_change', 'account_auth_change', 'checkout'] as const

/** Why the address can't be one; `null` when it is well written. */
export const emailFault = defineFact({
  name: 'email.fault',
  source: 'app',
  read: ({ email }) => (email === null ? undefined : email.fault),
})

/** What stands before the @. */
export const emailLocal = defineFact({
  name: 'email.local',
  source: 'app',
  read: ({ email }) => email?.local ?? undefined,
})

/** What lists and its name say of the domain. */
export const emailDomain = defineFact({
  name: 'email.domain',
  source: 'app',
  read: ({ email }) => email?.domain ?? undefined,
})

/** Letters of several scripts that pass for Latin ones. */
export const emailLookAlike = defineFact({
  name: 'email.look_alike',
  source: 'app',
  read: ({ email }) => email?.lookAlike,
})

/** What the DNS says; absent while nobody asked it (`dns.mx`), or it gave no answer yet. */
export const emailExchange = defineFact({
  name: 'email.exchange',
  source: 'network',
  read: ({ email }) => email?.exchange ?? undefined,
})

/** The host says that mail to it came back. */
export const emailBounced = defineFact({ name: 'email.bounced', source: 'app', read: ({ email }) => email?.bounced })
