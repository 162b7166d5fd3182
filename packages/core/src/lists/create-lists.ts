import type { CidrSet } from '../facts/address/cidr.js'
import type { ParsedIp } from '../facts/address/parse-ip.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import type { ListHit } from '../facts/lists.js'
import type { StorePort } from '../store/index.js'
import type { HeldEntry, ListEntry } from './list-entry.js'

/** What of an event a list can name; null = unknown. Texts are canonical, as facts/identity gives them. */
export interface ListedThings {
  /** Null when the address can't be relied on (an untrusted proxy's). */
  readonly ip: ParsedIp | null
  readonly asn: number | null
  readonly country: string | null
  readonly deviceId: string | null
  readonly fingerprint: string | null
  /** Proven. */
  readonly userId: string | null
  /** Typed: matches deny and challenge entries only, or naming a trusted user would be enough to be let in. */
  readonly claimedId: string | null
  /** The proven user's when there is a `userId`, else typed, like `claimedId`. */
  readonly email: string | null
  readonly emailDomain: string | null
}

/** The operator's lists: a local copy, asked in microseconds, refreshed from the store in the background. */
export interface Lists {
  /** Never throws. At most 16 hits; entries past their time don't hit. */
  match(things: ListedThings, nowMs: number): readonly ListHit[]
  /** False only outside of configured networks; null when none are configured or the address is unknown. */
  inApprovedNetwork(ip: ParsedIp | null): boolean | null
  readonly blockedCountries: ReadonlySet<string>
  /** Those of the options and those of the store. */
  entries(): readonly HeldEntry[]
  /** Replaces all entries of the store. @throws RiskError for an invalid entry; rejects when the store is out of reach. */
  replace(entries: readonly ListEntry[]): Promise<void>
  /** Adds one, or replaces the same. Two processes that write at the same moment: the last one wins. */
  add(entry: ListEntry): Promise<HeldEntry>
  /** False when the store has no such entry. */
  remove(id: string): Promise<boolean>
  /** Reads the store's copy now; the background does it every 2 s at most. Never rejects. */
  refresh(): Promise<void>
  health(): ListsHealth
  /** Stops refreshing. */
  close(): void
}

export interface ListsHealth {
  readonly entries: number
  /** When the store's copy was last read, ms since the Unix epoch; null = never. */
  readonly loadedAtMs: number | null
  /** Reads that failed, and documents or entries that made no sense; the last good copy stays. */
  readonly failures: number
  readonly corrupt: number
}

export interface ListsOptions {
  readonly entries: readonly ListEntry[]
  readonly store: StorePort
  readonly keys: IdentityKeys
  readonly blockedCountries: ReadonlySet<string>
  readonly approvedNetworks: CidrSet | null
  /** `manual` reads the store's copy only when told. Default `background`. */
  readonly refreshing?: 'background' | 'manual'
}

export declare function createLists(options: ListsOptions): Lists
