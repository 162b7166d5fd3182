import { randomBytes } from 'node:crypto'
import { RiskError } from '../errors.js'
import type { CidrSet } from '../facts/address/cidr.js'
import type { ParsedIp } from '../facts/address/parse-ip.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import type { ListHit } from '../facts/lists.js'
import type { StorePort } from '../store/index.js'
import { type HeldRow, rowId, toHeldEntry, toRow } from './held-row.js'
import {
  LISTS_DOCUMENT,
  LISTS_VERSION_DOCUMENT,
  MAX_ENTRIES,
  readListDocument,
  writeListDocument,
} from './list-document.js'
import type { HeldEntry, ListEntry } from './list-entry.js'
import { createListIndex, type ListIndex } from './list-index.js'
import { type ParsedEntry, parseEntry } from './parse-entry.js'
import { type Refresher, startRefresher } from './refresher.js'

/** What of an event a list can name; null = unknown. */
export interface ListedThings {
  /** Null when the address says nothing about the client (an untrusted proxy's). */
  readonly ip: ParsedIp | null
  /** The address is only the nearest guess: allow entries by address, network or country don't hit. Default false. */
  readonly addressDoubtful?: boolean
  readonly asn: number | null
  readonly country: string | null
  readonly deviceId: string | null
  readonly fingerprint: string | null
  /** The account's id, as facts/identity writes it. */
  readonly userId: string | null
  /**
   * The host's session vouches for `userId`. Default false: then it hits deny and challenge entries only, or naming a
   * trusted user would be enough to be let in. The same goes always for `claimedId`.
   */
  readonly userProven?: boolean
  /** The same for `email`, which may be a typed one in the session of somebody else. Default false. */
  readonly emailProven?: boolean
  /** The login name that was typed, as facts/identity writes it. */
  readonly claimedId: string | null
  /** The mailbox and its domain, as facts/identity writes them. */
  readonly email: string | null
  readonly emailDomain: string | null
}

/** The operator's lists: a local copy, asked in microseconds, refreshed from the store in the background. */
export interface Lists {
  /** At most 16 hits, the strictest first; entries past their time don't hit. Never throws. */
  match(things: ListedThings, nowMs: number): readonly ListHit[]
  /** False only outside of configured networks; null when none are configured or the address is unknown. */
  inApprovedNetwork(ip: ParsedIp | null): boolean | null
  readonly blockedCountries: ReadonlySet<string>
  /** Those of the options, then those of the store. */
  entries(): readonly HeldEntry[]
  /** Replaces all entries of the store. Rejects with a RiskError for an invalid entry, and when the store is out of reach. */
  replace(entries: readonly ListEntry[]): Promise<void>
  /** Adds one, or replaces the same. Of two processes that write at the same moment the last one wins. Rejects as `replace`. */
  add(entry: ListEntry): Promise<HeldEntry>
  /** False when the store has no such entry. Rejects when the store is out of reach. */
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
  /** Reads that failed; the last good copy stays. */
  readonly failures: number
  /** Documents that made no sense, and entries in good ones. */
  readonly corrupt: number
}

export interface ListsOptions {
  readonly entries: readonly ParsedEntry[]
  readonly blockedCountries: ReadonlySet<string>
  readonly approvedNetworks: CidrSet | null
  readonly keys: IdentityKeys
  readonly store: Pick<StorePort, 'readDocument' | 'writeDocument'>
  /** Told of a read that failed and of a document that makes no sense. */
  readonly onFault?: (fault: string, error: unknown) => void
  /** `manual` reads the store's copy only when told. Default `background`. */
  readonly refreshing?: 'background' | 'manual'
}

/** A longer document is read only when the version beside it has changed. */
const LONG_CHARS = 64 * 1024

export function createLists(options: ListsOptions): Lists {
  const { store, keys, approvedNetworks, blockedCountries, onFault = () => {} } = options
  const fixed = options.entries.map((entry) => toRow(entry, keys, 'options'))
  let stored: readonly HeldRow[] = []
  let index: ListIndex = createListIndex(fixed, keys)
  let current: { readonly text: string | null; readonly version: string | null } = { text: null, version: null }
  let loadedAtMs: number | null = null
  let failures = 0
  let corrupt = 0
  let writes = 0
  let writing: Promise<unknown> = Promise.resolve()

  function hold(rows: readonly HeldRow[], text: string | null, version: string | null): void {
    stored = rows
    current = { text, version }
    index = createListIndex([...fixed, ...rows], keys)
  }

  /** Throws what the store throws. */
  async function load(): Promise<void> {
    const before = writes
    const isLong = (current.text?.length ?? 0) > LONG_CHARS
    const version = isLong ? await store.readDocument(LISTS_VERSION_DOCUMENT) : null
    if (version === null || version !== current.version) {
      const text = await store.readDocument(LISTS_DOCUMENT)
      // Our own write overtook this read: what it brings is older than what we hold.
      if (writes === before) accept(text, version)
    }
    loadedAtMs = Date.now()
  }

  function accept(text: string | null, version: string | null): void {
    if (text === current.text) {
      current = { text, version }
      return
    }
    if (text === null) {
      hold([], null, version)
      return
    }
    const document = readListDocument(text)
    corrupt += document?.skipped ?? 1
    if (document !== null) hold(document.rows, text, version)
    else {
      // Remembered as it is, so that one broken document is one fault and not one every two seconds.
      current = { text, version }
      onFault(
        'lists',
        new RiskError('RG_STORE', 'the document "lists" in the store is no list; the last good copy stays in use'),
      )
    }
  }

  async function refresh(): Promise<'ok' | 'failed'> {
    try {
      await load()
      return 'ok'
    } catch (error) {
      // A store out of reach, for whatever reason of its own: the copy stays.
      failures++
      onFault('lists', error)
      return 'failed'
    }
  }

  /** One write at a time, each on the store's latest; what the store throws goes to the caller. */
  function write(change: (rows: readonly HeldRow[]) => readonly HeldRow[]): Promise<void> {
    const done = writing.then(async () => {
      await load()
      const rows = change(stored)
      if (rows.length + fixed.length > MAX_ENTRIES) {
        throw new RiskError(
          'RG_OPTION_INVALID',
          `lists: ${rows.length + fixed.length} entries, expected at most ${MAX_ENTRIES}.`,
        )
      }
      const text = writeListDocument(rows)
      const version = randomBytes(9).toString('base64url')
      await store.writeDocument(LISTS_DOCUMENT, text)
      await store.writeDocument(LISTS_VERSION_DOCUMENT, version)
      writes++
      hold(rows, text, version)
    })
    writing = done.catch(() => {})
    return done
  }

  const isCurrent = ({ expiresAtMs }: HeldRow) => expiresAtMs === null || expiresAtMs > Date.now()
  const refresher: Refresher | null = options.refreshing === 'manual' ? null : startRefresher(refresh)

  return {
    match: (things, nowMs) => index.match(things, nowMs),
    inApprovedNetwork: (ip) => (approvedNetworks === null || ip === null ? null : approvedNetworks.has(ip)),
    blockedCountries,
    entries: () => [...fixed, ...stored].map(toHeldEntry),
    async replace(entries) {
      const rows = entries.map((entry, i) => toRow(parseEntry(entry, `entries[${i}]`), keys, 'store'))
      await write(() => [...new Map(rows.map((row) => [rowId(row), row])).values()])
    },
    async add(entry) {
      const row = toRow(parseEntry(entry, 'entry'), keys, 'store')
      await write((rows) => [...rows.filter((other) => rowId(other) !== rowId(row) && isCurrent(other)), row])
      return toHeldEntry(row)
    },
    async remove(id) {
      let found = false
      await write((rows) => {
        found = rows.some((row) => rowId(row) === id)
        return rows.filter((row) => rowId(row) !== id && isCurrent(row))
      })
      return found
    },
    async refresh() {
      await refresh()
    },
    health: () => ({ entries: fixed.length + stored.length, loadedAtMs, failures, corrupt }),
    close: () => refresher?.stop(),
  }
}
