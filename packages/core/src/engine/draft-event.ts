/** From what the host or an adapter hands in to facts, entity keys and members: everything that needs no history. */
import { clientAddressOf } from '../facts/address/client-address.js'
import { NO_CHALLENGE } from '../facts/challenge.js'
import { type ClientFacts, toClientFacts } from '../facts/client/client.js'
import { type EmailFacts, toAddressFacts } from '../facts/email/email.js'
import type { MailExchanges } from '../facts/email/mail-exchange.js'
import { EMAIL_ACTIONS } from '../facts/email/needs.js'
import type { DeviceFact, Expectations, MemberName, PaymentFact, PersonFact, RiskEvent } from '../facts/event.js'
import { carriesOf, networkKindOf, platformHabitOf } from '../facts/habits.js'
import { type HeaderBag, parseHeaders } from '../facts/headers.js'
import type { CanonicalMailbox } from '../facts/identity/canonical-mailbox.js'
import { canonicalUserId } from '../facts/identity/canonical-user-id.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import type { NetworkFacts, NetworkProvider } from '../facts/network.js'
import type { EntityKind } from '../history/entity.js'
import type { Lists } from '../lists/lists.js'
import type { ResolveUser } from '../options/hooks.js'
import type { AssessInput, PaymentInput, UserInput, Worked } from './assess-input.js'
import { bounded } from './bounded.js'
import type { CrawlerProofs } from './crawler-proofs.js'
import { createIdentities, type Known, type KnownAddress, type KnownName } from './identities.js'

/** An event before its history is known. */
export interface DraftEvent {
  readonly event: Omit<RiskEvent, 'records' | 'nowMs' | 'everyone'>
  readonly keys: Partial<Record<EntityKind, string>>
  readonly atMs: number | null
  /** What `keys.profile` was made of: an account's id, or the name that somebody typed. */
  readonly profileBy: 'id' | 'name'
  /** Why what is known is incomplete; null = nothing went wrong. */
  readonly degraded: string | null
}

export interface DraftDependencies {
  readonly keys: IdentityKeys
  readonly network: NetworkProvider | null
  /** Null unless the operator lets us ask DNS. */
  readonly crawlerProofs: CrawlerProofs | null
  /** Null unless mail exchangers are to be looked up. */
  readonly exchanges: MailExchanges | null
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

/** Actions by which one becomes whoever one names: until they succeed, the session says nothing about that person. */
const CLAIMING: ReadonlySet<string> = new Set(['login', 'register', 'password_reset'])

/** Actions that bring an address which may be new to us; for others nothing of it is worked out. */
const WITH_EMAIL: ReadonlySet<string> = new Set(EMAIL_ACTIONS)

export type Drafter = (input: AssessInput, worked: Worked) => DraftEvent | Promise<DraftEvent>

export function createDrafter(deps: DraftDependencies): Drafter {
  const identities = createIdentities(deps.keys)
  // What a client's headers say is one shared object for all who say the same: its members are worked out once.
  const software = new WeakMap<ClientFacts, Software>()

  return (input, worked) => {
    const name = input.user === null || input.user === undefined ? null : identities.ofClaimed(input.user.claimed)
    const isWho = CLAIMING.has(input.action) || idOf(input.user) === null
    if (name === null || deps.resolveUser === null || !isWho) return draft(input, worked, name, undefined)
    return resolveThenDraft(input, worked, name, deps.resolveUser)
  }

  async function resolveThenDraft(
    input: AssessInput,
    worked: Worked,
    name: KnownName,
    resolveUser: NonNullable<DraftDependencies['resolveUser']>,
  ): Promise<DraftEvent> {
    const leftMs = worked.deadlineAt === undefined ? deps.deadlineMs : worked.deadlineAt - performance.now()
    let degraded = worked.degraded ?? null
    const id = await bounded(() => resolveUser(name.text), {
      ms: Math.max(1, leftMs * RESOLVE_SHARE),
      fallback: undefined,
      onFault(error) {
        degraded = 'resolve_user'
        deps.onFault('resolve_user', error)
      },
    })
    const resolved = id === null || id === undefined ? id : (canonicalUserId(id) ?? undefined)
    return draft(input, { ...worked, degraded }, name, resolved)
  }

  /** `resolved`: undefined = nobody said, null = no such account. */
  function draft(
    input: AssessInput,
    worked: Worked,
    name: KnownName | null,
    resolved: string | null | undefined,
  ): DraftEvent {
    const atMs = finite(input.at)
    const at = atMs ?? deps.now()
    const address = worked.address ?? (typeof input.ip === 'string' ? clientAddressOf(input.ip) : null)
    const headers = worked.headers ?? readHeaders(input)
    const client = headers === null ? null : clientOf(headers, input, worked, at)
    const usable = address !== null && address.key !== null
    const network = usable && address.ip !== null ? lookup(deps, address.ip) : null
    const reverseDns = client?.crawler?.reverseDns ?? null
    const crawlerProof =
      deps.crawlerProofs === null || reverseDns === null || !usable || address.ip === null
        ? null
        : deps.crawlerProofs.of(address.ip, reverseDns)
    const proven = idOf(input.user)
    const isClaim = name !== null && CLAIMING.has(input.action)
    const person = personOf(input.user, name, proven, { isClaim, resolved })
    const account = isClaim ? (resolved ?? null) : person.userId
    const device = worked.device ?? deviceOf(input.device_id)
    const payment = paymentOf(input.payment)
    const mailbox = mailboxOf(input.user, name, person.email)
    const email = emailOf(input, person.email, mailbox)
    const who: Who = {
      address: identities.ofAddress(address),
      device: device.id === null ? null : identities.of('device', device.id),
      name,
      user: account === null ? null : identities.of('user', account),
      mayBeAccount: person.account !== 'unknown',
      payee: payment?.payee ? identities.of('payee', payment.payee) : null,
      instrument: payment?.instrument ? identities.of('instrument', payment.instrument) : null,
    }
    // A proxy's unusable word leaves its own address standing: nobody is trusted for that.
    const reliable = usable && !address.malformed ? address.parsed : null
    const listHits = deps.lists.match(
      {
        ip: usable ? address.parsed : null,
        addressDoubtful: usable && address.malformed,
        asn: network?.asn ?? null,
        country: network?.country ?? null,
        deviceId: device.id,
        fingerprint: null,
        userId: person.userId,
        userProven: proven !== null && !isClaim,
        emailProven: proven !== null && !isClaim && text(input.user?.email) !== null,
        claimedId: person.claimedId,
        email: mailbox?.mailbox ?? null,
        emailDomain: mailbox?.domain ?? null,
      },
      at,
    )
    const keys = keysOf(who, input.action === 'register' ? signUpKeys(email) : NO_SIGN_UP)
    return {
      atMs,
      profileBy: who.user === null ? 'name' : 'id',
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
        crawlerProof,
        person,
        email,
        device,
        payment,
        sessionId: text(input.session_id),
        // Whether a token was presented before, the history must say.
        challenge: NO_CHALLENGE,
        listHits,
        inApprovedNetwork: deps.lists.inApprovedNetwork(reliable),
        expectations: deps.expectations,
        members: membersOf(who, network, client, device),
      },
    }
  }

  function emailOf(input: AssessInput, typed: string | null, mailbox: CanonicalMailbox | null): EmailFacts | null {
    if (typed === null || !WITH_EMAIL.has(input.action)) return null
    const facts = toAddressFacts(typed, mailbox)
    const mayBeAsked = deps.exchanges !== null && mailbox !== null && facts.fault === null
    return {
      ...facts,
      exchange: mayBeAsked ? (deps.exchanges.of(mailbox.domain) ?? null) : null,
      bounced: input.user?.email_bounced === true,
    }
  }

  /** New accounts count by their mail domain and by the form of address under it. */
  function signUpKeys(email: EmailFacts | null): SignUpKeys {
    if (email === null || email.domain === null || email.local === null) return NO_SIGN_UP
    const { registrable } = email.domain
    return {
      email_domain: deps.keys.keyOf('email_domain', registrable),
      email_shape: deps.keys.keyOf('email_shape', registrable, email.local.shape),
    }
  }

  /** The mailbox that the person is known by: the given one, or the typed name where that is one. */
  function mailboxOf(
    user: UserInput | null | undefined,
    name: KnownName | null,
    email: string | null,
  ): CanonicalMailbox | null {
    if (email === null) return null
    return name !== null && user?.claimed === email ? name.mailbox : identities.ofMailbox(email)
  }

  function member(name: MemberName, value: string | number | null | undefined): string | null {
    return value === null || value === undefined ? null : identities.member(name, value)
  }

  function softwareOf(client: ClientFacts): Software {
    const known = software.get(client)
    if (known !== undefined) return known
    const members: Software = {
      browser: member('browser', browserOf(client)),
      model: member('model', modelOf(client)),
      ua: client.uaPresent ? member('ua', client.userAgent) : null,
      build: member('build', versioned(client.browser)),
      system: member('system', versioned(client.os)),
      platform: platformHabitOf(client.platform),
      shape: member('shape', client.headerFingerprint),
    }
    software.set(client, members)
    return members
  }

  function membersOf(
    who: Who,
    network: NetworkFacts | null,
    client: ClientFacts | null,
    device: DeviceFact,
  ): Partial<Record<MemberName, string | null>> {
    const software = client === null ? NO_SOFTWARE : softwareOf(client)
    return {
      ip: who.address.ip?.member ?? null,
      network: who.address.network?.member ?? null,
      device: who.device?.member ?? null,
      // The typed name where there is one: an attempt and the session that follows it count as one person.
      person: (who.name ?? who.user)?.member ?? null,
      payee: who.payee?.member ?? null,
      asn: member('asn', network?.asn),
      country: member('country', network?.country),
      browser: software.browser,
      model: software.model,
      ua: software.ua,
      build: software.build,
      system: software.system,
      platform: software.platform,
      shape: software.shape,
      carries: carriesOf(device),
      kind: networkKindOf(network),
    }
  }
}

/** Everybody and everything that an event names, as history knows them. */
interface Who {
  readonly address: KnownAddress
  readonly device: Known | null
  readonly name: KnownName | null
  readonly user: Known | null
  /** Nobody said that the typed name is no account's. */
  readonly mayBeAccount: boolean
  readonly payee: Known | null
  readonly instrument: Known | null
}

type SignUpKeys = Pick<DraftEvent['keys'], 'email_domain' | 'email_shape'>

const NO_SIGN_UP: SignUpKeys = Object.freeze({})

/** Always the same names in the same order, so that all events have one shape. */
function keysOf(
  { address, device, name, user, mayBeAccount, payee, instrument }: Who,
  signUp: SignUpKeys,
): DraftEvent['keys'] {
  const profile = user ?? (mayBeAccount ? name : null)
  return {
    ip: address.ip?.key,
    ip_label: address.ip?.key,
    network: address.network?.key,
    device: device?.key,
    profile: profile?.key,
    // Without a typed name an account's activity counts under its proven id; attempts never write the profile.
    target: (name ?? profile)?.key,
    email_domain: signUp.email_domain,
    email_shape: signUp.email_shape,
    payee: payee?.key,
    instrument: instrument?.key,
  }
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
  return parseHeaders(
    input.headers,
    input.headersComplete === undefined ? {} : { headersComplete: input.headersComplete },
  )
}

function idOf(user: UserInput | null | undefined): string | null {
  return user === null || user === undefined ? null : canonicalUserId(user.id)
}

function personOf(
  user: UserInput | null | undefined,
  name: KnownName | null,
  proven: string | null,
  { isClaim, resolved }: { readonly isClaim: boolean; readonly resolved: string | null | undefined },
): PersonFact {
  const userId = proven ?? resolved ?? null
  const isKnown = isClaim ? typeof resolved === 'string' : userId !== null
  return {
    userId,
    claimedId: name?.text ?? null,
    account: isKnown ? 'known' : resolved === null && name !== null ? 'unknown' : 'unresolved',
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

type SoftwareMember = 'browser' | 'model' | 'ua' | 'build' | 'system' | 'platform' | 'shape'
type Software = Readonly<Record<SoftwareMember, string | null>>

const NO_SOFTWARE: Software = Object.freeze({
  browser: null,
  model: null,
  ua: null,
  build: null,
  system: null,
  platform: null,
  shape: null,
})

/** With its version; null where nothing is known of it. */
function versioned({
  name,
  version,
}: {
  readonly name: string | null
  readonly version: string | null
}): string | null {
  return name === null ? null : `${name} ${version ?? ''}`
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
