import { createServer } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import { PassThrough } from 'node:stream'
import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import { type RiskOptions, riskAction, riskGuard } from '@riskguard/koa'
import mount from 'koa-mount'
import type Koa from 'koa3'
import type { Call, Host, Route, Setup } from '../host.js'
import { listen } from '../listen.js'

/** Any version of Koa: what the fixture needs of it is the same in all of them. */
export type KoaConstructor = typeof Koa

export function koaHost(name: string, Koa: KoaConstructor): Host {
  return {
    name,
    hasMiddleware: true,
    start(setup) {
      const { app, close } = build(Koa, setup)
      return listen(createServer(app.callback()), close)
    },
    startHttp2(setup) {
      const { app, close } = build(Koa, setup)
      return listen(createHttp2Server(app.callback()) as never, close)
    },
  }
}

function build(Koa: KoaConstructor, setup: Setup) {
  const app = new Koa()
  app.silent = true
  const parser = bodyParser({ enableTypes: ['json'] })
  if (setup.bodyParser !== 'after') app.use(parser)
  const guards = setup.guard === null ? [] : [riskGuard(setup.guard as RiskOptions)]
  for (const guard of guards) app.use(guard)
  if (setup.isTwice === true) for (const guard of guards) app.use(guard)
  if (setup.bodyParser === 'after') app.use(parser)
  app.use((ctx, next) => {
    setup.between?.(ctx.req)
    return next()
  })
  const router = new Router()
  for (const route of setup.routes) add(router, route, setup)
  const routes = router.routes() as unknown as Koa.Middleware
  app.use(setup.prefix === undefined ? routes : mount(setup.prefix, routes))
  return { app, close: async () => void (await Promise.all(guards.map((guard) => guard.engine.close()))) }
}

function add(router: Router, route: Route, setup: Setup): void {
  const chain: Koa.Middleware[] = []
  if (route.isRewritten === true) {
    chain.push(async (ctx, next) => {
      try {
        await next()
      } catch {
        ctx.status = 422
      }
    })
  }
  if (route.action !== undefined && setup.guard !== null) chain.push(riskAction(...route.action))
  if (route.isRefused === true) chain.push((ctx) => ctx.throw(401))
  chain.push((ctx) => route.handle(toCall(ctx)) as Promise<void>)
  router[route.method === 'GET' ? 'get' : 'post'](route.path, ...(chain as never[]))
}

function toCall(ctx: Koa.Context): Call {
  return {
    risk: ctx.risk,
    body: (ctx.request as { body?: Call['body'] }).body,
    raw: ctx.req,
    reply(status, body, headers = {}) {
      ctx.status = status
      ctx.set(headers)
      ctx.body = body ?? null
      if (body === undefined) ctx.status = status
    },
    hijack(status, text) {
      ctx.respond = false
      ctx.res.writeHead(status)
      ctx.res.end(text)
    },
    stream(headers, pieces) {
      const body = new PassThrough()
      ctx.set(headers)
      ctx.body = body
      for (const piece of pieces) body.write(piece)
      body.end()
    },
  }
}
