import type { Detector } from './detectors/define-detector.js'
import { type CidrSet, createCidrSet } from './facts/address/cidr.js'
import { type ClientAddressResolver, createClientAddress } from './facts/address/client-address.js'
import type { TrustedProxiesOption } from './facts/address/trusted-proxies.js'
import type { NetworkProvider } from './facts/network.js'
import type { ListEntry } from './lists/list-entry.js'
import { type ParsedEntry, parseEntry } from './lists/parse-entry.js'
import type { Identify, Logger, OutcomeHook, ResolveUser } from './options/hooks.js'
import { type CheckedOptions, optionSchema } from './options/option-schema.js'
import { type ActionMatcher, compileRouteMap } from './options/route-map.js'
import { parseSecrets } from './options/secrets.js'
import { toRiskError } from './options/strict.js'
import type { PolicyOptions } from './policy/policy.js'
import type { StorePort } from './store/index.js'
import type { ActionName } from './vocabulary/index.js'

export type { HookOutcome, Identify, Identity, Logger, OutcomeHook, ResolveUser } from './options/hooks.js'
export { deriveIdentityKey } from './options/secrets.js'

/** How our device cookie is set. */
export interface CookieOptions {
  /**
   * `on-action` (default): only on responses to declared actions, never on pages that a cache may keep. `after-consent`:
   * only once the host said so for the request. `off`: never; pass the host's own `device_id`.
   */
  readonly mode?: CookieMode
  /** Default `__Host-rg_d` over HTTPS, else `rg_d`. */
  readonly name?: string
  /** A parent domain, to be one device on all of its hosts. Default: this host alone. */
  readonly domain?: string
  /** Default `/`. */
  readonly path?: string
  /** Default `lax`. `none` needs `secure: true`. */
  readonly sameSite?: 'lax' | 'strict' | 'none'
  /** Default: when the request is known to have come over HTTPS. */
  readonly secure?: boolean
}
export type CookieMode = 'off' | 'on-action' | 'after-consent'

/** Where assessments go besides the request. */
export interface AssessmentSink {
  readonly name: string
  /** `keyed` (default): identifiers are keyed tokens and addresses are cut to /24 or /48. `plain`: as they are. */
  readonly identifiers?: 'keyed' | 'plain'
  /** An `AssessmentRecord`. Must return at once; what it throws is counted and dropped. */
  write(record: object): void
}

export interface ObserveOptions {
  /** pino or alike. Default: warnings and errors go to `process.emitWarning`, once each. */
  readonly logger?: Logger
  readonly sinks?: readonly AssessmentSink[]
}

export interface CollectorOptions {
  /** Where the host serves the collector's endpoints, such as `/_rg`. */
  readonly path: string
  /** Default `security`. */
  readonly consent?: 'none' | 'security' | 'full'
  /** Actions for which absent telemetry is evidence. Default none. */
  readonly requiredFor?: readonly ActionName[]
}

export interface DnsOptions {
  /** Look up mail exchangers of email domains. Default false. */
  readonly mx?: boolean
  /** Confirm crawlers by forward-confirmed reverse DNS. Default false. */
  readonly reverse?: boolean
}

export interface DetectorOptions {
  /** The host's own, made with `defineDetector`. */
  readonly add?: readonly Detector[]
  /** Names of detectors to leave out. */
  readonly disable?: readonly string[]
}

/**
 * Everything that can be set. All of it is optional: `riskGuard()` alone observes with an embedded memory store and
 * changes nothing. Read once, at construction; a mistake throws a `RiskError` there and then.
 *
 * An option that doesn't exist throws `RG_OPTION_UNKNOWN`, one of the wrong type or range `RG_OPTION_INVALID`.
 *
 * @typeParam Request the framework's request, @typeParam Response its response, as the hooks get them
 */
export interface RiskOptions<Request = unknown, Response = unknown> {
  /** Where history lives. Default: a memory store of 64 MiB, for one process. */
  readonly store?: StorePort
  /**
   * At least 32 characters from a random source; signs cookies and seals tokens. A list rotates: the first signs, all are
   * accepted. Required with a shared store (`RG_SECRET_MISSING`); the memory store makes one at random and warns. Short or
   * regular ones throw `RG_SECRET_WEAK`.
   */
  readonly secret?: string | readonly string[]
  /**
   * The key under which identities are stored; another key is another history. 64 hexadecimal digits, such as
   * `deriveIdentityKey(secret)` gives. Default: derived from the *last* secret of the list, the oldest. Whoever drops that
   * one sets `identityKey` to what was derived from it.
   */
  readonly identityKey?: string
  /** Country, ASN, kind and listings by address, see `createNetwork` of `@riskguard/network`. Default none. */
  readonly network?: NetworkProvider
  /**
   * CIDRs or presets of the proxies in front. Default: nobody is trusted and the peer is the client. `RG_TRUST_INVALID`
   * for hop counts, `true` and an empty list; `RG_CIDR_INVALID`.
   */
  readonly trustedProxies?: TrustedProxiesOption
  /** The one header that the trusted proxy sets. Default `x-forwarded-for`. `RG_TRUST_INVALID` without `trustedProxies`. */
  readonly forwardedHeader?: string
  /**
   * Which routes are which actions: `{ 'POST /login': 'login', 'POST /users/:id/password': 'account_auth_change' }`. A
   * method or `*`, or several with `|`; `:name` is one segment, a last `*` the rest. Literal segments win over `:name`, that over `*`. Letter case, a
   * final slash and percent-encoding don't matter.
   */
  readonly actions?: Readonly<Record<string, ActionName>>
  /**
   * Actions of routes that nobody declared, guessed from method, host and path. `observe` (default): assessed, teaches
   * nothing, never enforced. `on`: as if declared. `off`: not assessed.
   */
  readonly infer?: 'off' | 'observe' | 'on'
  /** Who acts. Default: nobody is known, and no field of a body is guessed. */
  readonly identify?: Identify<Request>
  /** The account behind a login name. Default: the canonical name itself is the key. */
  readonly resolveUser?: ResolveUser
  /** How it ended, once the response is finished. Default: only failures are read from the status. */
  readonly outcome?: OutcomeHook<Request, Response>
  /** Thresholds (0–100, challenge < deny) and rules. `RG_UNIT` for windows that look like seconds. */
  readonly policy?: PolicyOptions
  /** Entries that always hold, besides those kept in the store. At most 100,000. `RG_CIDR_INVALID`. */
  readonly lists?: readonly ListEntry[]
  /** ISO 3166-1 alpha-2 codes, in any case. Default none. */
  readonly blockedCountries?: readonly string[]
  /** CIDRs outside of which MCPS-1000 is raised. Default: everywhere is approved. `RG_CIDR_INVALID`. */
  readonly approvedNetworks?: readonly string[]
  /** Origins whose pages may submit actions, such as `https://shop.example`. Default: not looked at. */
  readonly origins?: readonly string[]
  /** Package names or bundle ids of the host's own apps. Default none. */
  readonly apps?: readonly string[]
  /** What the host's clients are. Default: anything. */
  readonly expects?: { readonly platform?: 'mobile' | 'desktop' }
  /** `monitor` (default) attaches an assessment and changes no response; `enforce` answers deny and challenge. */
  readonly mode?: 'monitor' | 'enforce'
  /** What is recommended when the history can't be read. Default `allow`. */
  readonly onFailure?: 'allow' | 'challenge' | 'deny'
  /** ms that an assessment may take, 5 to 10,000. Default 50. */
  readonly deadlineMs?: number
  /** Our device cookie. Default `on-action`. */
  readonly cookie?: CookieMode | CookieOptions
  /** The browser collector. Default false: off. */
  readonly collector?: false | CollectorOptions
  /** Look-ups within the deadline. Default none. */
  readonly dns?: DnsOptions
  readonly detectors?: DetectorOptions
  readonly observe?: ObserveOptions
  /** Whose events these are: 1–64 of letters, digits, `_ . -`. Two ids never share history. Default `default`. */
  readonly applicationId?: string
  /** `store` (default): the store's clock, an event's own time within ± 24 h of it. `event`: the event's time alone, for replays. */
  readonly clock?: 'store' | 'event'
  /** The kill switch, asked on each request when it is a function. Default true. */
  readonly enabled?: boolean | (() => boolean)
  /** Percent of clients, 0 to 100, that `mode: 'enforce'` applies to. Default 100. */
  readonly rollout?: number
}

/** Options as the engine uses them: defaults filled in, texts parsed, functions kept. */
export interface ParsedOptions {
  /** Null: make the memory store. */
  readonly store: StorePort | null
  /** First signs; at least one. */
  readonly secrets: readonly Buffer[]
  /** 32 bytes. */
  readonly identityKey: Buffer
  readonly network: NetworkProvider | null
  /** By `trustedProxies` and `forwardedHeader`. */
  readonly address: ClientAddressResolver
  /** The action of a route, or null. */
  readonly matchAction: ActionMatcher
  /** Distinct actions of the route map. */
  readonly mappedActions: readonly ActionName[]
  readonly infer: 'off' | 'observe' | 'on'
  readonly identify: Identify<unknown> | null
  readonly resolveUser: ResolveUser | null
  readonly outcome: OutcomeHook<unknown, unknown> | null
  readonly policy: PolicyOptions
  readonly lists: readonly ParsedEntry[]
  /** Upper case. */
  readonly blockedCountries: ReadonlySet<string>
  /** Null: everywhere is approved. */
  readonly approvedNetworks: CidrSet | null
  /** Canonical, without a final slash. */
  readonly origins: readonly string[]
  readonly expectedPlatform: 'mobile' | 'desktop' | null
  readonly apps: readonly string[]
  readonly mode: 'monitor' | 'enforce'
  readonly onFailure: 'allow' | 'challenge' | 'deny'
  readonly deadlineMs: number
  readonly cookie: ParsedCookie
  readonly collector: Required<CollectorOptions> | null
  readonly dns: Required<DnsOptions>
  readonly detectors: Required<DetectorOptions>
  readonly sinks: readonly Required<AssessmentSink>[]
  /** History's namespace. */
  readonly applicationId: string
  readonly clock: 'store' | 'event'
  /** The kill switch; a host's function that throws leaves us on. */
  readonly isEnabled: () => boolean
  /** Percent, 0 to 100. */
  readonly rollout: number
  readonly logger: Logger | null
  /** Worth telling the operator once, such as that the secret is a random one. */
  readonly warnings: readonly string[]
}

/** For `createDeviceCookie`, with the mode. */
export interface ParsedCookie {
  readonly mode: CookieMode
  readonly name: string | undefined
  readonly domain: string | undefined
  readonly path: string
  readonly sameSite: 'Lax' | 'Strict' | 'None'
  readonly secure: 'auto' | 'always' | 'never'
}

/**
 * Reads the options, once. Nothing is opened, started or connected here.
 * @throws RiskError with the code that the option's own text names
 */
export function parseOptions(input: RiskOptions<never, never> | undefined): ParsedOptions {
  const checked = optionSchema.safeParse(input ?? {})
  if (!checked.success) throw toRiskError(checked.error, input)
  const options = checked.data
  const keys = parseSecrets({
    secret: options.secret,
    identityKey: options.identityKey,
    shared: options.store?.shared === true,
  })
  return {
    store: options.store ?? null,
    secrets: keys.secrets,
    identityKey: keys.identityKey,
    network: options.network ?? null,
    address: createClientAddress({ trustedProxies: options.trustedProxies, forwardedHeader: options.forwardedHeader }),
    matchAction: compileRouteMap(options.actions ?? {}),
    mappedActions: [...new Set(Object.values(options.actions ?? {}))],
    infer: options.infer ?? 'observe',
    identify: options.identify ?? null,
    resolveUser: options.resolveUser ?? null,
    outcome: options.outcome ?? null,
    policy: (options.policy ?? {}) as PolicyOptions,
    lists: (options.lists ?? []).map((entry, i) => parseEntry(entry, `lists[${i}]`)),
    blockedCountries: new Set(options.blockedCountries ?? []),
    approvedNetworks: options.approvedNetworks === undefined ? null : createCidrSet(options.approvedNetworks),
    origins: [...new Set(options.origins ?? [])],
    expectedPlatform: options.expects?.platform ?? null,
    apps: options.apps ?? [],
    mode: options.mode ?? 'monitor',
    onFailure: options.onFailure ?? 'allow',
    deadlineMs: options.deadlineMs ?? 50,
    cookie: parseCookie(options.cookie ?? {}),
    collector: options.collector ? { consent: 'security', requiredFor: [], ...given(options.collector) } : null,
    dns: { mx: false, reverse: false, ...given(options.dns) },
    detectors: { add: [], disable: [], ...given(options.detectors) },
    sinks: (options.observe?.sinks ?? []).map((sink) => ({ identifiers: 'keyed', ...given(sink) })),
    applicationId: options.applicationId ?? 'default',
    clock: options.clock ?? 'store',
    isEnabled: parseSwitch(options.enabled ?? true),
    rollout: options.rollout ?? 100,
    logger: options.observe?.logger ?? null,
    warnings: keys.origin === 'random' ? [RANDOM_SECRET] : [],
  }
}

const RANDOM_SECRET =
  'riskguard: no secret is set, so one was made at random. Device cookies, action ids and all history end with this process. Set secret.'

function parseCookie(cookie: NonNullable<CheckedOptions['cookie']>): ParsedCookie {
  const {
    mode = 'on-action',
    name,
    domain,
    path = '/',
    sameSite = 'lax',
    secure,
  } = typeof cookie === 'string' ? { mode: cookie } : cookie
  return {
    mode,
    name,
    domain,
    path,
    sameSite: SAME_SITE[sameSite],
    secure: secure === undefined ? 'auto' : secure ? 'always' : 'never',
  }
}

const SAME_SITE = { lax: 'Lax', strict: 'Strict', none: 'None' } as const

function parseSwitch(enabled: boolean | (() => boolean)): () => boolean {
  if (typeof enabled === 'boolean') return () => enabled
  return () => {
    try {
      return enabled() !== false
    } catch {
      // The host's function, whatever it throws: a broken switch must not take the protection away.
      return true
    }
  }
}

/** Without names whose value is undefined, which would overwrite a default. */
function given<T extends object>(options: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined)) as never
}
