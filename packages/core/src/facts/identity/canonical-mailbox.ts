import { domainToASCII, domainToUnicode } from 'node:url'
import { canonicalText } from './canonical-text.js'
import { looksLikeLatin } from './look-alike.js'
import { MAILBOX_PROVIDERS } from './mailbox-providers.js'

/** The mailbox behind an email address: what counters and profiles know a person by. Not for sending mail to. */
export interface CanonicalMailbox {
  /** `local@domain`, canonical. */
  readonly mailbox: string
  readonly local: string
  /** ASCII (IDNA), lower case, without a final dot. */
  readonly domain: string
  /** The provider delivers other spellings here too, and this was one: a tag, dots, or another domain. */
  readonly aliased: boolean
  /** Letters that pass for Latin ones, or invisible characters. Two mailboxes that look alike stay two. */
  readonly lookAlike: boolean
}

/** RFC 5321, 4.5.3.1: 64 octets, @, 255 octets. Room for compatibility forms that shorten. */
const MAX_ADDRESS_CHARS = 640
const MAX_LOCAL_CHARS = 64
const MAX_DOMAIN_CHARS = 253

/**
 * Reads an email address, or gives null when it isn't one; never throws. Case, compatibility forms and IDN spellings
 * fold for everybody (no provider of note tells names apart by case); tags and dots only where the provider is known to
 * ignore them, so that two people are never one. Idempotent on `mailbox`.
 */
export function canonicalMailbox(address: unknown): CanonicalMailbox | null {
  if (typeof address !== 'string' || address.length > MAX_ADDRESS_CHARS) return null
  const text = canonicalText(address)
  const at = text.lastIndexOf('@')
  const domain = canonicalDomain(text.slice(at + 1))
  const local = unquote(text.slice(0, Math.max(0, at)))
  if (domain === null || !isLocalPart(local)) return null
  const provider = MAILBOX_PROVIDERS.get(domain)
  const delivered = provider === undefined ? local : deliveredTo(local, provider.ignoresDots)
  const deliveredDomain = provider?.canonicalDomain ?? domain
  return {
    mailbox: `${delivered}@${deliveredDomain}`,
    local: delivered,
    domain: deliveredDomain,
    aliased: delivered !== local || deliveredDomain !== domain,
    lookAlike: looksLikeLatin(delivered, 'latin') || hasLookAlikeLabel(domain),
  }
}

/** An empty rest means that this was no tag, and inside quotes nothing is one: the local part is kept whole. */
function deliveredTo(local: string, ignoresDots: boolean): string {
  if (local.startsWith('"')) return local
  const plus = local.indexOf('+')
  const name = plus === -1 ? local : local.slice(0, plus)
  return (ignoresDots ? name.replaceAll('.', '') : name) || local
}

/** `"john"@` is `john@` (RFC 5321, 4.1.2); quotes that are needed stay. */
function unquote(local: string): string {
  return /^"[^\s"\\@(),:;<>[\]]+"$/.test(local) ? local.slice(1, -1) : local
}

const LONE_SURROGATE = /\p{Surrogate}/u

/** Looser than RFC 5321 about dots, as providers are; strict about what would let one text be read as two addresses. */
function isLocalPart(local: string): boolean {
  if (local.length === 0 || local.length > MAX_LOCAL_CHARS || LONE_SURROGATE.test(local)) return false
  if (local.startsWith('"')) return /^"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])+"$/u.test(local)
  return !/[\s\p{Cc}"\\@(),:;<>[\]]/u.test(local)
}

/** What IDNA processing of URLs would cut off or decode. */
const NOT_IN_DOMAINS = /[%/:?#@[\]\\\s]/
const LABELS = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/

/** Lower-case ASCII, or null. Only text with other letters goes through IDNA: it would read `1.2` as an address and `%61` as a letter. */
function canonicalDomain(text: string): string | null {
  const ascii = withoutFinalDot(
    /^\p{ASCII}*$/u.test(text) ? text : NOT_IN_DOMAINS.test(text) ? '' : domainToASCII(text),
  )
  if (ascii.length > MAX_DOMAIN_CHARS || !LABELS.test(ascii)) return null
  // A last label of digits names an IPv4 address, not a domain (RFC 3696, 2).
  return /(?:^|\.)\d+$/.test(ascii) ? null : ascii
}

function withoutFinalDot(domain: string): string {
  return domain.endsWith('.') ? domain.slice(0, -1) : domain
}

function hasLookAlikeLabel(domain: string): boolean {
  if (!domain.includes('xn--')) return false
  const labels = domainToUnicode(domain).split('.')
  // Under a Cyrillic top-level domain Cyrillic words are what one expects.
  const expected = /^[a-z]+$/.test(labels.at(-1) ?? '') ? 'latin' : 'any'
  return labels.some((label) => looksLikeLatin(label, expected))
}
