import { maskBytes } from './cidr.js'
import { type ParsedIp, toIpText } from './parse-ip.js'

/** How an address is counted. Both are canonical text, 49 characters at most, and never equal for different networks. */
export interface CountedNetwork {
  /** One client: the IPv4 address itself, or the IPv6 /64 (one customer gets at least that; RFC 6177). */
  readonly key: string
  /** The neighbourhood: /24, or /56 (what a household's router usually gets). */
  readonly segment: string
}

const IPV4_SEGMENT_BITS = 24
const IPV6_KEY_BITS = 64
const IPV6_SEGMENT_BITS = 56

/**
 * What to count an address by.
 *
 * Two kinds of IPv6 carry a whole IPv4 address in front of, or behind, the usual cut, so it moves:
 * - NAT64 `64:ff9b::/96` (RFC 6052): all IPv4 clients of an IPv6-only data centre share one /64, so each
 *   address counts alone, /120 is its neighbourhood.
 * - 6to4 `2002::/16` (RFC 3056): whoever has one IPv4 address owns a /48, so that counts as one; /40 is its /24.
 *
 * Teredo `2001::/32` (RFC 4380) counts by the /64 as everything else: its lower half holds a port that the client
 * can change at will.
 */
export function countedNetwork(ip: ParsedIp): CountedNetwork {
  if (ip.version === 4) {
    const [a, b, c] = ip.bytes
    return { key: ip.text, segment: `${a}.${b}.${c}.0/${IPV4_SEGMENT_BITS}` }
  }
  if (isNat64(ip.bytes)) return { key: ip.text, segment: networkText(ip, 120) }
  if (ip.bytes[0] === 0x20 && ip.bytes[1] === 0x02) return { key: networkText(ip, 48), segment: networkText(ip, 40) }
  return { key: networkText(ip, IPV6_KEY_BITS), segment: networkText(ip, IPV6_SEGMENT_BITS) }
}

/** The network of `prefix` bits around an address, as text: `networkText(203.0.113.9, 24)` is `203.0.113.0/24`. */
export function networkText(ip: ParsedIp, prefix: number): string {
  return `${toIpText(maskBytes(ip.bytes, prefix))}/${prefix}`
}

const NAT64_PREFIX = [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]

function isNat64(bytes: Uint8Array): boolean {
  return NAT64_PREFIX.every((byte, i) => bytes[i] === byte)
}
