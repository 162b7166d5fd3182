/** Whether an address is written by the rules of mail: RFC 5321 and 5322, and 6531 for letters beyond ASCII. */
import isEmailModule from 'validator/lib/isEmail.js'

/** CommonJS that calls itself `default`, whichever way it is loaded. The whole library takes 150 ms to load. */
const isEmail = isEmailModule.default

export type SyntaxFault =
  /** No @, or nothing before or after it. */
  | 'no_address'
  /** Longer than 64 octets before the @, 253 after it or 254 in all. */
  | 'too_long'
  /** Dots that are doubled or stand at an end, or characters that only stand within quotes. */
  | 'local_part'
  /** No domain name that mail could be sent to on the internet. */
  | 'domain'

/** RFC 5321, 4.5.3.1, and erratum 1690 of RFC 3696: a path of 256 octets with its angle brackets. */
const MAX_OCTETS = 254
const MAX_LOCAL_OCTETS = 64
const MAX_DOMAIN_OCTETS = 253
const MAX_LABEL_OCTETS = 63

const OPTIONS = {
  allow_utf8_local_part: true,
  require_tld: true,
  allow_ip_domain: false,
  allow_display_name: false,
  // Lengths are ours: octets, as the RFCs count them.
  ignore_max_length: true,
} as const

/** @param domain ASCII (IDNA) and lower case, or null when it can't be one */
export function syntaxFault(address: string, domain: string | null): SyntaxFault | null {
  const text = address.trim()
  const at = text.lastIndexOf('@')
  if (at <= 0 || at === text.length - 1) return 'no_address'
  const local = text.slice(0, at)
  if (octets(local) > MAX_LOCAL_OCTETS) return 'too_long'
  if (domain === null || !isDomain(domain)) return isTooLong(text.slice(at + 1)) ? 'too_long' : 'domain'
  if (octets(local) + 1 + domain.length > MAX_OCTETS || domain.length > MAX_DOMAIN_OCTETS) return 'too_long'
  // The domain has been judged; a plain one leaves the library the local part alone.
  return isEmail(`${unfolded(local)}@example.com`, OPTIONS) ? null : 'local_part'
}

/** A name of letters, digits and hyphens that has a top-level domain of letters (RFC 1123, RFC 3696). */
function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  if (labels.length < 2 || !/^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/.test(labels.at(-1) as string)) return false
  return labels.every((label) => label.length <= MAX_LABEL_OCTETS && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label))
}

function isTooLong(domain: string): boolean {
  return domain.length > MAX_DOMAIN_OCTETS || domain.split('.').some((label) => label.length > MAX_LABEL_OCTETS)
}

/** NFC, as RFC 6532, 3.1 asks; the library knows letters by their composed forms. */
function unfolded(local: string): string {
  return local.normalize('NFC')
}

function octets(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
