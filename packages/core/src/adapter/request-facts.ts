import type { Worked } from '../engine/assess-input.js'
import type { AddressWarning, ClientAddressResolver } from '../facts/address/client-address.js'
import type { DeviceCookie, DeviceCookieReading } from '../facts/device/device-cookie.js'
import { type HeaderBag, parseHeaders } from '../facts/headers.js'
import type { Exchange } from './exchange.js'

/** What the door reads off a request before anything is assessed. */
export interface RequestFacts extends Required<Pick<Worked, 'address' | 'headers' | 'headerOrderTrusted'>> {
  readonly method: string
  readonly host: string | null
  /** With its query. */
  readonly path: string
  /** `https` only where the socket or a trusted proxy says so. */
  readonly transport: 'https' | 'unknown'
  readonly cookie: DeviceCookieReading
}

export interface FactReader {
  read(exchange: Exchange, peer: string | undefined, nowMs: number): RequestFacts
}

/** `http://host` in front of a path, as requests to a proxy have it. */
const ORIGIN = /^https?:\/\/[^/?#]*/i

export function createFactReader(options: {
  readonly addresses: ClientAddressResolver
  readonly cookies: DeviceCookie
  readonly onWarning: (warning: AddressWarning) => void
}): FactReader {
  return {
    read({ raw, url }, peer, nowMs) {
      const headers = parseHeaders(raw.rawHeaders, { http2: raw.httpVersionMajor >= 2 })
      const address = options.addresses.resolve({
        peer,
        header: (name) => headers.getTail(name),
        headersTruncated: headers.truncated,
      })
      if (address.warning !== null) options.onWarning(address.warning)
      const transport = isEncrypted(raw.socket) || (address.hops > 0 && saysHttps(headers)) ? 'https' : 'unknown'
      return {
        method: raw.method ?? 'GET',
        host: headers.get('host') ?? pseudoAuthority(raw.headers),
        path: pathOf(url),
        address,
        headers,
        headerOrderTrusted: address.provenance === 'peer',
        transport,
        cookie: options.cookies.read(headers.get('cookie'), nowMs, transport),
      }
    },
  }
}

/** The path that a client asked for, with its query. */
export function pathOf(url: string): string {
  return url.startsWith('/') ? url : url.replace(ORIGIN, '') || '/'
}

function isEncrypted(socket: object | null | undefined): boolean {
  return socket !== null && socket !== undefined && 'encrypted' in socket && socket.encrypted === true
}

/** Only asked where the peer is a trusted proxy; it writes at the end. */
function saysHttps(headers: HeaderBag): boolean {
  const protocol = headers.getTail('x-forwarded-proto')
  return (
    protocol !== undefined &&
    protocol
      .slice(protocol.lastIndexOf(',') + 1)
      .trim()
      .toLowerCase() === 'https'
  )
}

function pseudoAuthority(headers: Readonly<Record<string, unknown>>): string | null {
  const authority = headers[':authority']
  return typeof authority === 'string' ? authority : null
}
