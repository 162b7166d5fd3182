import type { Assessment, NetworkProvider, PolicyRule, RiskEngine } from '@riskguard/core'
import { createRiskEngine } from '@riskguard/core'
import { riskAction, riskGuard } from '@riskguard/express'
import { onClock } from '@riskguard/testing'
import express, { type Express, type RequestHandler } from 'express'
import { type Accounts, createAccounts } from './accounts.js'
import { createIdentify } from './identify.js'
import { toLastDecision } from './last-decision.js'
import { createOutbox, type Message, type Outbox } from './outbox.js'
import { messagePage } from './pages/account-pages.js'
import { type ShopParts, sendPage } from './parts.js'
import { cartRoutes } from './routes/cart.js'
import { checkoutRoutes } from './routes/checkout.js'
import { loginRoutes } from './routes/login.js'
import { registerRoutes } from './routes/register.js'
import { resetRoutes } from './routes/reset.js'
import { verifyRoutes } from './routes/verify.js'
import { createSessions } from './sessions.js'
import { style } from './style.js'

export interface ShopOptions {
  /** At least 32 random characters. */
  readonly secret: string
  /** The shop's time, ms since the Unix epoch; default the real one. The simulated traffic moves it through weeks in seconds. */
  readonly now?: () => number
  /** What is known of addresses; default nothing. */
  readonly network?: NetworkProvider
  /** Told each decision about a declared action. */
  readonly onDecision?: (assessment: Assessment) => void
  /** Told what would go to a customer's phone or mailbox. */
  readonly onMessage?: (message: Message) => void
}

export interface Shop {
  readonly app: Express
  readonly engine: RiskEngine
  readonly accounts: Accounts
  readonly outbox: Outbox
}

/** What this shop wants beyond the score: nobody here orders six times an hour, so the sixth takes another proof. */
const RULES: readonly PolicyRule[] = [
  {
    name: 'five orders an hour',
    actions: ['checkout'],
    limit: { entity: 'profile', action: 'checkout', count: 5, windowMs: 3_600_000 },
    recommend: 'challenge',
  },
]

export function createShop(options: ShopOptions): Shop {
  const { now = Date.now, onDecision = () => {}, onMessage = () => {} } = options
  const accounts = createAccounts()
  const sessions = createSessions(options.secret)
  const outbox = createOutbox(onMessage)
  const engine = onClock(
    createRiskEngine({
      secret: options.secret,
      // The simulated clients and their proxy are on this machine.
      trustedProxies: ['127.0.0.1/32', '::1/128'],
      clock: 'event',
      // A demo on a busy laptop is to show decisions, not deadlines.
      deadlineMs: 500,
      ...(options.network === undefined ? {} : { network: options.network }),
      identify: createIdentify(sessions),
      resolveUser: (claimed) => accounts.byEmail(claimed)?.id ?? null,
      policy: { name: 'corner shop', rules: RULES },
    }),
    { now },
  )
  const remember: RequestHandler = (req, res, next) => {
    sessions.open(req, res).last = toLastDecision(req.risk)
    onDecision(req.risk)
    next()
  }
  const shop: ShopParts = { accounts, sessions, outbox, engine, assessed: (action) => [riskAction(action), remember] }

  const app = express()
  app.disable('x-powered-by')
  app.get('/shop.css', (_req, res) => {
    res.type('css').set('Cache-Control', 'max-age=600').send(style)
  })
  app.use(express.urlencoded({ extended: false, limit: '16kb' }), sessions.middleware, riskGuard({ engine }))
  app.use(
    cartRoutes(shop),
    loginRoutes(shop),
    verifyRoutes(shop),
    registerRoutes(shop),
    resetRoutes(shop),
    checkoutRoutes(shop),
  )
  app.use((req, res) => {
    sendPage(shop, req, res, { status: 404, title: 'Not here', content: messagePage('There is no such page.') })
  })
  return { app, engine, accounts, outbox }
}
