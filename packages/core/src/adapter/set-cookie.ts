import type { NodeResponse } from './exchange.js'

type Headers = Readonly<Record<string, unknown>> | readonly unknown[]

/**
 * Adds a cookie to a response at the last moment, when its headers are written: only then is it known whether the host lets
 * it be cached, and nothing that the host does to `Set-Cookie` until then can lose either cookie. `choose` is asked then;
 * null adds nothing.
 */
export function setCookieAtHead(response: NodeResponse, choose: () => string | null): void {
  const writeHead = response.writeHead as (...args: unknown[]) => NodeResponse
  let done = false
  response.writeHead = function (this: NodeResponse, ...args: unknown[]) {
    if (done || response.headersSent) return writeHead.apply(this, args)
    done = true
    return writeHead.apply(this, withCookie(response, args, choose))
  } as never
}

function withCookie(response: NodeResponse, args: readonly unknown[], choose: () => string | null): unknown[] {
  const at = typeof args[1] === 'object' && args[1] !== null ? 1 : 2
  const given = (args[at] ?? null) as Headers | null
  const now = (name: string) => {
    const own = given === null ? [] : valuesOf(given, name)
    return own.length > 0 ? own : [response.getHeader(name)].flat().filter((value) => value !== undefined)
  }
  if (isCacheable(now('cache-control').join(','))) return [...args]
  const cookie = choose()
  if (cookie === null) return [...args]
  const cookies = [...now('set-cookie').map(String), cookie]
  if (given === null) {
    response.setHeader('Set-Cookie', cookies)
    return [...args]
  }
  return args.with(at, replaced(given, cookies))
}

/** Whether a cache shared by several people may keep it (RFC 9111, 5.2.2). */
function isCacheable(cacheControl: string): boolean {
  if (cacheControl === '' || /\b(?:private|no-store)\b/i.test(cacheControl)) return false
  return /\b(?:public|s-maxage|max-age\s*=\s*"?0*[1-9])/i.test(cacheControl)
}

/** Flat name-value pairs, or an object: the two forms that `writeHead` takes. */
function valuesOf(headers: Headers, lowerName: string): unknown[] {
  return pairsOf(headers)
    .filter(([name]) => name.toLowerCase() === lowerName)
    .flatMap(([, value]) => value)
}

function replaced(headers: Headers, cookies: readonly string[]): Headers {
  const others = pairsOf(headers).filter(([name]) => name.toLowerCase() !== 'set-cookie')
  const all: (readonly [string, unknown])[] = [...others, ['Set-Cookie', cookies]]
  return Array.isArray(headers) ? all.flat() : Object.fromEntries(all)
}

function pairsOf(headers: Headers): (readonly [string, unknown])[] {
  if (!Array.isArray(headers)) return Object.entries(headers)
  if (Array.isArray(headers[0])) return headers as (readonly [string, unknown])[]
  return headers.flatMap((name, i) => (i % 2 === 0 ? [[String(name), headers[i + 1]] as const] : []))
}
