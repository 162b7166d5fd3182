import type { Detector } from '../detectors/define-detector.js'
import type { AssessmentRecord } from '../engine/assessment-record.js'
import type { TrustedProxiesOption } from '../facts/address/trusted-proxies.js'
import type { NetworkProvider } from '../facts/network.js'
import type { ListEntry } from '../lists/list-entry.js'
import type { PolicyOptions } from '../policy/policy.js'
import type { StorePort } from '../store/index.js'
import type { ActionName } from '../vocabulary/index.js'
import type { Identify, Logger, OutcomeHook, ResolveUser } from './hooks.js'

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
  /** Called after the answer, record by record. What it throws or rejects with is counted and dropped. */
  write(record: AssessmentRecord): void
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
  /** Names of detectors to leave out, shipped or own. `RG_OPTION_INVALID` for one that doesn't exist. */
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
  readonly secret?: string | readonly string[] | undefined
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
  /** Percent of clients that `mode: 'enforce'` applies to: 0, or 1 to 100. Default 100. `RG_UNIT` for a share such as 0.1. */
  readonly rollout?: number
}
