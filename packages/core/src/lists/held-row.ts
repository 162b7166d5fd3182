import { type Cidr, parseCidr } from '../facts/address/cidr.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import type { ListHit, ListSubject } from '../facts/lists.js'
import type { HeldEntry } from './list-entry.js'
import { listKey } from './list-index.js'
import type { ParsedEntry } from './parse-entry.js'

/** An entry as it is matched: persons, devices and single addresses by their keyed hash. */
export interface HeldRow {
  readonly list: ListHit['list']
  readonly subject: ListSubject
  /** What an event's value, hashed or plain, must be equal to. */
  readonly match: string
  readonly loginMatch: string | null
  readonly value: string | null
  readonly expiresAtMs: number | null
  readonly origin: HeldEntry['origin']
  readonly hit: ListHit
  /** Of a `cidr`: `match`, parsed. */
  readonly cidr: Cidr | null
}

/** Subjects whose value would name somebody, if it stood in the store. */
export const KEYED_SUBJECTS: ReadonlySet<ListSubject> = new Set(['ip', 'device', 'fingerprint', 'user', 'email'])

export function toRow(entry: ParsedEntry, keys: IdentityKeys, origin: HeldEntry['origin']): HeldRow {
  const { list, subject, value, loginName, name, expiresAtMs } = entry
  const match = KEYED_SUBJECTS.has(subject) ? listKey(keys, subject, value) : value
  const loginMatch = loginName === null ? null : listKey(keys, 'login', loginName)
  return {
    list,
    subject,
    match,
    loginMatch,
    value,
    expiresAtMs,
    origin,
    hit: toHit(list, subject, name),
    cidr: subject === 'cidr' ? parseCidr(match) : null,
  }
}

/** Says itself which entry it is; a hash would have to be made for each of 100,000 rows. */
export function rowId({ list, subject, match }: Pick<HeldRow, 'list' | 'subject' | 'match'>): string {
  return `${list}:${subject}:${match}`
}

export function toHit(list: ListHit['list'], subject: ListSubject, name: string | null): ListHit {
  return Object.freeze({ list, subject, name })
}

export function toHeldEntry(row: HeldRow): HeldEntry {
  const { list, subject, value, hit, expiresAtMs, origin } = row
  return { id: rowId(row), list, subject, value, name: hit.name, expires_at: expiresAtMs, origin }
}
