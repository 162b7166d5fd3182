import { describeGiven, RiskError } from '../../errors.js'
import { type Cidr, type CidrSet, createCidrSet, parseCidr } from './cidr.js'
import { PROXY_RANGES, type ProxyRangeName } from './proxy-ranges.js'

/**
 * Whose word about the client's address is taken: a preset, a CIDR, or a list of both. `unix` trusts whoever connects
 * over a Unix socket, where there is no peer address.
 */
export type TrustedProxiesOption = TrustedProxy | readonly TrustedProxy[]
export type TrustedProxy = ProxyRangeName | 'unix' | (string & {})

export interface TrustedProxies {
  readonly ranges: CidrSet
  readonly unixSocket: boolean
}

/** Shorter prefixes take in more than any operator has: a typing error, or trust in everybody cut into two halves. */
const SHORTEST_PREFIX = { 4: 8, 6: 7 } as const

const EXPECTED = `Expected a list of CIDRs such as 10.0.0.0/8, or of ${[...Object.keys(PROXY_RANGES), 'unix'].join(', ')}`

/**
 * Reads the option `trustedProxies`; undefined means that no proxy is trusted, and gives null.
 * @throws RiskError `RG_TRUST_INVALID` for an empty list, true, hop counts, unknown names and ranges wider than /8
 *   (IPv6 /7); `RG_CIDR_INVALID` for a bad CIDR.
 */
export function parseTrustedProxies(option: unknown): TrustedProxies | null {
  if (option === undefined) return null
  const entries: readonly unknown[] = Array.isArray(option) ? option : [option]
  if (entries.length === 0) throw refused(option, 'an empty list trusts nobody; leave the option out for that')
  const cidrs = entries.flatMap((entry) => toCidrs(entry))
  return { ranges: createCidrSet(cidrs), unixSocket: entries.includes('unix') }
}

function toCidrs(entry: unknown): readonly Cidr[] {
  if (typeof entry === 'number')
    throw refused(
      entry,
      'a number of hops says nothing about who wrote them, so that a client can put its own in front',
    )
  if (typeof entry === 'boolean') throw refused(entry, 'trusting every peer lets each client choose its own address')
  if (typeof entry !== 'string')
    throw refused(entry, `an entry is text, this is ${entry === null ? 'null' : typeof entry}`)
  if (entry === 'unix') return []
  if (Object.hasOwn(PROXY_RANGES, entry)) return PROXY_RANGES[entry as ProxyRangeName].map(parseCidr)
  // Everything without a digit is meant as a name; ::/0 and the like have one.
  if (!/[\d/]/.test(entry)) throw refused(entry, 'there is no preset of this name')
  const cidr = parseCidr(entry)
  if (cidr.prefix < SHORTEST_PREFIX[cidr.version])
    throw refused(entry, `it trusts a large part of the Internet; the widest is /${SHORTEST_PREFIX[cidr.version]}`)
  return [cidr]
}

function refused(given: unknown, why: string): RiskError {
  return new RiskError('RG_TRUST_INVALID', `trustedProxies: ${describeGiven(given)} is refused, ${why}. ${EXPECTED}.`)
}

/** RFC 9110, 5.6.2. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/
const DEFAULT_HEADER = 'x-forwarded-for'

/**
 * Reads the option `forwardedHeader`: one name in any case, lower-cased. Default `x-forwarded-for`.
 * @throws RiskError `RG_TRUST_INVALID` for several names, for what can't be a header's name, and without `trustedProxies`.
 */
export function parseForwardedHeader(option: unknown, trusted: TrustedProxies | null): string {
  if (option === undefined) return DEFAULT_HEADER
  if (typeof option !== 'string' || !HEADER_NAME.test(option)) {
    throw new RiskError(
      'RG_TRUST_INVALID',
      `forwardedHeader: ${describeGiven(option)} is refused. Expected the name of the one header that your proxy sets, such as x-forwarded-for, forwarded or cf-connecting-ip.`,
    )
  }
  if (trusted === null) {
    throw new RiskError(
      'RG_TRUST_INVALID',
      `forwardedHeader: ${describeGiven(option)} has no effect without trustedProxies, because any client can send it. ${EXPECTED} in trustedProxies.`,
    )
  }
  return option.toLowerCase()
}
