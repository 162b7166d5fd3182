import { type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Sent {
  readonly method?: string
  readonly path: string
  /** In this order and spelling. */
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly body?: string | Buffer
}

export interface Received {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly setCookies: readonly string[]
  readonly text: string
}

export const BROWSER: Readonly<Record<string, string>> = {
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Language': 'en-GB,en;q=0.5',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

/** One request on a connection of its own, with nothing added that isn't asked for. */
export function send(server: Server, sent: Sent): Promise<Received> {
  const payload = sent.json === undefined ? sent.body : JSON.stringify(sent.json)
  const headers: Record<string, string> = { ...(sent.headers ?? BROWSER) }
  if (sent.json !== undefined) headers['Content-Type'] = 'application/json'
  if (payload !== undefined) headers['Content-Length'] = String(Buffer.byteLength(payload))
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: portOf(server),
        method: sent.method ?? (payload === undefined ? 'GET' : 'POST'),
        path: sent.path,
        headers,
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            setCookies: response.headers['set-cookie'] ?? [],
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(payload)
  })
}

/** What a browser would send back. */
export function cookieHeader(received: Received): string {
  return received.setCookies.map((cookie) => cookie.slice(0, cookie.indexOf(';'))).join('; ')
}
