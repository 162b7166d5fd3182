import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type RiskOptions, riskAction, riskGuard } from '@riskguard/express'
import type express from 'express'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Host, Route, Setup } from '../host.js'
import { listen } from '../listen.js'

/** Any version of Express: what the fixture needs of it is the same in all of them. */
export type ExpressModule = typeof express

export function expressHost(name: string, express: ExpressModule): Host {
  return {
    name,
    hasMiddleware: true,
    start(setup) {
      const { app, close } = build(express, setup)
      return listen(createServer(app as (req: IncomingMessage, res: ServerResponse) => void), close)
    },
  }
}

function build(express: ExpressModule, setup: Setup) {
  const app = express()
  app.disable('x-powered-by')
  const parser = express.json()
  if (setup.bodyParser !== 'after') app.use(parser)
  const guards = setup.guard === null ? [] : [riskGuard(setup.guard as RiskOptions)]
  for (const guard of guards) app.use(guard)
  if (setup.isTwice === true) for (const guard of guards) app.use(guard)
  if (setup.bodyParser === 'after') app.use(parser)
  app.use((req: Request, _res: Response, next: NextFunction) => {
    setup.between?.(req)
    next()
  })
  const router = express.Router()
  for (const route of setup.routes) mount(router, route, setup)
  app.use(setup.prefix ?? '/', router)
  app.use((error: { readonly isRewritten?: boolean }, _req: Request, res: Response, _next: NextFunction) => {
    if (res.headersSent) return
    res.status(error.isRewritten === true ? 422 : 500).end()
  })
  return { app, close: async () => void (await Promise.all(guards.map((guard) => guard.engine.close()))) }
}

function mount(router: express.Router, route: Route, setup: Setup): void {
  const chain: RequestHandler[] = []
  if (route.action !== undefined && setup.guard !== null) chain.push(riskAction(...route.action))
  if (route.isRefused === true) chain.push((_req, res) => void res.status(401).end())
  chain.push((req, res, next) => {
    const failed = (error: unknown) => next(route.isRewritten === true ? { isRewritten: true } : error)
    try {
      Promise.resolve(route.handle(toCall(req, res))).catch(failed)
    } catch (error) {
      failed(error)
    }
  })
  router[route.method === 'GET' ? 'get' : 'post'](route.path, ...chain)
}

function toCall(req: Request, res: Response): Parameters<Route['handle']>[0] {
  return {
    risk: req.risk,
    body: req.body,
    raw: req,
    reply: (status, body, headers = {}) => void res.status(status).set(headers).send(body),
    hijack: (status, text) => void res.writeHead(status).end(text),
    stream(headers, pieces) {
      res.set(headers).flushHeaders()
      for (const piece of pieces) res.write(piece)
      res.end()
    },
  }
}
