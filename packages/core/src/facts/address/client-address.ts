import { createRecentMap } from '../recent-map.js'
import { type CidrSet, createCidrSet } from './cidr.js'
import { countedNetwork } from './counted-network.js'
import { type ForwardedHop, forwardedHops, forwardedSyntax } from './forwarded.js'
import { type ParsedIp, parseIp } from './parse-ip.js'
import { PROXY_RANGES } from './proxy-ranges.js'
import {
  parseForwardedHeader,
  parseTrustedProxies,
  type TrustedProxies,
  type TrustedProxiesOption,
} from './trusted-proxies.js'

export interface ClientAddressOptions {
  /** Default: nobody, the peer is the client. */
  readonly trustedProxies?: TrustedProxiesOption | undefined
  /** The one header that the trusted proxies write, in any case. Default `x-forwarded-for`. */
  readonly forwardedHeader?: string | undefined
}

export interface AddressRequest {
  /** The socket's remote address; null or undefined on a Unix socket. */
  readonly peer: string | null | undefined
  /** A header by its lower-case name; several lines as a list or joined by commas, the last line last. */
  readonly header: (lowerName: string) => string | readonly string[] | undefined
  /** The server dropped header lines (Node does after 1,000 or so): a missing header then proves nothing. Default false. */
  readonly headersTruncated?: boolean | undefined
}

/**
 * Where `ip` comes from.
 * - `peer` the socket's other end: nobody trusted spoke for somebody else, or nothing usable.
 * - `forwarded` a trusted proxy's word.
 * - `untrusted_proxy` the peer is evidently the host's own proxy, and we can't tell whom it speaks for: everybody has this
 *   address, so nothing may be counted, looked up or denied by it. `key` and `segment` are null.
 * - `unknown` there is no address.
 */
export type AddressProvenance = 'peer' | 'forwarded' | 'untrusted_proxy' | 'unknown'

export interface ClientAddress {
  /** Canonical text, or null when unknown. */
  readonly ip: string | null
  readonly parsed: ParsedIp | null
  /** What counts as one client: the IPv4 address, the IPv6 /64. Null unless the provenance is `peer` or `forwarded`. */
  readonly key: string | null
  /** /24 or /56, for network aggregates. Null as `key`. */
  readonly segment: string | null
  readonly provenance: AddressProvenance
  /** Forwarded addresses that were believed, the client's included; 0 when `ip` is the peer's. At most 64. */
  readonly hops: number
  /**
   * The trusted proxy's word was unusable: no address in the trusted place, or the server dropped the header in a flood
   * of others. `ip` is the nearest hop that was one, maybe a proxy's own: count by it, but grant nothing for it.
   */
  readonly malformed: boolean
  /**
   * Lower-case names of proxy headers for which no trusted proxy answers: of `via`, `x-forwarded-for`, `forwarded`
   * those sent by an untrusted peer, or the configured header where a client filled in its beginning. Evidence of a
   * proxy on the client's side (or of an attempt to pose as one); what they say is never believed.
   */
  readonly clientProxyHeaders: readonly string[]
  /** To be told to the operator once; null when all is well. */
  readonly warning: AddressWarning | null
}

export interface AddressWarning {
  readonly code: 'forwarding_not_configured' | 'forwarded_header_mismatch'
  readonly message: string
}

export interface ClientAddressResolver {
  /** Never throws for what a client sent; bounded by 8 KB and 64 hops of one header. */
  resolve(request: AddressRequest): ClientAddress
}

/** What proxies tell the address by; any of them, from a peer that looks like the host's own, means that it is one. */
const FORWARDING_HEADERS = [
  'x-forwarded-for',
  'forwarded',
  'x-real-ip',
  'cf-connecting-ip',
  'true-client-ip',
  'x-client-ip',
  'fastly-client-ip',
  'x-azure-clientip',
] as const

/** What proxies on a client's side add. */
const CLIENT_PROXY_HEADERS = ['via', 'x-forwarded-for', 'forwarded'] as const

const NOT_CONFIGURED: AddressWarning = Object.freeze({
  code: 'forwarding_not_configured',
  message:
    'Requests come through a proxy (the peer is a Unix socket, a private address or a content network, and sends a forwarding header), but trustedProxies does not say so, and every client has the same address. ' +
    'Address velocity, reputation and geography are switched off for them. Set trustedProxies to the networks of your proxies (unix for a socket), and forwardedHeader to the header they write.',
})

const HEADER_MISMATCH: AddressWarning = Object.freeze({
  code: 'forwarded_header_mismatch',
  message:
    'A trusted proxy sends another forwarding header than the configured forwardedHeader, so every client has the same address. ' +
    'Address velocity, reputation and geography are switched off for them. Set forwardedHeader to the header that your proxy writes.',
})

const NOTHING: readonly string[] = Object.freeze([])

/**
 * Finds out who is calling: the peer, or what the configured header says when the peer is trusted, read from the
 * right to the first hop that isn't trusted itself.
 * @throws RiskError `RG_TRUST_INVALID` or `RG_CIDR_INVALID` for options that can't be honoured safely.
 */
export function createClientAddress(options: ClientAddressOptions = {}): ClientAddressResolver {
  const trusted = parseTrustedProxies(options.trustedProxies)
  const header = parseForwardedHeader(options.forwardedHeader, trusted)
  const syntax = forwardedSyntax(header)
  const forwarded = createRecentMap<string, ClientAddress>(MAX_REMEMBERED)

  function resolve(request: AddressRequest): ClientAddress {
    const overSocket = request.peer === null || request.peer === undefined
    const peer = overSocket ? null : parseIp(request.peer)
    if (trusted === null || !isTrusted(peer, overSocket, trusted)) return fromPeer(peer, overSocket, request)
    const value = joined(request.header(header))
    if (value === undefined) {
      if (request.headersTruncated === true) return counted({ ip: peer, provenance: 'peer', malformed: true })
      return sendsForwarding(request)
        ? untrustedProxy(peer, HEADER_MISMATCH)
        : counted({ ip: peer, provenance: 'peer' })
    }
    const key = value.length > MAX_REMEMBERED_CHARS ? null : `${peer?.text} ${value}`
    const remembered = key === null ? undefined : forwarded.get(key)
    if (remembered !== undefined) return remembered
    const walk = walkBack(forwardedHops(value, syntax), trusted.ranges)
    const address = Object.freeze(
      counted({
        ip: walk.ip ?? peer,
        provenance: walk.ip === null ? 'peer' : 'forwarded',
        hops: walk.hops,
        malformed: walk.malformed,
        clientProxyHeaders: walk.unread ? [header] : NOTHING,
      }),
    )
    if (key !== null) forwarded.set(key, address)
    return address
  }

  function fromPeer(peer: ParsedIp | null, overSocket: boolean, request: AddressRequest): ClientAddress {
    const ownProxy = trusted === null ? overSocket || (peer !== null && likelyProxies().has(peer)) : overSocket
    if (ownProxy && sendsForwarding(request)) return untrustedProxy(peer, NOT_CONFIGURED)
    const clientProxyHeaders = CLIENT_PROXY_HEADERS.filter((name) => joined(request.header(name)) !== undefined)
    return counted({ ip: peer, provenance: 'peer', clientProxyHeaders })
  }

  return { resolve }
}

/** An address that the host itself vouches for, without a request to look at: its `peer`, or `unknown` when it is no address. */
export function clientAddressOf(ip: string): ClientAddress {
  const remembered = peers.get(ip)
  if (remembered !== undefined) return remembered
  const address = Object.freeze(counted({ ip: parseIp(ip), provenance: 'peer' }))
  // Text that is no address may be of any length.
  if (address.parsed !== null) peers.set(ip, address)
  return address
}

/** Addresses by the text that a socket or a trusted proxy gives: the same clients come again. */
const MAX_REMEMBERED = 8_192
/** Of a forwarding header: some four hops. */
const MAX_REMEMBERED_CHARS = 128
const peers = createRecentMap<string, ClientAddress>(MAX_REMEMBERED)

/** An invalid peer is not a socket's: only a missing one is. */
function isTrusted(peer: ParsedIp | null, overSocket: boolean, trusted: TrustedProxies): boolean {
  return overSocket ? trusted.unixSocket : peer !== null && trusted.ranges.has(peer)
}

interface Walk {
  readonly ip: ParsedIp | null
  readonly hops: number
  readonly malformed: boolean
  readonly unread: boolean
}

/** Never past something that isn't an address: what stands in front of it was written by nobody we trust. */
function walkBack(hops: Iterator<ForwardedHop, void>, ranges: CidrSet): Walk {
  let ip: ParsedIp | null = null
  let count = 0
  for (let next = hops.next(); next.done !== true; next = hops.next()) {
    if (next.value === null) return { ip, hops: count, malformed: true, unread: hops.next().done !== true }
    ip = next.value
    count++
    if (!ranges.has(ip)) return { ip, hops: count, malformed: false, unread: hops.next().done !== true }
  }
  return { ip, hops: count, malformed: false, unread: false }
}

interface Found {
  readonly ip: ParsedIp | null
  readonly provenance: 'peer' | 'forwarded'
  readonly hops?: number
  readonly malformed?: boolean
  readonly clientProxyHeaders?: readonly string[]
}

function counted(found: Found): ClientAddress {
  const network = found.ip === null ? null : countedNetwork(found.ip)
  return {
    ip: found.ip?.text ?? null,
    parsed: found.ip,
    key: network?.key ?? null,
    segment: network?.segment ?? null,
    provenance: found.ip === null ? 'unknown' : found.provenance,
    hops: found.hops ?? 0,
    malformed: found.malformed ?? false,
    clientProxyHeaders: found.clientProxyHeaders ?? NOTHING,
    warning: null,
  }
}

function untrustedProxy(peer: ParsedIp | null, warning: AddressWarning): ClientAddress {
  return {
    ip: peer?.text ?? null,
    parsed: peer,
    key: null,
    segment: null,
    provenance: 'untrusted_proxy',
    hops: 0,
    malformed: false,
    clientProxyHeaders: NOTHING,
    warning,
  }
}

function sendsForwarding(request: AddressRequest): boolean {
  return FORWARDING_HEADERS.some((name) => joined(request.header(name)) !== undefined)
}

function joined(value: string | readonly string[] | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  return value.length === 0 ? undefined : value.join(', ')
}

let likely: CidrSet | undefined

/** Every network of the presets: no client of a public site comes from there, short of a test on the same machine. */
function likelyProxies(): CidrSet {
  likely ??= createCidrSet(Object.values(PROXY_RANGES).flat())
  return likely
}
