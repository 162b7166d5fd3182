/** From what the host or an adapter hands in to facts, entity keys and members: everything that needs no history. */
import { type ClientAddress, clientAddressOf } from '../facts/address/client-address.js'
import { NO_CHALLENGE } from '../facts/challenge.js'
import { type ClientFacts, toClientFacts } from '../facts/client/client.js'
import type { DeviceFact, Expectations, MemberName, PaymentFact, PersonFact, RiskEvent } from '../facts/event.js'
import { type HeaderBag, parseHeaders } from '../facts/headers.js'
import { canonicalClaimed } from '../facts/identity/canonical-claimed.js'
import { canonicalMailbox } from '../facts/identity/canonical-mailbox.js'
import { canonicalUserId } from '../facts/identity/canonical-user-id.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import type { NetworkFacts, NetworkProvider } from '../facts/network.js'
import type { EntityKind } from '../history/entity.js'
import type { Lists } from '../lists/lists.js'
import type { ResolveUser } from '../options/hooks.js'
import { MEMBER_CHARS } from '../store/index.js'
import type { AssessInput, PaymentInput, UserInput, Worked } from './assess-input.js'
import { bounded } from './bounded.js'

/** An event before its history is known. */
export interface DraftEvent {
  readonly event: Omit<RiskEvent, 'records' | 'nowMs'>
  readonly keys: Partial<Record<EntityKind, string>>
  readonly atMs: number | null
  /** Why what is known is incomplete; null = nothing went wrong. */
  readonly degraded: string | null
}

export interface DraftDependencies {
  readonly keys: IdentityKeys
  readonly network: NetworkProvider | null
  readonly lists: Lists
  readonly expectations: Expectations
  /** Finds the account that a typed name stands for; null = the host says there is none. Absent: nobody says. */
  readonly resolveUser: ResolveUser | null
  /** What an assessment may take where its caller doesn't say. */
  readonly deadlineMs: number
  readonly now: () => number
  readonly onFault: (fault: string, error: unknown) => void
}

/** Share of the time left that `resolveUser` may take: the history must be read in the rest. */
const RESOLVE_SHARE = 0.6

export type Drafter = (input: AssessInput, worked: Worked) => DraftEvent | Promise<DraftEvent>

export function createDrafter(deps: DraftDependencies): Drafter {
  return (input, worked) => {
    const claimed = deps.resolveUser === null ? null : claimedText(input.user)
    if (claimed === null || deps.resolveUser === null || idOf(input.user) !== null) return draft(input, worked, undefined)
    return resolveThenDraft(input, worked, claimed, deps.resolveUser)
  }

  async function resolveThenDraft(
    input: AssessInput,
    worked: Worked,
    claimed: string,
    resolveUser: NonNullable<DraftDependencies['resolveUser']>,
  ): Promise<DraftEvent> {
    const leftMs = worked.deadlineAt === undefined ? deps.deadlineMs : worked.deadlineAt - performance.now()
    let degraded = worked.degraded ?? null
    const id = await bounded(() => resolveUser(claimed), {
      ms: Math.max(1, leftMs * RESOLVE_SHARE),
      fallback: undefined,
      onFault(error) {
        degraded = 'resolve_user'
        deps.onFault('resolve_user', error)
      },
    })
    const resolved = id === null || id === undefined ? id : (canonicalUserId(id) ?? undefined)
    return draft(input, { ...worked, degraded }, resolved)
  }

  /** `resolved`: undefined = nobody said, null = no such account. */
  function draft(input: AssessInput, worked: Worked, resolved: string | null | undefined): DraftEvent {
    const atMs = finite(input.at)
    const at = atMs ?? deps.now()
    const address = worked.address ?? (typeof input.ip === 'string' ? clientAddressOf(input.ip) : null)
    const headers = worked.headers ?? readHeaders(input)
    const client = headers === null ? null : clientOf(headers, input, worked, at)
    const usable = address !== null && address.key !== null
    const network = usable && address.ip !== null ? lookup(deps, address.ip) : null
    const person = personOf(input.user, resolved)
    const device = worked.device ?? deviceOf(input.device_id)
    const payment = paymentOf(input.payment)
    const keys = entityKeys({ address, person, device, payment })
    // A proxy's unusable word leaves its own address standing: nobody is trusted for that.
    const reliable = usable && !address.malformed ? address.parsed : null
    const mailbox = person.email === null ? null : canonicalMailbox(person.email)
    const listHits = deps.lists.match(
      {
        ip: usable ? address.parsed : null,
        addressDoubtful: usable && address.malformed,
        asn: network?.asn ?? null,
        country: network?.country ?? null,
        deviceId: device.id,
        fingerprint: null,
        userId: person.userId,
        userProven: idOf(input.user) !== null,
        claimedId: person.claimedId,
        email: mailbox?.mailbox ?? null,
        emailDomain: mailbox?.domain ?? null,
      },
      at,
    )
    return {
      atMs,
      degraded: worked.degraded ?? null,
      keys,
      event: {
        action: input.action,
        actionSource: input.action_source ?? 'declared',
        method: text(input.method),
        host: text(input.host),
        path: text(input.path),
        address,
        headers,
        client,
        network,
        person,
        device,
        payment,
        sessionId: text(input.session_id),
        // Whether a token was presented before, the history must say.
        challenge: NO_CHALLENGE,
        listHits,
        inApprovedNetwork: deps.lists.inApprovedNetwork(reliable),
        expectations: deps.expectations,
        members: membersOf(keys, network, client),
      },
    }
  }

  function entityKeys(parts: {
    address: ClientAddress | null
    person: PersonFact
    device: DeviceFact
    payment: PaymentFact | null
  }): Partial<Record<EntityKind, string>> {
    const { address, person, device, payment } = parts
    const keys: Partial<Record<EntityKind, string>> = {}
    if (address?.key) keys.ip = deps.keys.keyOf('ip', address.key)
    if (keys.ip !== undefined) keys.ip_label = keys.ip
    if (address?.segment) keys.network = deps.keys.keyOf('network', address.segment)
    if (device.id !== null) keys.device = deps.keys.keyOf('device', device.id)
    if (person.claimedId !== null) keys.target = claimedKey(deps.keys, person.claimedId)
    if (person.userId !== null) keys.profile = userKey(deps.keys, person.userId)
    else if (keys.target !== undefined && person.account !== 'unknown') keys.profile = keys.target
    // Without a typed name an account's activity counts under its proven id; attempts never write the profile.
    if (person.claimedId === null && keys.profile !== undefined) keys.target = keys.profile
    if (payment?.payee) keys.payee = deps.keys.keyOf('payee', payment.payee)
    if (payment?.instrument) keys.instrument = deps.keys.keyOf('instrument', payment.instrument)
    return keys
  }

  function membersOf(
    keys: Partial<Record<EntityKind, string>>,
    network: NetworkFacts | null,
    client: ClientFacts | null,
  ): Partial<Record<MemberName, string>> {
    const members: Partial<Record<MemberName, string>> = {}
    const prefix = (name: MemberName, key: string | undefined) => {
      if (key !== undefined) members[name] = key.slice(0, MEMBER_CHARS)
    }
    const hashed = (name: MemberName, value: string | number | null | undefined) => {
      if (value !== null && value !== undefined) prefix(name, deps.keys.keyOf('member', name, value))
    }
    prefix('ip', keys.ip)
    prefix('network', keys.network)
    prefix('device', keys.device)
    // The typed name where there is one: an attempt and the session that follows it count as one person.
    prefix('person', keys.target ?? keys.profile)
    prefix('payee', keys.payee)
    hashed('asn', network?.asn)
    hashed('country', network?.country)
    hashed('browser', client === null ? null : browserOf(client))
    hashed('model', client === null ? null : modelOf(client))
    return members
  }
}

/** The key of a person by the id that the host's session proves. */
export function userKey(keys: IdentityKeys, userId: string): string {
  return keys.keyOf('user', userId)
}

/** The key of a person by the name that somebody typed. */
export function claimedKey(keys: IdentityKeys, claimedId: string): string {
  return keys.keyOf('claimed', claimedId)
}

function lookup(deps: DraftDependencies, ip: string): NetworkFacts | null {
  try {
    return deps.network === null ? null : deps.network.lookup(ip)
  } catch (error) {
    deps.onFault('network_lookup', error)
    return null
  }
}

function clientOf(headers: HeaderBag, input: AssessInput, worked: Worked, atMs: number): ClientFacts {
  return toClientFacts({
    headers,
    method: text(input.method),
    host: text(input.host),
    path: text(input.path),
    atMs,
    secure: worked.secure ?? null,
    headerOrderTrusted: worked.headerOrderTrusted ?? false,
  })
}

function readHeaders(input: AssessInput): HeaderBag | null {
  if (input.headers === null || input.headers === undefined) return null
  return parseHeaders(input.headers, input.headersComplete === undefined ? {} : { headersComplete: input.headersComplete })
}

function idOf(user: UserInput | null | undefined): string | null {
  return user === null || user === undefined ? null : canonicalUserId(user.id)
}

function claimedText(user: UserInput | null | undefined): string | null {
  return user === null || user === undefined ? null : (canonicalClaimed(user.claimed)?.text ?? null)
}

function personOf(user: UserInput | null | undefined, resolved: string | null | undefined): PersonFact {
  const proven = idOf(user)
  const claimedId = claimedText(user)
  const userId = proven ?? resolved ?? null
  return {
    userId,
    claimedId,
    account: userId !== null ? 'known' : resolved === null && claimedId !== null ? 'unknown' : 'unresolved',
    email: text(user?.email) ?? emailAmong(user?.claimed),
    phone: text(user?.phone),
  }
}

function emailAmong(claimed: unknown): string | null {
  return typeof claimed === 'string' && claimed.includes('@') ? text(claimed) : null
}

function deviceOf(id: unknown): DeviceFact {
  const known = canonicalUserId(id)
  return known === null ? { id: null, standing: 'none' } : { id: known, standing: 'known' }
}

function paymentOf(payment: PaymentInput | null | undefined): PaymentFact | null {
  if (payment === null || payment === undefined || typeof payment !== 'object') return null
  return {
    payee: canonicalUserId(payment.payee),
    instrument: canonicalUserId(payment.instrument),
    amount: finite(payment.amount),
    currency: text(payment.currency),
  }
}

function modelOf(client: ClientFacts): string | null {
  const { vendor, model } = client.device
  return model === null ? null : `${vendor ?? ''} ${model}`
}

/** Without versions: an update makes no other browser of it. */
function browserOf({ browser, os }: ClientFacts): string | null {
  return browser.name === null && os.name === null ? null : `${browser.name ?? '?'} ${os.name ?? '?'}`
}

const MAX_TEXT = 2048

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_TEXT) : null
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 8.64e15 ? value : null
}
