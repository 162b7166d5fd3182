/**
 * What the words of paths mean: a hand-written lexicon of how public APIs name things. A concept gathers the words that say
 * the same; a word may say several. No vendor's name stands here.
 */

const concepts = {
  login: 'login signin logon authenticate sso saml webauthn passkey magiclink assertion',
  auth: 'auth authentication authn identity security session account user secure credential',
  authorize: 'authorize authorise authorization authorisation',
  oauth: 'oauth oauth2 oidc openid openidconnect connect',
  token: 'token jwt jwk jwks accesstoken refreshtoken requesttoken bearer idtoken apitoken',
  apikey: 'apikey accesskey secretkey',
  session: 'session',
  tokenverb: 'refresh revoke introspect introspection exchange validate issue rotate renew',
  password: 'password passwd pwd passcode passphrase',
  reset: 'reset forgot forgotten forget recover recovery lost',
  otp: 'otp totp hotp mfa 2fa twofactor twostep onetimepassword onetimecode recoverycode backupcode verificationcode smscode authcode',
  logout: 'logout signout logoff signoff',
  signup:
    'signup register registration createaccount createuser createcustomer newaccount newuser registeruser openaccount enrol enroll',
  verifyEmail: 'verifyemail confirmemail emailverification',
  verify: 'verify verification confirm confirmation validate validation check',
  user: 'user member subscriber person player shopper',
  customer: 'customer client consumer guest buyer patron accountholder',
  account: 'account',
  me: 'me self whoami my mine myself myaccount current currentuser @me',
  profile: 'profile userinfo accountinfo accountdetail userdetail userprofile',
  address: 'address addressbook',
  contactData:
    'email emailaddress phone mobile avatar photo picture preference setting name nickname username birthday gender',
  billing: 'invoice bill billing statement receipt creditnote creditmemo debitnote dunning',
  subscription: 'subscription subscribe',
  cancel: 'cancel cancellation terminate unsubscribe',
  payment:
    'payment pay charge refund capture chargeback paymentmethod paymentintent paymentlink preauth b2c prepayment',
  card: 'card creditcard debitcard',
  wallet: 'wallet balance',
  transaction: 'transaction sendmoney reversal void authorization settlement',
  b2b: 'payout transfer wire ach sepa remittance disbursement remit billpay billpayment vendorpayment supplierpayment moneytransfer swift beneficiary payee',
  vendor: 'vendor supplier merchant partner biller b2b',
  withdraw: 'withdraw withdrawal cashout',
  product:
    'product catalog catalogue listing sku variant hotel flight car vehicle offer offering menu item merchandise taxon showcase assortment property room good',
  search: 'search find browse autocomplete suggest query lookup shopping recommend related',
  category: 'category collection section department',
  inventory: 'inventory stock stockitem stocklevel availability inventorylevel inventoryitem onhand quantity',
  hold: 'reserve reservation hold release allocate allocation unreserve',
  seat: 'seat slot booth table vehicle ticket',
  cart: 'cart basket shoppingcart minicart addtocart waitlist waitingroom shoppingbag trolley',
  checkout: 'checkout placeorder purchase buy onepage',
  order: 'order salesorder orderdetail orderstatus orderhistory',
  booking: 'booking book',
  shipment: 'shipment fulfillment fulfilment parcel package delivery consignment waybill shipping',
  tracking: 'tracking track trace trackid tracker',
  review: 'review rating rate testimonial comment feedback star score vote reviewer',
  loyalty:
    'loyalty reward point redeem redemption referral tier sponsorship cashback mileage stamp incentive refer earn perk loyaltyprogram',
  coupon: 'coupon voucher giftcard promo promotion promocode discount giftcertificate',
  credit: 'credit',
  loan: 'loan mortgage lending lender borrower loanapplication originate origination financing bnpl installment lease',
  prequal:
    'prequal prequalify prequalification preapproval preapprove preapproved underwriting underwrite affordability eligibility creditlimit creditapplication',
  application: 'application applicant apply',
  creditScore:
    'creditscore creditreport creditcheck creditbureau bureau creditfile creditrating creditprofile creditworthiness creditscoring creditinquiry creditmonitoring tradeline credithistory',
  sim: 'sim esim simcard iccid imei imsi euicc eid eir equipment',
  device: 'device handset terminal',
  activate:
    'activate activation provision claim suspend reactivate deactivate enable activationcode preactivate unsuspend',
  phoneNumber:
    'phonenumber did msisdn tn telephonenumber dedicatednumber virtualnumber tollfree localnumber longcode shortcode numberorder availablenumber numberpool inboundnumber',
  number: 'number',
  line: 'line telephony extension sipline',
  port: 'port porting portability lnp mnp portin portout portorder portrequest hlr numberport portingorder numberportability portinrequest',
  plan: 'plan rateplan bundle dataplan tariff serviceplan datapackage phoneplan priceplan speedclass addon',
  topup: 'topup recharge airtime',
  planChange: 'changeplan planchange upgrade downgrade switchplan offerchange',
  usage: 'usage quota consumption metering meter usagerecord datausage utilization consume usagehistory allowance',
  cdr: 'cdr calllog callhistory callrecord calldetail calldetailrecord mdr messagelog calldetailreport callrecording detailrecord callreport smslog usagecdr',
  call: 'call voice',
  recording: 'recording',
  location: 'location locinfo geolocation whereabout',
  kyc: 'kyc kyb aml identityverification idverification liveness selfie backgroundcheck numberverification numberverify simswap idv verificationsession identitycheck idcheck faceverify facematch ekyc cip pep sanction poi govuk aadhaar',
  identity: 'identity id passport face document license nid biometric',
  // Administration of a feature: with one of these the feature's own class is out of question.
  config:
    'config configuration policy template setting schema metadata option definition rule preferences mapper provider type attribute field',
  webhook: 'webhook hook callback notification notificator listener trigger ipn',
  report: 'statistic stat report export analytics dashboard metric insight chart summary forecast trend aging ageing',
  operation:
    'health healthz ready live ping debug test log audit auditlog status version monitor sync import migrate batch bulk queue event',
  admin: 'admin administration administrator manage management internal backoffice staff __admin',
  org: 'organization organisation org team group role permission project workspace tenant company invitation invite space folder',
  content:
    'file attachment upload download image video media post article page blog note message thread channel conversation chat document pdf ocr',
  code: 'repo repository pull commit branch codereview build pipeline job workflow task deployment cluster server vm host node dataset model',
  support: 'ticket support issue contact helpdesk faq question survey form',
  telecomNoise: 'conference sip trunk sms voicemail bridge dial outbound inbound conversation hangup',
  tax: 'tax exchangerate currencyrate currency taxrate shippingrate fx',
  wish: 'wishlist watchlist favorite favourite bookmark',
  trade: 'trading stockexchange crypto ethereum bitcoin tron blockchain nft block hash position portfolio quote',
  purchaseOrder: 'purchaseorder workorder transferorder',
  calendar: 'calendar appointment meeting training webinar schedule timesheet attendance shift timeoff',
  health: 'patient doctor medical clinic insurance policyholder claimant',
  read: 'get list fetch retrieve view show read detail info current query history all by count',
  create: 'create add new insert submit request start init initiate post make',
  update: 'update edit modify change set save patch upsert replace merge put',
  delete: 'delete remove destroy clear drop',
  send: 'send resend generate deliver',
  complete: 'complete place finish finalize finalise confirm execute process submit',
} as const

/** Phrases of two or three singular words, and the word that they are read as. */
const phraseTable: Readonly<Record<string, string>> = {
  login: 'log in|sign in|log on|quick connect',
  logout: 'log out|sign out|log off|sign off',
  signup: 'sign up|self register|create account|create user|create customer|new account|open account',
  passkey: 'web authn|pass key',
  magiclink: 'magic link|login link|email link',
  otp: 'one time password|one time passcode|one time code|one time pin|login code|pin code',
  '2fa': 'two factor|2 factor|two step|2 step|multi factor|second factor|step up|two fa|2 fa',
  recoverycode: 'recovery code|backup code',
  verificationcode: 'verification code|verify code|security code|confirmation code',
  smscode:
    'sms code|verification sm|verification sms|sms verification|sm verification|verify sms|sms verify|phone verification|verify phone',
  forgot: 'for got',
  oauth: 'o auth',
  oauth2: 'o auth2|oauth 2|o auth 2',
  openidconnect: 'openid connect|open id connect|open id',
  accesstoken: 'access token',
  refreshtoken: 'refresh token|token refresh',
  requesttoken: 'request token',
  apitoken: 'api token',
  apikey: 'api key|access key|secret key|auth key',
  verifyemail: 'verify email|email verification|email verify|confirm email|email confirm|email confirmation|mail token',
  whoami: 'who am i|who ami',
  myaccount: 'my account',
  currentuser: 'current user|current account|current customer|user me',
  userinfo: 'user info|user information',
  accountdetail: 'account detail|account info|account information',
  userdetail: 'user detail|customer detail|customer info|member detail',
  userprofile: 'user profile|customer profile|member profile',
  addressbook: 'address book',
  emailaddress: 'email address|mail address',
  phonenumber:
    'phone number|telephone number|tele number|caller id|number order|number reservation|virtual number|dedicated number|toll free|local number|mobile number|available number|number available|long code|inbound number|number pool|number purchase|purchase number|buy number|number search|search number|number buy|number provision|voice number|number inventory',
  creditnote: 'credit note|credit memo',
  debitnote: 'debit note',
  paymentmethod: 'payment method|payment instrument|payment source|payment option',
  paymentintent: 'payment intent|setup intent',
  paymentlink: 'payment link',
  creditcard: 'credit card',
  debitcard: 'debit card',
  billpayment: 'bill payment|bill pay',
  vendorpayment:
    'vendor payment|supplier payment|batch payment|mass payment|bulk payment|b2b payment|credit transfer|bank transfer|outbound transfer|outbound payment|money transfer|wire transfer|vendor bill',
  cashout: 'cash out',
  sendmoney: 'send money|money send',
  shoppingcart: 'shopping cart|shopping bag|shopping basket',
  minicart: 'mini cart',
  addtocart: 'add to cart|add cart|cart add',
  waitlist: 'wait list|waiting list|wait room|waiting room|virtual queue',
  checkout: 'check out',
  checkin: 'check in',
  placeorder: 'place order|order place|submit order',
  orderstatus: 'order status',
  orderhistory: 'order history',
  stocklevel: 'stock level|inventory level|stock availability|stock quantity|low stock|location level|on hand',
  stockitem: 'stock item|inventory item',
  giftcard: 'gift card|gift certificate',
  promocode: 'promo code|promotion code|discount code',
  creditscore:
    'credit score|credit rating|scoring credit|score credit|credit scoring|credit monitoring|credit inquiry|credit history|credit worthiness|credit profile',
  creditreport: 'credit report|report credit|credit summary|consumer report|consumer credit|credit file|try report',
  creditcheck: 'credit check|credit verification',
  creditbureau: 'credit bureau',
  creditlimit: 'credit limit|credit line',
  creditapplication: 'credit application|application credit',
  loanapplication: 'loan application|loan request|loan apply|apply loan|mortgage application',
  prequal: 'pre qual',
  prequalify: 'pre qualify',
  prequalification: 'pre qualification|pre qualified',
  preapproval: 'pre approval|pre approve',
  esim: 'e sim',
  simcard: 'sim card',
  portin:
    'port in|port ins|port request|port order|porting request|porting order|number port|number porting|number portability',
  portout: 'port out|port outs',
  rateplan: 'rate plan|service plan|tariff plan|price plan|pricing plan',
  dataplan: 'data plan|data package|data bundle|mobile plan|phone plan',
  topup: 'top up|air time',
  changeplan:
    'change plan|plan change|switch plan|update plan|plan upgrade|plan downgrade|offer change|select plan|plan select|plan switch|subscription plan change|speed class|change subscription',
  datausage: 'data usage|usage data|plan usage|usage record|credit usage|rate usage',
  calllog: 'call log|call history|call record|call detail|call report|call list',
  callrecording: 'call recording|recording call',
  messagelog: 'message log|sms log|message detail|sm log|detail record',
  locinfo: 'loc info|location info',
  identityverification:
    'identity verification|id verification|verify identity|identity verify|verification session|identity check|id check|document verification|verify document|face match|verify face|web verification|proof of identity',
  backgroundcheck: 'background check|background screening',
  numberverification: 'number verification|number verify',
  simswap: 'sim swap',
  purchaseorder: 'purchase order|work order|transfer order',
  exchangerate: 'exchange rate|currency rate|conversion rate|fx rate',
  taxrate: 'tax rate|shipping rate',
  wishlist: 'wish list|watch list',
  signingbasket: 'signing basket',
  identityprovider: 'identity provider|id p|auth provider',
  codereview: 'code review|pull review|access review|peer review|design review|app review|beta app',
  ratelimit: 'rate limit|rate limiting|throttle limit',
  servicedesk: 'service desk|help desk',
  contactform: 'contact form',
  pushsubscription: 'push subscription|event subscription|ee subscription',
  portmapping: 'port mapping|port forward|port forwarding|switch port',
  stockexchange: 'stock price|stock quote|stock exchange|stock ticker',
}

/** Words that only serve to take compounds apart. */
const PLAIN =
  'auth id by to for of with from in is on the and data info page link code list item value key app application web mobile online service customer user account store shop front store front back office date time status state type number order line bank card code name full lookup batch sms mail email phone push price pricing cost rate base site team group role tag label bot chat room game score map feed file folder image video agent campaign lead contact deal ticket case task project job event issue sprint board note comment message channel thread survey form field table row record entity object schema view search filter sort metric log alert rule policy zone region country city state street customer employee worker staff driver rider trip route stop station charge battery sensor camera home house unit building floor patient doctor visit appointment prescription drug lab test result exam course lesson student teacher school class grade quiz book author library article news weather forecast temperature public private domain host server cloud node cluster pod image container volume snapshot backup restore network subnet gateway router vpn firewall dns record certificate secret vault key'

const byWord = new Map<string, string[]>()
for (const [concept, words] of Object.entries(concepts)) {
  for (const word of words.split(' ')) {
    const known = byWord.get(word)
    if (known === undefined) byWord.set(word, [concept])
    else known.push(concept)
  }
}

/** Names of the concepts that a singular word says; most words say none. */
export const conceptsByWord: ReadonlyMap<string, readonly string[]> = byWord

/** Phrase of singular words → the one word that it is read as. */
export const phrases: ReadonlyMap<string, string> = new Map(
  Object.entries(phraseTable).flatMap(([word, list]) => list.split('|').map((phrase) => [phrase, word] as const)),
)

/** All words that a compound may be taken apart into. */
export const vocabulary: ReadonlySet<string> = new Set([
  ...byWord.keys(),
  ...PLAIN.split(' '),
  ...[...phrases].flatMap(([phrase, word]) => [...phrase.split(' ').filter((part) => part.length > 1), word]),
])
