import { z } from 'zod'
import type { Detector } from '../detectors/define-detector.js'
import type { AssessmentRecord } from '../engine/assessment-record.js'
import type { TrustedProxiesOption } from '../facts/address/trusted-proxies.js'
import type { NetworkProvider } from '../facts/network.js'
import type { StorePort } from '../store/index.js'
import { actionName } from './action-name.js'
import type { Identify, Logger, OutcomeHook, ResolveUser } from './hooks.js'
import { listEntrySchema } from './list-schema.js'
import { policySchema } from './policy-schema.js'
import { callable, coded, having, listOf, oneOf, strict, text } from './strict.js'

/** RFC 6265: a token. */
const COOKIE_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/
const DOMAIN = /^\.?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i
const PATH = /^\/[!-:<-~]{0,255}$/
const MAX_LIST_ENTRIES = 100_000
const MIN_DEADLINE_MS = 5
const MAX_DEADLINE_MS = 10_000

const flag = z.boolean({ error: 'expected true or false' })
const cookieMode = oneOf('off', 'on-action', 'after-consent')

const cookie = strict({
  mode: cookieMode.optional(),
  name: text('a cookie name of 1 to 64 characters', COOKIE_NAME).optional(),
  domain: text('a domain such as shop.example', DOMAIN)
    .max(253, { error: 'expected at most 253 characters' })
    .optional(),
  path: text('a path such as /', PATH).optional(),
  sameSite: oneOf('lax', 'strict', 'none').optional(),
  secure: flag.optional(),
}).superRefine(({ name, domain, path, sameSite, secure }, context) => {
  const refuse = (key: string, why: string) => context.addIssue({ ...coded('RG_OPTION_INVALID', why), path: [key] })
  if (sameSite === 'none' && secure !== true)
    refuse('sameSite', 'expected secure: true beside it: browsers refuse SameSite=None without Secure')
  if (name?.startsWith('__Secure-') && secure !== true)
    refuse('name', 'expected secure: true beside the prefix __Secure-')
  if (name?.startsWith('__Host-') && (secure !== true || domain !== undefined || (path ?? '/') !== '/')) {
    refuse('name', 'expected secure: true, no domain and the path / beside the prefix __Host-')
  }
})

const collector = strict({
  path: text("a path such as '/_rg'", PATH),
  consent: oneOf('none', 'security', 'full').optional(),
  requiredFor: listOf(actionName, 'actions').optional(),
})

/** Two letters that people write and that no address is ever located in. */
const NOT_A_COUNTRY: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
])

const country = text('an ISO 3166-1 alpha-2 code such as DE', /^[A-Za-z]{2}$/)
  .transform((code) => code.toUpperCase())
  .superRefine((code, context) => {
    const meant = NOT_A_COUNTRY.get(code)
    if (meant !== undefined) context.addIssue(coded('RG_OPTION_INVALID', `expected ${meant}, its ISO 3166-1 code`))
  })

const origin = z.string({ error: 'expected an origin such as https://shop.example' }).transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    context.issues.push({
      ...coded('RG_OPTION_INVALID', 'expected an absolute origin without a path, such as https://shop.example'),
      input: value,
    })
    return z.NEVER
  }
  return url.origin
})

const detector = z.custom<Detector>(
  (value) => {
    const { name, needs, raises, weight, evaluate } = (value ?? {}) as Partial<Detector>
    return (
      typeof name === 'string' &&
      /^[a-z][a-z0-9_]{0,63}$/.test(name) &&
      isObject(needs) &&
      isObject(raises) &&
      isObject(weight) &&
      typeof evaluate === 'function'
    )
  },
  { error: 'expected a detector made with defineDetector, with a snake_case name' },
)

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

const deadlineMs = z.number({ error: 'expected milliseconds from 5 to 10,000' }).superRefine((value, context) => {
  const range = 'expected milliseconds from 5 to 10,000'
  if (value > 0 && value < MIN_DEADLINE_MS)
    context.addIssue(coded('RG_UNIT', `${range}; ${value} looks like seconds, which would be ${value * 1000}`))
  else if (!(value >= MIN_DEADLINE_MS && value <= MAX_DEADLINE_MS)) context.addIssue(coded('RG_UNIT', range))
})

const percent = z
  .number({ error: 'expected a percentage from 0 to 100' })
  .min(0, { error: 'expected a percentage from 0 to 100' })
  .max(100, { error: 'expected a percentage from 0 to 100' })
  .superRefine((value, context) => {
    if (value > 0 && value < 1) {
      const meant = Number((value * 100).toPrecision(12))
      context.addIssue(
        coded(
          'RG_UNIT',
          `expected a percentage, 0 or from 1 to 100; ${value} looks like a share, which would be ${meant}`,
        ),
      )
    }
  })

/** All options; see RiskOptions. What other rooms parse (proxies, route map, lists, secrets) is only looked at from afar here. */
export const optionSchema = strict({
  store: having<StorePort>(
    "a store such as redisStore('redis://…') of @riskguard/redis",
    'touch',
    'readDocument',
    'writeDocument',
    'health',
    'close',
  ).optional(),
  secret: z.union([z.string(), z.array(z.string())], { error: 'expected text or a list of texts' }).optional(),
  identityKey: text('64 hexadecimal digits, as deriveIdentityKey(secret) gives', /^[0-9a-fA-F]{64}$/).optional(),
  network: having<NetworkProvider>('a network provider', 'lookup').optional(),
  trustedProxies: z.custom<TrustedProxiesOption>((value) => value !== undefined).optional(),
  forwardedHeader: z.custom<string>((value) => value !== undefined).optional(),
  actions: z
    .record(z.string(), actionName, { error: "expected an object such as { 'POST /login': 'login' }" })
    .optional(),
  infer: oneOf('off', 'observe', 'on').optional(),
  identify: callable<Identify<unknown>>('which gets the request and tells who acts').optional(),
  resolveUser: callable<ResolveUser>("which gets a login name and gives the account's id or null").optional(),
  outcome: callable<OutcomeHook<unknown, unknown>>('which gets request and response and tells how it ended').optional(),
  policy: policySchema.optional(),
  lists: listOf(listEntrySchema, 'entries')
    .max(MAX_LIST_ENTRIES, { error: 'expected at most 100,000 entries' })
    .optional(),
  blockedCountries: listOf(country, 'country codes').optional(),
  approvedNetworks: listOf(z.string({ error: 'expected a CIDR such as 10.0.0.0/8' }), 'CIDRs').optional(),
  origins: listOf(origin, 'origins').optional(),
  apps: listOf(text('a package name or bundle id', /^[\w.-]{1,255}$/), 'package names or bundle ids').optional(),
  expects: strict({ platform: oneOf('mobile', 'desktop').optional() }).optional(),
  mode: oneOf('monitor', 'enforce').optional(),
  onFailure: oneOf('allow', 'challenge', 'deny').optional(),
  deadlineMs: deadlineMs.optional(),
  cookie: z
    .union([cookieMode, cookie], {
      error:
        "expected 'off', 'on-action', 'after-consent', or an object with mode, name, domain, path, sameSite, secure",
    })
    .optional(),
  collector: z
    .union([z.literal(false), collector], { error: 'expected false, or an object with path, consent, requiredFor' })
    .optional(),
  dns: strict({ mx: flag.optional(), reverse: flag.optional() }).optional(),
  detectors: strict({
    add: listOf(detector, 'detectors').optional(),
    disable: listOf(text("a detector's name"), "detectors' names").optional(),
  }).optional(),
  observe: strict({
    logger: having<Logger>('a logger', 'info', 'warn', 'error').optional(),
    sinks: listOf(
      strict({
        name: text('a name of 1 to 64 characters', /^.{1,64}$/s),
        identifiers: oneOf('keyed', 'plain').optional(),
        write: callable<(record: AssessmentRecord) => void>('which gets a record'),
      }),
      'sinks',
    ).optional(),
  }).optional(),
  applicationId: text('1 to 64 letters, digits or any of _ . -', /^[\w.-]{1,64}$/).optional(),
  clock: oneOf('store', 'event').optional(),
  enabled: z
    .union([flag, callable<() => boolean>('which says whether to assess')], {
      error: 'expected true, false or a function',
    })
    .optional(),
  rollout: percent.optional(),
})

export type CheckedOptions = z.output<typeof optionSchema>
