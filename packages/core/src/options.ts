import { detectors as shippedDetectors } from './detectors/index.js'
import { describeGiven, RiskError } from './errors.js'
import { type CidrSet, createCidrSet } from './facts/address/cidr.js'
import { type ClientAddressResolver, createClientAddress } from './facts/address/client-address.js'
import type { NetworkProvider } from './facts/network.js'
import { type ParsedEntry, parseEntry } from './lists/parse-entry.js'
import { ownNameWarning } from './options/action-name.js'
import type { Identify, Logger, OutcomeHook, ResolveUser } from './options/hooks.js'
import { nearestHint } from './options/nearest-name.js'
import { type CheckedOptions, optionSchema } from './options/option-schema.js'
import type {
  AssessmentSink,
  CollectorOptions,
  CookieMode,
  DetectorOptions,
  DnsOptions,
  RiskOptions,
} from './options/risk-options.js'
import { type ActionMatcher, compileRouteMap } from './options/route-map.js'
import { parseSecrets } from './options/secrets.js'
import { toRiskError } from './options/strict.js'
import type { PolicyOptions } from './policy/policy.js'
import type { StorePort } from './store/index.js'
import type { ActionName } from './vocabulary/index.js'

export type { HookOutcome, Identify, Identity, Logger, OutcomeHook, ResolveUser } from './options/hooks.js'
export type {
  AssessmentSink,
  CollectorOptions,
  CookieMode,
  CookieOptions,
  DetectorOptions,
  DnsOptions,
  ObserveOptions,
  RiskOptions,
} from './options/risk-options.js'
export { deriveIdentityKey } from './options/secrets.js'

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
    detectors: parseDetectors(options.detectors),
    sinks: (options.observe?.sinks ?? []).map((sink) => ({ identifiers: 'keyed', ...given(sink) })),
    applicationId: options.applicationId ?? 'default',
    clock: options.clock ?? 'store',
    isEnabled: parseSwitch(options.enabled ?? true),
    rollout: options.rollout ?? 100,
    logger: options.observe?.logger ?? null,
    warnings: [
      ...(keys.origin === 'random' ? [RANDOM_SECRET] : []),
      ...[...new Set(Object.values(options.actions ?? {}))].flatMap((name) => ownNameWarning(name) ?? []),
    ],
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

function parseDetectors(options: CheckedOptions['detectors']): Required<DetectorOptions> {
  const parsed: Required<DetectorOptions> = { add: [], disable: [], ...given(options) }
  const names = [...shippedDetectors, ...parsed.add].map(({ name }) => name)
  parsed.disable.forEach((name, i) => {
    if (names.includes(name)) return
    throw new RiskError(
      'RG_OPTION_INVALID',
      `detectors.disable[${i}]: given ${describeGiven(name)}, expected the name of a detector${nearestHint(name, names)}.`,
    )
  })
  return parsed
}

function parseSwitch(enabled: boolean | (() => boolean)): () => boolean {
  if (typeof enabled === 'boolean') return () => enabled
  return () => {
    try {
      const answer: unknown = enabled()
      // A promise comes too late to be an answer; unheard, its rejection would end the host's process.
      if (answer instanceof Promise) answer.catch(() => undefined)
      return answer !== false
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
