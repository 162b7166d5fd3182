/** What lists and its name say of a mail domain. */
import lists from 'disposable-email-domains-js'
import { parse } from 'tldts'
import { type DomainMark, readDomainName, SUSPECT_POINTS } from './domain-name.js'
import { isEstablished } from './established.js'
import { isRelay, isSpared } from './relays.js'

export interface MailDomain {
  /** Registrable, with private suffixes counted as suffixes (`x.dynv6.net`): what one owner holds. */
  readonly registrable: string
  /** Forwards to a person's own mailbox; never disposable. */
  readonly relay: boolean
  /** A provider with millions of mailboxes, or an academy. */
  readonly established: boolean
  /** `list`: named on a list of throw-away services; `name`: no list knows it, its name is of their kind. */
  readonly disposable: 'list' | 'name' | null
  /** Its name alone is of a throw-away service's kind, whatever lists say. */
  readonly suspectName: boolean
  /** What in the name speaks for a throw-away. */
  readonly marks: readonly DomainMark[]
}

/** Taken once: the library builds it anew at each call. */
const listed: ReadonlySet<string> = lists.disposableEmailBlocklistSet()
const PRIVATE = { allowPrivateDomains: true } as const
const MAX_LABELS = 8

/** @param domain ASCII, lower case, without a final dot */
export function toMailDomain(domain: string): MailDomain {
  const parsed = parse(domain)
  const owner = parsed.domain ?? domain
  const name = parsed.domainWithoutSuffix ?? domain
  const suffix = parsed.publicSuffix ?? ''
  const registrable = parse(domain, PRIVATE).domain ?? owner
  const established = isEstablished(registrable, name, suffix)
  const above = namesAbove(domain)
  const owned = above.filter((each) => each.length >= owner.length)
  const relay = isRelay(owned)
  if (relay || isSpared(owned))
    return { registrable, relay, established, disposable: null, suspectName: false, marks: [] }
  const { points, marks } = readDomainName(name, suffix, above)
  const isListed = owned.some((each) => listed.has(each))
  const suspectName = points >= SUSPECT_POINTS
  const disposable = isListed ? 'list' : suspectName ? 'name' : null
  return { registrable, relay, established, disposable, suspectName, marks }
}

/** `a.b.com`, `b.com`, `com`; the last labels of a very long name. */
function namesAbove(domain: string): readonly string[] {
  const labels = domain.split('.').slice(-MAX_LABELS)
  return labels.map((_, at) => labels.slice(at).join('.'))
}
