/** A person's rights: what is kept about them, and its removal. */
import { describeGiven, RiskError } from '../errors.js'
import { canonicalUserId } from '../facts/identity/canonical-user-id.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import { aliasesIn } from '../history/aliases.js'
import { entities } from '../history/entity.js'
import { profileLabels } from '../history/features/labels.js'
import {
  profileBrowsers,
  profileCountries,
  profileDevices,
  profileIps,
  profilePlace,
  profileTainted,
} from '../history/features/profile.js'
import type { History } from '../history/history.js'
import { type LabelSource, type LabelType, toLabelText } from '../history/labels.js'
import { parsePlaceText } from '../history/place.js'
import { type Program, readFamiliarTable, readText, type StorePort, type Touch } from '../store/index.js'
import type { UserInput } from './assess-input.js'
import { claimedKey, userKey } from './identities.js'
import { claimedName } from './journal.js'

/** What history holds about one person. Identifiers are keyed tokens; nothing can be turned back into an address or a device. */
export interface PersonExport {
  readonly devices: readonly ExportedEntry[]
  readonly addresses: readonly ExportedEntry[]
  readonly countries: readonly ExportedEntry[]
  readonly browsers: readonly ExportedEntry[]
  readonly last_place: { readonly lat: number; readonly lon: number; readonly at: number } | null
  /** What people said of the account, the strongest source first. */
  readonly labels: readonly { readonly type: LabelType; readonly source: LabelSource; readonly at: number }[]
  /** Devices of a confirmed fraud or takeover. `first_seen` and `last_seen`: when that was said. */
  readonly tainted_devices: readonly ExportedEntry[]
}

export interface ExportedEntry {
  readonly token: string
  readonly first_seen: number
  readonly last_seen: number
  readonly successes: number
}

/**
 * A proven id, or the names under which a person signs in. Records know the last few names of an account; whoever must be
 * sure of all of them (erasure on request) gives those that the account has, in `names`.
 */
export type PersonReference =
  | string
  | (Pick<UserInput, 'id' | 'claimed' | 'email'> & { readonly names?: readonly string[] })

export interface Privacy {
  /**
   * All that is kept about a person, under the id and under the login names that it is known to go with.
   * @throws RiskError `RG_OPTION_INVALID` for `names` that are no list; so does `erase`
   */
  export(person: PersonReference): Promise<PersonExport>
  /**
   * Removes a person's profile and aliases. Security counters of addresses, devices and attempted names stay until
   * they expire (24 h to 200 days), and so do labels of fraud on the account and its taken-over devices: erasing
   * oneself must not reset them.
   */
  erase(person: PersonReference): Promise<{ readonly removed: number }>
}

export function createPrivacy(deps: {
  readonly store: StorePort
  readonly history: History
  readonly keys: IdentityKeys
}): Privacy {
  async function read(keys: readonly string[]): Promise<(Uint8Array | null)[]> {
    const program = { ttlSeconds: entities.profile.ttlSeconds, protectAt: 0, operations: [] }
    const touches: Touch[] = keys.map((key) => ({ kind: entities.profile.code, key, program, arguments: [] }))
    const replies = await deps.store.touch(touches, { atMs: null, clock: 'store' })
    return replies.map((reply) => (reply.state === 'known' ? reply.record : null))
  }

  /** The person's own keys and the aliases that stand in their records. */
  async function keysOf(person: PersonReference): Promise<string[]> {
    const own = referenceKeys(person, deps.keys)
    const records = await read(own)
    return [...new Set([...own, ...records.flatMap(aliasesIn)])]
  }

  return {
    async export(person) {
      const records = await read(await keysOf(person))
      const nowMs = Date.now()
      const table = (slot: number) => mergeByToken(records.flatMap((bytes) => entriesOf(bytes, slot, nowMs)))
      const places = records.map((bytes) => parsePlaceText(readText(bytes, profilePlace.slot) ?? ''))
      const last = places.filter((place) => place !== null).sort((a, b) => b.atMs - a.atMs)[0]
      return {
        devices: table(profileDevices.slot),
        addresses: table(profileIps.slot),
        countries: table(profileCountries.slot),
        browsers: table(profileBrowsers.slot),
        last_place: last === undefined ? null : { lat: last.lat, lon: last.lon, at: last.atMs },
        labels: labelsOf(records),
        tainted_devices: table(profileTainted.slot),
      }
    },
    async erase(person) {
      const keys = await keysOf(person)
      await deps.history.flush({ timeoutMs: FLUSH_MS })
      const records = await read(keys)
      await deps.store.remove(keys.map((key) => ({ kind: entities.profile.code, key })))
      const nowMs = Date.now()
      for (const { touch, atMs } of keys.flatMap((key, i) => accusationsIn(key, records[i] ?? null, nowMs)))
        await deps.store.touch([touch], { atMs, clock: 'event' })
      return { removed: keys.length }
    },
  }
}

const FLUSH_MS = 2_000
const TAINT: Program = {
  ttlSeconds: entities.profile.ttlSeconds,
  protectAt: 0,
  operations: [profileTainted.operation(0, { addHalves: 2, standing: 'proven' })],
}

/** What others say against the person or a device in their name, as it was said. */
function accusationsIn(
  key: string,
  bytes: Uint8Array | null,
  nowMs: number,
): { readonly touch: Touch; readonly atMs: number }[] {
  const kind = entities.profile.code
  const labels = profileLabels
    .read(bytes, 0)
    .filter(({ type }) => type === 'confirmed_fraud' || type === 'suspected_fraud')
    .map(({ type, source, atMs }) => {
      const program = profileLabels.program(source)
      return { touch: { kind, key, program, arguments: [toLabelText(type, atMs)] }, atMs }
    })
  const tainted = readFamiliarTable(bytes, profileTainted.slot, nowMs).map(({ member, lastMs }) => {
    return { touch: { kind, key, program: TAINT, arguments: [member] }, atMs: lastMs }
  })
  return [...labels, ...tainted]
}

function entriesOf(bytes: Uint8Array | null, slot: number, nowMs: number): ExportedEntry[] {
  return readFamiliarTable(bytes, slot, nowMs).map(({ member, firstMs, lastMs, successes }) => ({
    token: member,
    first_seen: firstMs,
    last_seen: lastMs,
    successes,
  }))
}

/** Those that no longer hold included: they are kept all the same. Both records of a person say the same. */
function labelsOf(records: readonly (Uint8Array | null)[]): PersonExport['labels'] {
  const labels = new Map<LabelSource, PersonExport['labels'][number]>()
  for (const { type, source, atMs: at } of records.flatMap((bytes) => profileLabels.read(bytes, 0))) {
    if (at >= (labels.get(source)?.at ?? 0)) labels.set(source, { type, source, at })
  }
  return [...labels.values()]
}

/** The record under the login name and the one under the id tell of the same successes. */
function mergeByToken(entries: readonly ExportedEntry[]): ExportedEntry[] {
  const merged = new Map<string, ExportedEntry>()
  for (const entry of entries) {
    const other = merged.get(entry.token) ?? entry
    merged.set(entry.token, {
      token: entry.token,
      first_seen: Math.min(entry.first_seen, other.first_seen),
      last_seen: Math.max(entry.last_seen, other.last_seen),
      successes: Math.max(entry.successes, other.successes),
    })
  }
  return [...merged.values()]
}

function referenceKeys(person: PersonReference, keys: IdentityKeys): string[] {
  const given: Exclude<PersonReference, string> =
    typeof person === 'object' && person !== null ? person : { id: person }
  const id = canonicalUserId(given.id)
  const names = [given.claimed, given.email, ...listOf(given.names)].map(claimedName).filter((name) => name !== null)
  return [...(id === null ? [] : [userKey(keys, id)]), ...names.map((name) => claimedKey(keys, name))]
}

/** A text would fall apart into its letters, each of them somebody's name. */
function listOf(names: unknown): readonly unknown[] {
  if (names === undefined || Array.isArray(names)) return names ?? []
  throw new RiskError('RG_OPTION_INVALID', `names: ${describeGiven(names)} is refused. Expected a list of login names.`)
}
