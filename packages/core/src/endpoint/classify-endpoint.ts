/**
 * What kind of endpoint a request is for, and which action it performs: a first, simple reading of path words. The signature
 * is what matters; a learned model comes to stand behind it.
 */
import { createRecentMap } from '../facts/recent-map.js'
import { type ActionName, type EndpointClass, type Threat, threatByEndpointClass } from '../vocabulary/index.js'

export interface EndpointGuess {
  readonly endpoint: EndpointClass
  /** What an attack on such an endpoint would be. */
  readonly threat: Threat
  /** The action that a request performs here; null when there is none, and for GET, HEAD and OPTIONS. */
  readonly action: ActionName | null
  /** 0 to 1. */
  readonly confidence: number
}

interface PathRule {
  readonly words: RegExp
  readonly endpoint: EndpointClass
  readonly action: ActionName | null
}

/** First match wins; each is tried on the path's words, joined by single blanks. Linear: no nested quantifiers. */
const RULES: readonly PathRule[] = [
  { words: /\b(?:forgot|reset|recover|recovery)\b.*\bpassword\b|\bpassword\b.*\b(?:forgot|reset|recover|recovery)\b/, endpoint: 'Authentication', action: 'password_reset' },
  { words: /\b(?:logout|signout|log out|sign out)\b/, endpoint: 'Authentication', action: 'logout' },
  { words: /\b(?:change|update)\b.*\b(?:password|mfa|2fa|passkey)\b|\b(?:account|me|settings|profile)\b.*\b(?:password|mfa|2fa|passkey)s?\b/, endpoint: 'Customer Profile Management', action: 'account_auth_change' },
  { words: /\b(?:otp|totp|2fa|mfa|one time|verify code|verification code|sms code)\b/, endpoint: 'One-Time Password', action: null },
  { words: /\b(?:register|registration|signup|sign up|create account)\b/, endpoint: 'Account Creation', action: 'register' },
  { words: /\b(?:login|signin|log in|sign in|authenticate|sessions?)\b/, endpoint: 'Authentication', action: 'login' },
  { words: /\b(?:oauth|oauth2|tokens?|introspect|jwt|api keys?)\b/, endpoint: 'Token Validation', action: null },
  { words: /\b(?:withdraw|withdrawals?|payouts?|cash out)\b/, endpoint: 'Payment (B2C)', action: 'withdraw' },
  { words: /\b(?:checkout|place order)\b/, endpoint: 'Checkout', action: 'checkout' },
  { words: /\b(?:transfers?|transactions?|send money)\b/, endpoint: 'Payment (B2C)', action: 'transaction' },
  { words: /\b(?:payments?|pay|charges?)\b/, endpoint: 'Payment (B2C)', action: 'checkout' },
  { words: /\b(?:credits?|points|vouchers?|redeem)\b/, endpoint: 'Loyalty Program Integration', action: 'credits_change' },
  { words: /\b(?:cart|carts|basket|baskets|bag)\b/, endpoint: 'Cart', action: null },
  { words: /\b(?:profile|account details|settings|addresses|address)\b/, endpoint: 'Customer Profile Management', action: 'account_details_change' },
  { words: /\b(?:accounts?|me|whoami)\b/, endpoint: 'Account Information Retrieval', action: null },
  { words: /\b(?:invoices?|billing)\b/, endpoint: 'Billing', action: null },
  { words: /\b(?:track|tracking|shipments?)\b/, endpoint: 'Order Tracking', action: null },
  { words: /\b(?:reviews?|ratings?)\b/, endpoint: 'Review', action: null },
  { words: /\b(?:search|products?|catalog|catalogue)\b/, endpoint: 'Product Search', action: null },
  { words: /\b(?:inventory|stock)\b/, endpoint: 'Inventory Management', action: null },
]

const MAX_PATH_CHARS = 512
/** A keyword is a hint, not a model's calibrated belief. */
const KEYWORD_CONFIDENCE = 0.6
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Routes asked for lately, with method and host; an app has some hundreds. */
const MAX_REMEMBERED = 2_000
const remembered = createRecentMap<string, EndpointGuess>(MAX_REMEMBERED)

export interface EndpointRequest {
  readonly method?: string | null
  readonly host?: string | null
  readonly path?: string | null
}

/** Never throws; looks at the first 512 characters of the path, without its query. */
export function classifyEndpoint({ method, host, path }: EndpointRequest): EndpointGuess {
  const route = routeOf(path ?? '')
  if ((method?.length ?? 0) + (host?.length ?? 0) > MAX_PATH_CHARS) return classify(method, route)
  const key = `${method} ${host} ${route}`
  let guess = remembered.get(key)
  if (guess === undefined) {
    guess = Object.freeze(classify(method, route))
    remembered.set(key, guess)
  }
  return guess
}

function routeOf(path: string): string {
  const start = path.length > MAX_PATH_CHARS ? path.slice(0, MAX_PATH_CHARS) : path
  const query = start.indexOf('?')
  return query < 0 ? start : start.slice(0, query)
}

function classify(method: string | null | undefined, route: string): EndpointGuess {
  const words = route
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const rule = RULES.find((candidate) => candidate.words.test(words))
  if (rule === undefined) return { endpoint: 'Unclassified', threat: threatByEndpointClass.Unclassified, action: null, confidence: 0 }
  const acts = !SAFE_METHODS.has((method ?? '').toUpperCase())
  return { endpoint: rule.endpoint, threat: threatByEndpointClass[rule.endpoint], action: acts ? rule.action : null, confidence: KEYWORD_CONFIDENCE }
}
