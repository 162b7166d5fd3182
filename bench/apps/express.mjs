// Express 5 with nothing, a limiter, the store alone, or the whole assessment in front of the same two routes.
import { riskAction, riskGuard } from '@riskguard/express'
import express from 'express'
import { rateLimit } from 'express-rate-limit'
import { RedisStore } from 'rate-limit-redis'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import { LIMIT, WINDOW_MS } from './settings.mjs'
import { createStoreAlone } from './store-alone.mjs'
import { openRedis, openStore, urlFor } from './stores.mjs'
import { noteFindings, wholeAssessment } from './whole.mjs'

const nothing = (_req, _res, next) => next()

/** Middlewares: `before` for every route, `login` for that route. */
const guards = {
  bare: async () => ({}),
  'express-rate-limit-memory': async () => ({ before: rateLimit({ windowMs: WINDOW_MS, limit: LIMIT }) }),
  'express-rate-limit-redis': async (url) => {
    const client = await openRedis(url)
    const store = new RedisStore({ sendCommand: (...args) => client.call(...args) })
    return { before: rateLimit({ windowMs: WINDOW_MS, limit: LIMIT, store }) }
  },
  'rate-limiter-flexible-memory': async () => ({
    before: flexible(new RateLimiterMemory({ points: LIMIT, duration: WINDOW_MS / 1000 })),
  }),
  'rate-limiter-flexible-redis': async (url) => ({
    before: flexible(
      new RateLimiterRedis({ storeClient: await openRedis(url), points: LIMIT, duration: WINDOW_MS / 1000 }),
    ),
  }),
  'store-memory': storeAlone,
  'store-redis': storeAlone,
  'whole-memory': whole,
  'whole-redis': whole,
}

function flexible(limiter) {
  return (req, _res, next) => {
    limiter.consume(req.ip).then(() => next(), next)
  }
}

async function storeAlone(url) {
  const touch = createStoreAlone(await openStore(url))
  return {
    before(req, _res, next) {
      const facts = touch(req.ip, req.headers['x-device'] ?? 'none', req.headers['x-user'] ?? 'none')
      const go = (known) => {
        req.facts = known
        next()
      }
      if (facts instanceof Promise) facts.then(go, next)
      else go(facts)
    },
  }
}

async function whole(url) {
  const options = wholeAssessment(await openStore(url), (req) => req.body)
  return { after: riskGuard(options), login: riskAction('login') }
}

export async function createApp(guard, redisUrl) {
  const { before = nothing, after, login } = await guards[guard](urlFor(guard, redisUrl))
  const app = express()
  app.set('trust proxy', 'loopback')
  app.disable('etag')
  if (guard !== 'bare' && before !== nothing) app.use(before)
  app.use(express.json())
  if (after !== undefined) app.use(after)
  app.get('/', (_req, res) => res.send('hello'))
  app.post('/login', ...(login === undefined ? [] : [login]), (req, res) => {
    noteFindings(req.risk)
    res.json({ ok: true })
  })
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server))
  })
}
