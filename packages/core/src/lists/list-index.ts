import { countedNetwork } from '../facts/address/counted-network.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import type { ListHit, ListSubject } from '../facts/lists.js'
import type { HeldRow } from './held-row.js'
import type { ListedThings } from './lists.js'
import { createNetworkIndex, type NetworkRow } from './network-index.js'

/** All entries, arranged for questions: a few lookups per event, whatever their number. */
export interface ListIndex {
  match(things: ListedThings, nowMs: number): readonly ListHit[]
}

/** More say nothing new. */
const MAX_HITS = 16
/** Domains have two or three labels; what comes in front of eight is somebody's play. */
const MAX_LABELS = 8
const NO_HITS: readonly ListHit[] = Object.freeze([])
/** Strictest first, so that a bound never cuts a deny. */
const ORDER = { deny: 0, challenge: 1, allow: 2 } as const satisfies Record<ListHit['list'], number>

type Rows = Map<string, HeldRow[]>

export function createListIndex(rows: readonly HeldRow[], keys: IdentityKeys): ListIndex {
  if (rows.length === 0) return { match: () => NO_HITS }
  const bySubject = new Map<ListSubject | 'login', Rows>()
  const networkRows: NetworkRow[] = []
  for (const row of rows) {
    if (row.cidr === null) put(bySubject, row.subject, row.match, row)
    else networkRows.push({ row, cidr: row.cidr })
    if (row.loginMatch !== null) put(bySubject, 'login', row.loginMatch, row)
  }
  const networks = createNetworkIndex(networkRows)

  return {
    match(things, nowMs) {
      const found = new Set<HeldRow>()
      const take = (rows: readonly HeldRow[] | undefined, mayAllow: 'may-allow' | 'against-only') => {
        if (rows === undefined) return
        for (const row of rows) {
          const isCurrent = row.expiresAtMs === null || row.expiresAtMs > nowMs
          if (isCurrent && (row.list !== 'allow' || mayAllow === 'may-allow')) found.add(row)
        }
      }
      const plain = (subject: ListSubject, value: string | null) =>
        value === null ? undefined : bySubject.get(subject)?.get(value)
      const keyed = (subject: ListSubject | 'login', value: string | null) => {
        const rows = value === null ? undefined : bySubject.get(subject)
        return rows?.get(listKey(keys, subject, value as string))
      }

      // A doubtful address may speak against somebody, but never for them.
      const address = things.addressDoubtful === true ? 'against-only' : 'may-allow'
      if (things.ip !== null) {
        if (bySubject.has('ip')) take(keyed('ip', countedNetwork(things.ip).key), address)
        networks.find(things.ip, (rows) => take(rows, address))
      }
      take(plain('asn', things.asn === null ? null : String(things.asn)), address)
      take(plain('country', things.country), address)
      take(keyed('device', things.deviceId), 'may-allow')
      take(keyed('fingerprint', things.fingerprint), 'may-allow')
      // Whom a client only names is not who it is.
      const person = things.userProven === true ? 'may-allow' : 'against-only'
      take(keyed('user', things.userId), person)
      take(keyed('login', things.claimedId), 'against-only')
      const mailbox = things.emailProven === true ? 'may-allow' : 'against-only'
      take(keyed('email', things.email), mailbox)
      if (things.emailDomain !== null && bySubject.has('email_domain')) {
        for (const domain of domainsOf(things.emailDomain)) take(plain('email_domain', domain), mailbox)
      }
      return found.size === 0
        ? NO_HITS
        : [...found]
            .sort((a, b) => ORDER[a.list] - ORDER[b.list])
            .slice(0, MAX_HITS)
            .map(({ hit }) => hit)
    },
  }
}

/** The stored name of what may not stand in the store as it is. */
export function listKey(keys: IdentityKeys, subject: ListSubject | 'login', value: string): string {
  return keys.keyOf('list', subject, value)
}

function put(
  bySubject: Map<ListSubject | 'login', Rows>,
  subject: ListSubject | 'login',
  match: string,
  row: HeldRow,
): void {
  const rows = bySubject.get(subject) ?? new Map<string, HeldRow[]>()
  bySubject.set(subject, rows)
  const same = rows.get(match)
  if (same === undefined) rows.set(match, [row])
  else same.push(row)
}

/** `a.b.example` gives itself, `b.example` and `example`. */
function domainsOf(domain: string): readonly string[] {
  const labels = domain.split('.').slice(-MAX_LABELS)
  return labels.map((_, i) => labels.slice(i).join('.'))
}
