import { createHash, randomBytes } from 'node:crypto'
import { connect as connectHttp2 } from 'node:http2'
import { connect, type Socket } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { BROWSER, portOf, type Received, send } from '../client.js'
import type { Host, Route } from '../host.js'
import { BASE, withApp } from '../use.js'

export function describeLifecycle(host: Host): void {
  describe("the host's own traffic", () => {
    const routes: Route[] = [
      {
        method: 'GET',
        path: '/page',
        handle: ({ reply }) => reply(200, { page: 1 }, { 'Cache-Control': 'public, max-age=60' }),
      },
      { method: 'POST', path: '/login', handle: ({ reply }) => reply(401, { ok: false }, { 'Set-Cookie': 'sid=1' }) },
      {
        method: 'POST',
        path: '/fails',
        handle() {
          throw new Error('broken')
        },
      },
      {
        method: 'GET',
        path: '/events',
        handle: ({ stream }) => stream({ 'Content-Type': 'text/event-stream' }, ['data: 1\n\n', 'data: 2\n\n']),
      },
      {
        method: 'POST',
        path: '/upload',
        action: ['account_details_change'],
        handle: async ({ raw, reply }) => reply(200, { sha256: await digest(raw) }),
      },
      {
        method: 'POST',
        path: '/echo',
        action: ['login'],
        async handle({ body, reply }) {
          if (body?.['n'] === 0) await new Promise((resolve) => setTimeout(resolve, 30))
          await reply(200, { n: body?.['n'] })
        },
      },
    ]

    it('has the same status, headers and body as without us', async () => {
      const requests = [
        { path: '/page' },
        { path: '/page', method: 'HEAD' },
        { path: '/page', method: 'OPTIONS' },
        { path: '/nowhere' },
        { path: '/events' },
        { path: '/login', json: { email: 'ann@example.com' } },
        { path: '/fails', json: {} },
        { path: '/login', body: '{"broken', headers: { ...BROWSER, 'Content-Type': 'application/json' } },
        { path: '//login', json: {} },
        { path: '/login?a=%zz', json: {} },
      ]
      const ask = (guard: typeof BASE | null) =>
        withApp(host, { guard, routes }, async ({ server }) => {
          const visible = []
          for (const request of requests) {
            const {
              status,
              text,
              headers: { date: _date, ...headers },
            } = await send(server, request)
            visible.push({ status, text, headers })
          }
          return visible
        })
      expect(await ask(BASE)).toEqual(await ask(null))
    })

    it('passes an upload through untouched', async () => {
      const body = randomBytes(2_000_000)
      await withApp(host, { guard: BASE, routes }, async ({ server }) => {
        const { status, text } = await send(server, {
          path: '/upload',
          body,
          headers: { ...BROWSER, 'Content-Type': 'application/octet-stream' },
        })
        expect(status).toBe(200)
        expect(JSON.parse(text)).toEqual({ sha256: createHash('sha256').update(body).digest('hex') })
      })
    })

    it('keeps the order of pipelined requests', async () => {
      await withApp(host, { guard: BASE, routes }, async ({ server }) => {
        const socket = connect(portOf(server), '127.0.0.1')
        for (const n of [0, 1, 2, 3]) {
          const body = JSON.stringify({ n })
          const close = n === 3 ? 'Connection: close\r\n' : ''
          socket.write(
            `POST /echo HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n${close}\r\n${body}`,
          )
        }
        expect((await readAll(socket)).match(/"n":\d/g)).toEqual(['"n":0', '"n":1', '"n":2', '"n":3'])
      })
    })

    it('leaves an upgrade to whoever handles it', async () => {
      await withApp(host, { guard: BASE, routes }, async ({ server }) => {
        server.on('upgrade', (_request, socket) =>
          socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
        )
        const socket = connect(portOf(server), '127.0.0.1')
        socket.write('GET /page HTTP/1.1\r\nHost: shop.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
        expect(await readAll(socket)).toMatch(/^HTTP\/1.1 101 /)
      })
    })

    it('survives hostile headers and targets', async () => {
      await withApp(host, { guard: { ...BASE, actions: { 'POST /echo': 'login' } }, routes }, async ({ server }) => {
        const headers = {
          'User-Agent': 'x'.repeat(6000),
          Cookie: `rg_d=%; rg_d="; ${'a=b;'.repeat(500)}`,
          'X-Forwarded-For': `${'unknown, '.repeat(100)}\u0001`.replace('\u0001', '999.1.1.1'),
          'Accept-Language': '*;q=x,,,',
        }
        const received: Received[] = []
        for (const path of ['/echo', '/echo?%00', '/echo#'])
          received.push(await send(server, { path, json: { n: 5 }, headers }))
        expect(received[0]?.status).toBe(200)
        const socket = connect(portOf(server), '127.0.0.1')
        socket.write(
          'POST http://elsewhere.example/echo HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{"n":6}',
        )
        expect(await readAll(socket)).toMatch(/^HTTP\/1.1 \d{3} /)
      })
    })

    const { startHttp2 } = host
    if (startHttp2 === undefined) return
    it('works over HTTP/2', async () => {
      const app = await startHttp2({ guard: BASE, routes })
      const session = connectHttp2(`http://127.0.0.1:${portOf(app.server)}`)
      try {
        const answered = await new Promise<{ status: unknown; cookie: unknown; text: string }>((resolve, reject) => {
          const body = JSON.stringify({ n: 7 })
          const stream = session.request({
            ':method': 'POST',
            ':path': '/echo',
            'content-type': 'application/json',
            'content-length': body.length,
          })
          let head: Readonly<Record<string, unknown>> = {}
          let text = ''
          stream.setEncoding('utf8')
          stream.on('response', (headers) => {
            head = headers
          })
          stream.on('data', (chunk: string) => {
            text += chunk
          })
          stream.on('error', reject)
          stream.on('end', () => resolve({ status: head[':status'], cookie: head['set-cookie'], text }))
          stream.end(body)
        })
        expect(answered).toEqual({ status: 200, text: '{"n":7}', cookie: [expect.stringMatching(/^rg_d=/)] })
      } finally {
        session.destroy()
        await app.close()
      }
    })
  })
}

async function digest(readable: AsyncIterable<unknown>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of readable) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function readAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
