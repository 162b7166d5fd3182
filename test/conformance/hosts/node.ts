import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AdapterCore, createAdapterCore, type Exchange, type Reply, type Risk } from '@riskguard/core/adapter'
import type { Call, Host, Route, Setup } from '../host.js'
import { listen, readJson } from '../listen.js'

/** The door without any framework: what the others must agree with. */
export const nodeHost: Host = {
  name: 'node:http',
  hasMiddleware: true,
  start(setup) {
    const core = setup.guard === null ? null : createAdapterCore(setup.guard)
    const server = createServer((req, res) => {
      serve(setup, core, req, res).catch(() => {
        if (!res.headersSent) res.writeHead(500).end()
      })
    })
    return listen(server, async () => {
      await core?.engine.close()
    })
  },
}

async function serve(
  setup: Setup,
  core: AdapterCore | null,
  req: IncomingMessage & { risk?: Risk },
  res: ServerResponse,
): Promise<void> {
  const url = req.url ?? '/'
  const body = await readJson(req)
  const request = Object.assign(req, { body })
  const exchange: Exchange = {
    raw: req,
    rawResponse: res,
    url,
    request,
    response: res,
    carriers: [req],
    reply: (reply) => write(res, reply),
  }
  const prefix = setup.prefix ?? ''
  const path = url.split('?')[0]
  const route = setup.routes.find((one) => one.method === req.method && `${prefix}${one.path}` === path)
  if (core !== null) {
    for (let i = 0; i < (setup.isTwice === true ? 2 : 1); i++) {
      const reply = await core.enter(exchange)
      if (reply !== null) return write(res, reply)
    }
    setup.between?.(req)
    const [action, options] = route?.action ?? []
    const reply = action === undefined ? null : await core.declare(exchange, action, options)
    if (reply !== null) return write(res, reply)
  }
  if (route === undefined) return void res.writeHead(404).end()
  if (route.isRefused === true) return void res.writeHead(401).end()
  await handle(route, req, res, body)
}

async function handle(
  route: Route,
  req: IncomingMessage & { risk?: Risk },
  res: ServerResponse,
  body: Call['body'],
): Promise<void> {
  try {
    await route.handle({
      risk: req.risk as Risk,
      body,
      raw: req,
      reply: (status, sent, headers = {}) =>
        void res.writeHead(status, headers).end(sent === undefined ? undefined : JSON.stringify(sent)),
      hijack: (status, text) => void res.writeHead(status).end(text),
      stream(headers, pieces) {
        res.writeHead(200, headers)
        for (const piece of pieces) res.write(piece)
        res.end()
      },
    })
  } catch (error) {
    if (route.isRewritten !== true) throw error
    res.writeHead(422).end()
  }
}

function write(res: ServerResponse, { status, headers, problem }: Reply): void {
  res.writeHead(status, { ...headers }).end(JSON.stringify(problem))
}
