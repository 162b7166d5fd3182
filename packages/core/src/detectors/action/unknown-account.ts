import { accountStanding } from '../../facts/facts.js'
import { defineDetector } from '../define-detector.js'

/** A name that belongs to no account: people mistype, lists of stolen names are mostly foreign to this app. */
export const unknownAccount = defineDetector({
  name: 'unknown_account',
  summary: 'The host says that no account has the typed name.',
  honest:
    'Somebody who mistyped the login name or tries the wrong one of two addresses: it takes much else to be asked for more.',
  needs: { account: accountStanding },
  raises: {},
  actions: ['login', 'password_reset'],
  basis: 'context',
  group: 'account',
  weight: { account_takeover: 0.5, bot: 0.5 },
  evaluate: ({ account }) => (account === 'unknown' ? { data: {} } : undefined),
})
