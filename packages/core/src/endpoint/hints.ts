/**
 * A first opinion on a path, by rules of thumb in order of precedence: a word that names a class wins over one that only
 * names a resource, and administration of a feature is none of its use. The learned model takes the opinion as one feature
 * among many and knows how far to trust it.
 */
import type { EndpointClass } from '../vocabulary/index.js'

export interface PathReading {
  /** Concepts of all words. */
  readonly concepts: ReadonlySet<string>
  /** All words. */
  readonly words: ReadonlySet<string>
  /** Concepts of the last segment with words. */
  readonly last: ReadonlySet<string>
  readonly method: string
  readonly endsWithId: boolean
}

type Condition = (reading: PathReading) => boolean

const has =
  (...names: readonly string[]): Condition =>
  ({ concepts, words }) =>
    names.some((name) => concepts.has(name) || words.has(name))
const last =
  (...names: readonly string[]): Condition =>
  ({ last: concepts }) =>
    names.some((name) => concepts.has(name))
const lacks =
  (...names: readonly string[]): Condition =>
  (reading) =>
    !has(...names)(reading)
const all =
  (...conditions: readonly Condition[]): Condition =>
  (reading) =>
    conditions.every((condition) => condition(reading))
const any =
  (...conditions: readonly Condition[]): Condition =>
  (reading) =>
    conditions.some((condition) => condition(reading))
const reads: Condition = ({ method }) => method === 'GET' || method === 'HEAD'
const writes: Condition = (reading) => !reads(reading)
const posts: Condition = ({ method }) => method === 'POST'
const endsWithId: Condition = (reading) => reading.endsWithId
const collection: Condition = (reading) => !reading.endsWithId

/** Only the first that holds speaks. Concepts and plain words of the lexicon stand side by side. */
const RULES: readonly (readonly [EndpointClass, Condition])[] = [
  [
    'Authentication',
    all(has('callback'), has('login', 'oauth', 'authorize', 'auth'), lacks('kyc', 'payment', 'account')),
  ],
  [
    'Unclassified',
    has(
      ...[
        'webhook',
        'identityprovider',
        'signingbasket',
        'portmapping',
        'wish',
        'codereview',
        'ratelimit',
        'stockexchange',
      ],
      ...['pushsubscription', 'tax', 'purchaseOrder', 'contactform', 'logout', 'healthz', 'calendar', 'health'],
    ),
  ],
  [
    'Unclassified',
    all(
      has('config', 'telecomNoise'),
      lacks('user', 'profile', 'me', 'account', 'customer', 'usage', 'otp', 'verify', 'cart', 'b2b', 'kyc'),
    ),
  ],
  ['Authentication', all(has('password'), lacks('otp', 'config'))],
  ['Authentication', all(has('recovery', 'recover'), has('account', 'auth', 'user'), lacks('otp'))],
  ['Payment (B2C)', all(has('refund', 'chargeback'), lacks('tax', 'shipment', 'report', 'config'))],
  ['Usage Tracking', all(has('usage'), lacks('code', 'coupon', 'config', 'topup'))],
  ['Service Plan Update', all(has('planChange', 'topup'), lacks('checkout', 'code', 'config'))],
  ['Call Detail Record', all(has('cdr'), lacks('config'))],
  ['Phone Port-In', all(has('port'), lacks('trade', 'code', 'import', 'export'))],
  ['One-Time Password', all(has('otp'), lacks('config', 'server'))],
  [
    'One-Time Password',
    all(has('verification', 'verify'), has('sms', 'phone', 'flashcall', 'phoneNumber', 'sm'), lacks('kyc', 'identity')),
  ],
  ['Customer Interaction', all(has('kyc'), lacks('config'))],
  [
    'Customer Interaction',
    all(
      has('identity', 'compliance', 'selfie'),
      has('verify', 'verification', 'status', 'document', 'selfie', 'check'),
      lacks('login', 'config', 'code'),
    ),
  ],
  ['Credit Score', has('creditScore')],
  [
    'Token Validation',
    all(has('token', 'apikey'), lacks('authorize', 'sim', 'seat', 'hold', 'card', 'cart', 'config', 'trade', 'upload')),
  ],
  [
    'Token Validation',
    all(has('revoke', 'introspect', 'refresh', 'introspection'), has('auth', 'oauth', 'key'), lacks('user')),
  ],
  ['Authentication', all(has('login'), lacks('config', 'report', 'loyalty'))],
  ['Authentication', all(has('authorize'), has('oauth', 'auth', 'login'))],
  ['Token Validation', all(has('oauth'), has('tokenverb'))],
  [
    'Cart',
    all(
      has('cart'),
      lacks('shipment', 'payment', 'config', 'complete', 'order', 'stats'),
      any(lacks('checkout'), last('cart', 'update', 'delete', 'create')),
    ),
  ],
  ['Loyalty Program Integration', all(has('loyalty'), lacks('code', 'tax', 'pickup', 'price', 'config', 'content'))],
  ['Loan Application', all(has('loanapplication'), lacks('config'))],
  ['Loan Application', all(has('prequal'), lacks('health', 'config', 'advertising', 'insurance'))],
  [
    'Loan Application',
    all(has('loan'), has('application', 'create', 'verify', 'complete', 'approve', 'document', 'decision')),
  ],
  [
    'Payment (B2B)',
    all(has('b2b'), lacks('code', 'content', 'withdraw', 'call', 'ownership', 'item', 'domain', 'app', 'chat')),
  ],
  ['Payment (B2B)', all(has('vendor'), has('payment', 'settlement'))],
  [
    'New Phone Activation',
    all(
      has('sim'),
      has('activate', 'signup', 'checkout', 'apply', 'order', 'assignment'),
      any(writes, has('activate', 'assignment')),
    ),
  ],
  ['New Phone Activation', all(has('device'), has('activate'))],
  ['Call Detail Record', all(has('location'), has('sim', 'subscriber', 'msisdn', 'locinfo'))],
  ['New Phone Line Activation', all(has('phoneNumber'), lacks('location', 'content', 'config', 'telecomNoise'))],
  [
    'New Phone Line Activation',
    all(
      has('number'),
      has('search', 'checkout', 'hold', 'activate', 'rent', 'availability', 'available'),
      lacks('invoice'),
    ),
  ],
  [
    'Account Creation',
    all(
      has('signup'),
      lacks('device', 'sim', 'config', 'content', 'code', 'loyalty', 'agent', 'payment', 'server', 'push'),
      any(writes, has('account', 'user')),
    ),
  ],
  ['Account Creation', all(has('verifyEmail'), lacks('otp'))],
  ['Service Plan Update', all(has('dataplan', 'rateplan', 'serviceplan', 'tariff'), lacks('config', 'report'))],
  ['Service Plan Update', all(has('bundle', 'plan'), has('sim', 'subscriber'))],
  ['Payment (B2C)', all(has('payment'), lacks('billing', 'config', 'report', 'vehicle', 'checkout', 'payroll'))],
  ['Payment (B2C)', all(has('card'), has('profile', 'user', 'customer', 'me', 'wallet'), lacks('code'))],
  ['Checkout', all(has('checkout'), lacks('document', 'file', 'key', 'config', 'report'))],
  ['Billing', all(has('billing'), lacks('ocr', 'config', 'trial', 'financial', 'congress', 'payroll', 'report'))],
  ['Review', all(has('review'), lacks('code', 'support', 'tax', 'config', 'alert', 'legal', 'domain'))],
  ['Inventory Management', all(has('inventory'), lacks('code', 'report', 'location', 'user', 'domain', 'url'))],
  ['Inventory Management', all(has('hold'), lacks('call', 'code', 'legal', 'matter', 'collection'))],
  ['Usage Tracking', all(has('sim', 'subscriber'), has('stat', 'statistic'))],
  [
    'Order Tracking',
    all(has('tracking'), lacks('code', 'usage', 'calendar', 'category', 'applicant', 'music', 'domain', 'event')),
  ],
  ['Checkout', all(has('order', 'booking'), last('complete', 'create', 'checkout'), writes, lacks('admin', 'trade'))],
  ['Order Tracking', all(has('order', 'shipment'), reads, lacks('config', 'report', 'trade', 'code', 'content'))],
  ['Checkout', all(last('order', 'booking'), posts, lacks('trade'))],
  ['Payment (B2C)', all(has('transaction', 'wallet', 'withdraw'), lacks('trade', 'content', 'org', 'envelope'))],
  [
    'Product Search',
    all(has('product'), reads, lacks('report', 'config', 'content', 'org', 'code', 'security', 'queue', 'status')),
  ],
  ['Service Plan Update', all(has('plan'), has('sim', 'subscription', 'subscriber', 'account', 'me', 'billing'))],
  ['Billing', all(has('subscription'), lacks('webhook', 'event', 'provider', 'push'))],
  ['Call Detail Record', all(last('call', 'recording'), reads, lacks('queue', 'tv', 'meeting', 'session', 'status'))],
  ['Call Detail Record', all(has('call'), has('search', 'recent', 'recording', 'history'), reads)],
  [
    'Customer Profile Management',
    all(has('address'), writes, has('user', 'customer', 'account', 'me', 'profile', 'contact')),
  ],
  ['Customer Profile Management', all(has('profile', 'me'), writes, lacks('content', 'queue', 'org', 'player'))],
  ['Customer Profile Management', all(last('user', 'customer'), writes, endsWithId, lacks('org', 'admin', 'app'))],
  [
    'Customer Profile Management',
    all(has('user', 'customer', 'account'), last('contactData', 'update'), writes, lacks('org', 'admin')),
  ],
  ['Account Creation', all(last('user', 'customer'), last('create'), posts, lacks('admin', 'org'))],
  ['Account Information Retrieval', all(has('profile', 'me'), reads, lacks('content', 'org', 'report'))],
  ['Account Information Retrieval', all(last('user', 'customer', 'account'), reads, endsWithId, lacks('org', 'admin'))],
  [
    'Account Creation',
    all(last('user', 'customer', 'account'), posts, collection, lacks('org', 'admin', 'app', 'content')),
  ],
  ['Account Information Retrieval', all(last('account'), reads, collection)],
]

/** The class of the first rule that holds. */
export function toHint(reading: PathReading): EndpointClass {
  for (const [name, holds] of RULES) if (holds(reading)) return name
  return 'Unclassified'
}
