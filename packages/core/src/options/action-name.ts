import { actionNames, type BuiltInAction } from '../vocabulary/index.js'
import { text } from './strict.js'

/** A built-in action or the host's own: it stands in history's keys and in the sealed action_id, which takes 32 characters. */
export const actionName = text(
  'the name of an action: 1 to 32 of letters, digits, _ . : -',
  /^[A-Za-z0-9][\w.:-]{0,31}$/,
)

/** What others call the built-in actions, in letters only. */
const SYNONYMS: ReadonlyMap<string, BuiltInAction> = new Map<string, BuiltInAction>([
  ...actionNames.map((name) => [lettersOf(name), name] as const),
  ['signin', 'login'],
  ['logon', 'login'],
  ['authenticate', 'login'],
  ['signup', 'register'],
  ['registration', 'register'],
  ['createaccount', 'register'],
  ['signout', 'logout'],
  ['resetpassword', 'password_reset'],
  ['forgotpassword', 'password_reset'],
  ['changepassword', 'account_auth_change'],
  ['passwordchange', 'account_auth_change'],
  ['payment', 'checkout'],
  ['purchase', 'checkout'],
  ['transfer', 'transaction'],
  ['withdrawal', 'withdraw'],
  ['payout', 'withdraw'],
])

/** What to tell a host whose own action sounds like a built-in one; null for all others. */
export function ownNameWarning(name: string): string | null {
  const meant = SYNONYMS.get(lettersOf(name))
  if (meant === undefined || meant === name) return null
  return `'${name}' is an action of your own, and nothing that is known of '${meant}' applies to it. If it is one, name it '${meant}'.`
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '')
}
