/**
 * From an event's identities to the names under which history knows them. Canonical forms and keyed hashes cost more than
 * the rest of an assessment, and the same addresses, people and devices come again: each is worked out once while it is
 * remembered.
 */
import type { ClientAddress } from '../facts/address/client-address.js'
import { canonicalClaimed } from '../facts/identity/canonical-claimed.js'
import { type CanonicalMailbox, canonicalMailbox } from '../facts/identity/canonical-mailbox.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import { createRecentMap } from '../facts/recent-map.js'
import { MEMBER_CHARS } from '../store/index.js'

/** An identity as history knows it. */
export interface Known {
  /** Its record's key. */
  readonly key: string
  /** The first characters of the key: how other records remember it. */
  readonly member: string
}

/** An address and its neighbourhood; null where the address is of no use. */
export interface KnownAddress {
  readonly ip: Known | null
  readonly network: Known | null
}

/** A name as typed. */
export interface KnownName extends Known {
  /** Its one spelling. */
  readonly text: string
  /** The mailbox, when the name is an email address. */
  readonly mailbox: CanonicalMailbox | null
}

export interface Identities {
  ofAddress(address: ClientAddress | null): KnownAddress
  /** Null for what names nobody. */
  ofClaimed(claimed: unknown): KnownName | null
  ofMailbox(email: string): CanonicalMailbox | null
  of(kind: 'user' | 'device' | 'payee' | 'instrument', id: string): Known
  /** A member that has no record of its own. */
  member(name: string, value: string | number): string
}

/** Entries of each kind; with texts of at most {@link MAX_REMEMBERED_CHARS} some 10 MB in all at the very most. */
const REMEMBERED = 8_192
/** Longer texts are nobody's ordinary name: they are worked out each time. */
const MAX_REMEMBERED_CHARS = 256

const NOWHERE: KnownAddress = Object.freeze({ ip: null, network: null })

export function createIdentities(keys: IdentityKeys): Identities {
  const addresses = createRecentMap<string, KnownAddress & { readonly segment: string | null }>(REMEMBERED)
  const names = createRecentMap<string, KnownName>(REMEMBERED)
  const mailboxes = createRecentMap<string, CanonicalMailbox>(REMEMBERED)
  const members = createRecentMap<string, string>(REMEMBERED)
  const ids = {
    user: createRecentMap<string, Known>(REMEMBERED),
    device: createRecentMap<string, Known>(REMEMBERED),
    payee: createRecentMap<string, Known>(REMEMBERED),
    instrument: createRecentMap<string, Known>(REMEMBERED),
  } as const

  function readName(claimed: unknown): KnownName | null {
    const canonical = canonicalClaimed(claimed)
    if (canonical === null) return null
    const mailbox = canonical.kind === 'email' ? canonicalMailbox(claimed) : null
    return { ...known(claimedKey(keys, canonical.text)), text: canonical.text, mailbox }
  }

  return {
    ofAddress(address) {
      if (!address?.key) return NOWHERE
      const { key, segment } = address
      const remembered = addresses.get(key)
      if (remembered !== undefined && remembered.segment === segment) return remembered
      const found = {
        ip: known(keys.keyOf('ip', key)),
        network: segment ? known(keys.keyOf('network', segment)) : null,
        segment,
      }
      addresses.set(key, found)
      return found
    },
    ofClaimed(claimed) {
      if (typeof claimed !== 'string' || claimed.length > MAX_REMEMBERED_CHARS) return readName(claimed)
      return names.get(claimed) ?? remember(names, claimed, readName(claimed))
    },
    ofMailbox(email) {
      if (email.length > MAX_REMEMBERED_CHARS) return canonicalMailbox(email)
      return mailboxes.get(email) ?? remember(mailboxes, email, canonicalMailbox(email))
    },
    of(kind, id) {
      if (id.length > MAX_REMEMBERED_CHARS) return known(keys.keyOf(kind, id))
      return ids[kind].get(id) ?? (remember(ids[kind], id, known(keys.keyOf(kind, id))) as Known)
    },
    member(name, value) {
      const text = `${name} ${value}`
      if (text.length > MAX_REMEMBERED_CHARS) return toMember(keys.keyOf('member', name, value))
      return members.get(text) ?? (remember(members, text, toMember(keys.keyOf('member', name, value))) as string)
    },
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

function known(key: string): Known {
  return { key, member: toMember(key) }
}

function toMember(key: string): string {
  return key.slice(0, MEMBER_CHARS)
}

/** What is nothing isn't kept: it would be worked out again, but takes nobody's place. */
function remember<V extends {}>(map: { set(key: string, value: V): void }, text: string, value: V | null): V | null {
  if (value !== null) map.set(text, value)
  return value
}
