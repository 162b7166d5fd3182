import { type BrowserName, browserHeaders, type HeaderPair, type PageRequest } from './browsers.js'
import { type CookieJar, createCookieJar } from './cookie-jar.js'
import { type ToolName, toolHeaders, toolNames } from './http-tools.js'

export interface PersonaOptions {
  /** Default `chrome-windows`. */
  readonly client?: BrowserName | ToolName
  /** What the proxy in front writes as `X-Forwarded-For`. Default none: the socket's own address counts. */
  readonly ip?: string
  /** Default `https://shop.example`. */
  readonly origin?: string
  /** As in `Accept-Language`. Default `en-US,en;q=0.9`. */
  readonly language?: string
  /** For the browser's version, ms since the Unix epoch. Default `Date.now`. */
  readonly now?: () => number
}

/** Somebody with a browser (or a tool that is none), a cookie jar and an address. */
export interface Persona {
  readonly client: BrowserName | ToolName
  readonly jar: CookieJar
  /** May change: people travel. */
  ip: string | undefined
  /** Everything to send, in order; the jar's cookies and the proxy's lines included. */
  headersFor(request: Pick<PageRequest, 'method' | 'referer' | 'contentLength'>): readonly HeaderPair[]
}

export function createPersona(options: PersonaOptions = {}): Persona {
  const { client = 'chrome-windows', origin = 'https://shop.example', language, now = Date.now } = options
  const jar = createCookieJar()
  const persona: Persona = {
    client,
    jar,
    ip: options.ip,
    headersFor(request) {
      const cookie = jar.header()
      const own = isTool(client)
        ? toolHeaders(client, { ...request, host: new URL(origin).host, cookie })
        : browserHeaders(client, {
            ...request,
            origin,
            cookie,
            atMs: now(),
            ...(language === undefined ? {} : { language }),
          })
      if (persona.ip === undefined) return own
      return [...own, ['X-Forwarded-For', persona.ip], ['X-Forwarded-Proto', new URL(origin).protocol.slice(0, -1)]]
    },
  }
  return persona
}

function isTool(client: BrowserName | ToolName): client is ToolName {
  return (toolNames as readonly string[]).includes(client)
}
