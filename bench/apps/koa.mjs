// Koa 3, as apps/express.mjs.
import { riskAction, riskGuard } from '@riskguard/koa'
import Koa from 'koa'
import rateLimit from 'koa-ratelimit'
import { LIMIT, WINDOW_MS } from './settings.mjs'
import { createStoreAlone } from './store-alone.mjs'
import { openRedis, openStore, urlFor } from './stores.mjs'
import { noteFindings, wholeAssessment } from './whole.mjs'

const guards = {
  bare: async () => ({}),
  'koa-ratelimit-memory': async () => ({ before: limiter('memory', new Map()) }),
  'koa-ratelimit-redis': async (url) => ({ before: limiter('redis', await openRedis(url)) }),
  'store-memory': storeAlone,
  'store-redis': storeAlone,
  'whole-memory': whole,
  'whole-redis': whole,
}

function limiter(driver, db) {
  return rateLimit({ driver, db, duration: WINDOW_MS, max: LIMIT, id: (ctx) => ctx.ip })
}

async function storeAlone(url) {
  const touch = createStoreAlone(await openStore(url))
  return {
    async before(ctx, next) {
      const facts = touch(ctx.ip, ctx.headers['x-device'] ?? 'none', ctx.headers['x-user'] ?? 'none')
      ctx.facts = facts instanceof Promise ? await facts : facts
      return next()
    },
  }
}

async function whole(url) {
  const options = wholeAssessment(await openStore(url), (ctx) => ctx.request.body)
  return { after: riskGuard(options), login: riskAction('login') }
}

/** As small as a body parser can be: what is measured stands beside it, not in it. */
async function jsonBody(ctx, next) {
  if (ctx.method === 'POST') {
    let text = ''
    for await (const chunk of ctx.req.setEncoding('utf8')) text += chunk
    ctx.request.body = JSON.parse(text)
  }
  return next()
}

export async function createApp(guard, redisUrl) {
  const { before, after, login } = await guards[guard](urlFor(guard, redisUrl))
  const app = new Koa({ proxy: true })
  if (before !== undefined) app.use(before)
  app.use(jsonBody)
  if (after !== undefined) app.use(after)
  const respond = (ctx) => {
    noteFindings(ctx.risk)
    ctx.body = { ok: true }
  }
  app.use((ctx) => {
    if (ctx.path !== '/login') ctx.body = 'hello'
    else if (login === undefined) respond(ctx)
    else return login(ctx, async () => respond(ctx))
  })
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server))
  })
}
