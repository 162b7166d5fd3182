/** The action that a request performs at an endpoint: its class says what it is about, single words say which way it goes. */
import type { BuiltInAction, EndpointClass } from '../vocabulary/index.js'
import type { Sight } from './features.js'

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/** `POST /sessions` signs somebody in; any other word beside may make it somebody else's session. */
const SESSION_WORDS: ReadonlySet<string> = new Set([
  'session',
  'auth',
  'authentication',
  'user',
  'account',
  'create',
  'customer',
  'web',
])

/** Null when the request performs none of the built-in actions; always for GET, HEAD and OPTIONS. */
export function inferAction({ reading }: Sight, endpoint: EndpointClass): BuiltInAction | null {
  const { concepts, words, method, last } = reading
  if (SAFE_METHODS.has(method)) return null
  const has = (...names: readonly string[]) => names.some((name) => concepts.has(name) || words.has(name))
  if (has('report', 'policy', 'template', 'identityprovider')) return null
  if (has('webhook') && endpoint !== 'Authentication') return null
  const removes = method === 'DELETE' || has('delete', 'cancel')

  if (has('logout') || (method === 'DELETE' && last.has('session'))) return 'logout'
  if (method === 'POST' && last.has('session') && [...words].every((word) => SESSION_WORDS.has(word))) return 'login'
  if (has('password'))
    return has('reset') ? 'password_reset' : has('check', 'strength', 'confirm') ? null : 'account_auth_change'
  if (has('reset', 'recover') && has('auth', 'login') && !has('otp', 'code') && endpoint === 'Authentication')
    return 'password_reset'
  if (has('passkey', 'webauthn') && (removes || has('signup', 'create', 'update'))) return 'account_auth_change'
  if (has('security') && has('question')) return has('verify', 'check') ? null : 'account_auth_change'
  if (endpoint === 'One-Time Password' || has('otp')) return inferOtpAction(has, removes)
  if (has('recovery', 'recover') && has('email', 'phone', 'question')) return 'account_auth_change'

  switch (endpoint) {
    case 'Account Creation':
      return removes || has('verify', 'verifyEmail', 'activate', 'invitation', 'resend') ? null : 'register'
    case 'Authentication':
      return removes ? null : 'login'
    case 'Customer Profile Management':
      return 'account_details_change'
    case 'Loyalty Program Integration':
      return removes || has('signup', 'join', 'config', 'referral', 'tier', 'search') || method === 'PATCH'
        ? null
        : 'credits_change'
    case 'Checkout':
      return removes || has('estimate', 'preview', 'validate', 'quote', 'rate')
        ? null
        : has('credit') && !has('order')
          ? 'credits_change'
          : 'checkout'
    case 'Payment (B2B)':
      if (removes || has('beneficiary', 'payee', 'config', 'quote')) return null
      return has('payout', 'withdraw', 'disbursement') ? 'withdraw' : 'transaction'
    case 'Payment (B2C)':
      return inferPaymentAction(has, removes)
    case 'Service Plan Update':
      return has('topup') && !removes ? 'credits_change' : null
    case 'Unclassified':
    case 'Account Information Retrieval':
    case 'Billing':
    case 'Cart':
    case 'Inventory Management':
      return inferFromWords(has, removes)
    default:
      return null
  }
}

type Has = (...names: readonly string[]) => boolean

function inferOtpAction(has: Has, removes: boolean): BuiltInAction | null {
  if (has('login') && !has('send', 'create')) return 'login'
  const changes = has(
    'enable',
    'activate',
    'deactivate',
    'disable',
    'setup',
    'enrol',
    'enroll',
    'signup',
    'unregister',
    'reset',
    'regenerate',
    'recoverycode',
    'backupcode',
    'turn',
  )
  return removes || changes ? 'account_auth_change' : null
}

function inferPaymentAction(has: Has, removes: boolean): BuiltInAction | null {
  if (has('withdraw')) return removes ? null : 'withdraw'
  if (removes || has('refund', 'capture', 'void', 'reversal', 'chargeback', 'settlement', 'paymentmethod', 'status'))
    return null
  if (has('card') && !has('payment', 'transaction')) return null
  if (has('topup', 'deposit') && has('wallet', 'credit')) return 'credits_change'
  return has('transaction', 'b2b', 'domestic', 'international') ? 'transaction' : 'checkout'
}

/** Words so plain that the action stands even where the class is about something else. */
function inferFromWords(has: Has, removes: boolean): BuiltInAction | null {
  if (removes || has('config', 'content', 'code', 'trade', 'org', 'admin')) return null
  if (has('withdraw')) return 'withdraw'
  if (
    has('redeem', 'redemption') ||
    (has('credit', 'point', 'voucher', 'giftcard') && has('create', 'redeem', 'checkout', 'adjust', 'transfer', 'use'))
  )
    return 'credits_change'
  return has('sendmoney', 'moneytransfer') ? 'transaction' : null
}
