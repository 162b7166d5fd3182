import type { ClientRequest } from './client.js'

/**
 * Nothing rewrites the headers on their way. No browser asks for the connection to be closed, but reverse proxies do
 * (nginx by default): whoever set one up without telling us must not have all his customers called forgers.
 */
export function isDirect({ headers, headerOrderTrusted }: ClientRequest): boolean {
  if (headerOrderTrusted !== true) return false
  const connection = headers.get('connection')
  return connection === undefined || connection === 'keep-alive' || !/\bclose\b/i.test(connection)
}

/** A page on the machine itself counts as secure (W3C Secure Contexts, 3.1), unless a proxy may have written that host. */
export function isLoopback(request: ClientRequest): boolean {
  return request.headerOrderTrusted === true && LOOPBACK.test(request.headers.get('host') ?? '') && isDirect(request)
}

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d{1,5})?$/i
