import { Agent, request } from 'node:http'
import { createPersona, type Persona, type PersonaOptions } from '@riskguard/testing'

/** What came back, after redirects. */
export interface Answer {
  readonly status: number
  readonly body: string
  /** The path where it ended. */
  readonly path: string
}

/** Somebody who visits the shop over HTTP. */
export interface Visitor {
  readonly persona: Persona
  get(path: string): Promise<Answer>
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>
}

/** A visitor's own choice of client, and where the shop listens. */
export interface VisitorOptions extends PersonaOptions {
  readonly port: number
  /** Tools don't mind where they are sent; browsers follow. Default `follow`. */
  readonly redirects?: 'follow' | 'stay'
}

const MOST_REDIRECTS = 4
/** One connection pool, as the proxy in front of a shop has. */
const proxy = new Agent({ keepAlive: true, maxSockets: 8 })

export function closeConnections(): void {
  proxy.destroy()
}

export function createVisitor({ port, redirects = 'follow', ...options }: VisitorOptions): Visitor {
  const persona = createPersona(options)
  const { origin = 'https://shop.example' } = options
  let page: string | undefined

  async function visit(method: 'GET' | 'POST', path: string, body: string | undefined, hops: number): Promise<Answer> {
    const headers = persona.headersFor({
      method,
      ...(page === undefined ? {} : { referer: origin + page }),
      ...(body === undefined ? {} : { contentLength: Buffer.byteLength(body) }),
    })
    const answer = await send({ port, method, path, body, headers: headers.flat() })
    persona.jar.take(answer.cookies)
    const { location } = answer
    if (location !== undefined && redirects === 'follow' && hops < MOST_REDIRECTS)
      return visit('GET', location, undefined, hops + 1)
    page = path
    return { status: answer.status, body: answer.body, path: location ?? path }
  }

  return {
    persona,
    get: (path) => visit('GET', path, undefined, 0),
    post: (path, fields) => visit('POST', path, new URLSearchParams(fields).toString(), 0),
  }
}

interface Sent {
  readonly port: number
  readonly method: string
  readonly path: string
  readonly body: string | undefined
  /** Name, value, name, value: as a list Node writes them in this order and case. */
  readonly headers: readonly string[]
}

interface Received {
  readonly status: number
  readonly body: string
  readonly cookies: readonly string[]
  readonly location: string | undefined
}

function send({ port, method, path, body, headers }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const sending = request(
      { host: '127.0.0.1', port, method, path, headers: [...headers], agent: proxy },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            cookies: response.headers['set-cookie'] ?? [],
            location: response.headers.location,
          }),
        )
      },
    )
    sending.on('error', reject)
    sending.end(body)
  })
}
