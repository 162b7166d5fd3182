import type { ListHit, ListSubject } from '../facts/lists.js'

/** An entry of an operator's list. */
export interface ListEntry {
  /** `deny` and `challenge` recommend just that; `allow` lets in, unless the request itself is a proven forgery. */
  readonly list: ListHit['list']
  readonly subject: ListSubject
  /**
   * - `ip` an address; of IPv6 the whole /64 counts (one address alone: a `cidr` with /128)
   * - `cidr` `203.0.113.0/24`
   * - `asn` 64496 or `AS64496`
   * - `country` ISO 3166-1 alpha-2
   * - `device` a `device_id`, `fingerprint` a `device_fingerprint`
   * - `user` an id as the host's session gives it, or a login name
   * - `email` a mailbox, whichever way it is spelled; `email_domain` the domain and those below it
   */
  readonly value: string | number
  /** What evidence and logs call it, at most 64 characters. Default null. Don't put the value here. */
  readonly name?: string | null
  /** When it ends: ms since the Unix epoch, or ISO 8601 with a time zone. Default never. */
  readonly expires_at?: number | string | null
}

/** An entry as it is held and shown. */
export interface HeldEntry {
  /** The same for the same list, subject and value: to add it again is to replace it. Names nobody. */
  readonly id: string
  readonly list: ListHit['list']
  readonly subject: ListSubject
  /** Null for persons, devices and single addresses that came from the store: there they are keyed hashes only. */
  readonly value: string | null
  readonly name: string | null
  /** ms since the Unix epoch; null = never. */
  readonly expires_at: number | null
  /** `options`: given at construction, can't be removed at run time. */
  readonly origin: 'options' | 'store'
}
