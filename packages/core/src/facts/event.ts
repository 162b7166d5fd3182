import type { EntityKind, EntityRecord } from '../history/entity.js'
import type { Everyone } from '../history/global/everyone.js'
import type { ActionName } from '../vocabulary/index.js'
import type { ClientAddress } from './address/client-address.js'
import type { ChallengeFact } from './challenge.js'
import type { ClientFacts } from './client/client.js'
import type { EmailFacts } from './email/email.js'
import type { HeaderBag } from './headers.js'
import type { ListHit } from './lists.js'
import type { NetworkFacts } from './network.js'

/** Things of an event that a distinct set or a familiarity table can hold, each as the first six characters of a keyed hash. */
export type MemberName =
  | 'ip'
  | 'network'
  | 'device'
  | 'person'
  | 'target'
  | 'payee'
  | 'asn'
  | 'country'
  | 'city'
  | 'browser'
  | 'os'
  | 'model'
  | 'ua'
  | 'build'
  | 'system'
  | 'platform'
  | 'carries'
  | 'kind'
  | 'shape'
  | 'hour'
  | 'action'

/** How to take one member of an event, as `entryOf` does with entities. */
export const memberOf: {
  readonly [K in MemberName]: (members: RiskEvent['members']) => string | null | undefined
} = {
  ip: (members) => members.ip,
  network: (members) => members.network,
  device: (members) => members.device,
  person: (members) => members.person,
  target: (members) => members.target,
  payee: (members) => members.payee,
  asn: (members) => members.asn,
  country: (members) => members.country,
  city: (members) => members.city,
  browser: (members) => members.browser,
  os: (members) => members.os,
  model: (members) => members.model,
  hour: (members) => members.hour,
  action: (members) => members.action,
  ua: (members) => members.ua,
  build: (members) => members.build,
  system: (members) => members.system,
  platform: (members) => members.platform,
  carries: (members) => members.carries,
  kind: (members) => members.kind,
  shape: (members) => members.shape,
}

/** Who acts, as far as the host told. */
export interface PersonFact {
  /** Proven by the host's session. */
  readonly userId: string | null
  /** What the client typed, canonical. */
  readonly claimedId: string | null
  /** `known`: the account exists; `unknown`: the host says there is none; `unresolved`: nobody said. */
  readonly account: 'known' | 'unknown' | 'unresolved'
  readonly email: string | null
  readonly phone: string | null
}

export interface DeviceFact {
  /** Our verified cookie's id or the host's own; null when there is none yet. */
  readonly id: string | null
  /** `new`: an id first issued in answer to this very request; it stands for no device yet. */
  readonly standing: 'none' | 'new' | 'known' | 'reused' | 'invalid'
  /** Of its cookie; absent for an id of the host's own. */
  readonly generation?: number
}

export interface PaymentFact {
  readonly payee: string | null
  readonly instrument: string | null
  readonly amount: number | null
  readonly currency: string | null
}

/** What the operator told us to expect. */
export interface Expectations {
  readonly platform: 'mobile' | 'desktop' | null
  readonly origins: readonly string[]
  /** Package names of the host's own apps; empty = nothing is expected of apps. */
  readonly apps: readonly string[]
  readonly blockedCountries: ReadonlySet<string>
}

/** Everything that is known about one event when detectors run. Plain data; `null` = nothing to know. */
export interface RiskEvent {
  readonly action: ActionName
  readonly actionSource: 'declared' | 'inferred'
  /** Event time that the store decided, ms since the Unix epoch. */
  readonly nowMs: number
  readonly method: string | null
  readonly host: string | null
  readonly path: string | null
  readonly address: ClientAddress | null
  readonly headers: HeaderBag | null
  readonly client: ClientFacts | null
  readonly network: NetworkFacts | null
  /** What reverse DNS says of a client that poses as a search engine; null or absent while it isn't known. */
  readonly crawlerProof?: 'genuine' | 'forged' | null
  readonly person: PersonFact
  /** What the person's mail address says; null without one, and for actions that bring no new one. */
  readonly email: EmailFacts | null
  readonly device: DeviceFact
  readonly payment: PaymentFact | null
  readonly sessionId: string | null
  /** The challenge token that came with it. */
  readonly challenge: ChallengeFact
  readonly listHits: readonly ListHit[]
  /** False only when approved networks are configured and the address is in none of them; null when it can't be told. */
  readonly inApprovedNetwork: boolean | null
  readonly expectations: Expectations
  /** What this app sees of everybody together; null where nothing is remembered. */
  readonly everyone: Everyone | null
  readonly members: Readonly<Partial<Record<MemberName, string | null>>>
  readonly records: Readonly<Partial<Record<EntityKind, EntityRecord>>>
}
