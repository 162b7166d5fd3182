import type { IncomingMessage, Server } from 'node:http'
import type { Running } from './host.js'

/** Listens on a free loopback port; `close` ends open connections too. */
export async function listen(server: Server, onClose: () => Promise<void>): Promise<Running> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    server,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections?.()
      await closed
      await onClose()
    },
  }
}

/** A JSON body; undefined when the request has none. Leaves every other body unread. */
export async function readJson(req: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  if (req.headers['content-type'] !== 'application/json') return undefined
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
}
