import { randomInt } from 'node:crypto'
import bodyParser from '@koa/bodyparser'
import Router from '@koa/router'
import type { RiskOptions } from '@riskguard/core'
import { type Risk, type RiskEngine, riskGuard } from '@riskguard/koa'
import Koa, { type Context } from 'koa'
import { createWallets, type Wallet } from './wallets.js'

export interface ApiOptions {
  readonly secret: string
  /** Told the code that would go to the customer's phone. Default: nobody is. */
  readonly onCode?: (name: string, code: string) => void
  /** Told what was recommended for each request that was assessed. Clients are told nothing. */
  readonly onDecision?: (risk: Risk) => void
  /** What else RiskGuard should do. */
  readonly risk?: Pick<RiskOptions, 'lists' | 'policy' | 'trustedProxies'>
}

/** A wallet's API: sign in, look, send money. RiskGuard enforces: what it denies never reaches a handler. */
export function createApi({ secret, onCode = () => {}, onDecision = () => {}, risk = {} }: ApiOptions): {
  readonly app: Koa
  readonly engine: RiskEngine
} {
  const wallets = createWallets()
  const owed = new Map<string, { readonly wallet: Wallet; readonly code: string; readonly actionId: string }>()

  const guard = riskGuard({
    ...risk,
    secret,
    mode: 'enforce',
    actions: { 'POST /sessions': 'login', 'POST /transfers': 'transaction' },
    identify(ctx) {
      const wallet = wallets.bySession(bearerOf(ctx))
      const to = text(ctx, 'to')
      return {
        user: { id: wallet?.id ?? null, claimed: wallet === undefined ? text(ctx, 'name') : null },
        payment: to === '' ? null : { payee: to, amount: amountOf(ctx) / 100, currency: 'EUR' },
      }
    },
    resolveUser: (name) => wallets.byName(name)?.id ?? null,
  })

  /** After authentication: writes 428 with a challenge token, and sends the code. True when the handler has to stop. */
  function isStopped(ctx: Context, wallet: Wallet): boolean {
    if (!ctx.risk.enforce()) return false
    const { challenge_token } = ctx.risk.recommendation
    if (challenge_token === null) return true
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    owed.set(challenge_token, { wallet, code, actionId: ctx.risk.context.action_id })
    onCode(wallet.name, code)
    return true
  }

  const router = new Router()

  router.post('/sessions', async (ctx) => {
    const wallet = wallets.signIn(text(ctx, 'name'), text(ctx, 'password'))
    if (wallet === undefined) return ctx.throw(401, 'name and password do not match')
    if (isStopped(ctx, wallet)) return
    await ctx.risk.report({ result: 'success', user_id: wallet.id })
    ctx.status = 201
    ctx.body = { token: wallets.openSession(wallet) }
  })

  // The step-up request: it presents the token of the 428 with the code, and the session opens.
  router.post('/challenges', async (ctx) => {
    const token = text(ctx, 'challenge_token')
    const challenge = owed.get(token)
    owed.delete(token)
    if (challenge === undefined) return ctx.throw(404, 'no such challenge')
    const { wallet, code, actionId } = challenge
    const isPassed = text(ctx, 'code') === code
    await guard.engine.report(actionId, {
      result: isPassed ? 'success' : 'failure',
      user_id: wallet.id,
      challenge: { type: 'second_factor', result: isPassed ? 'passed' : 'failed' },
    })
    if (!isPassed) return ctx.throw(401, 'that was not the code')
    ctx.status = 201
    ctx.body = { token: wallets.openSession(wallet) }
  })

  router.get('/wallet', (ctx) => {
    const wallet = wallets.bySession(bearerOf(ctx))
    if (wallet === undefined) return ctx.throw(401, 'sign in first')
    ctx.body = { id: wallet.id, name: wallet.name, balance: wallet.balance }
  })

  router.post('/transfers', async (ctx) => {
    const from = wallets.bySession(bearerOf(ctx))
    if (from === undefined) return ctx.throw(401, 'sign in first')
    const to = wallets.byId(text(ctx, 'to'))
    const amount = amountOf(ctx)
    if (to === undefined || amount <= 0 || amount > from.balance) return ctx.throw(422, 'this transfer is not possible')
    if (isStopped(ctx, from)) return
    from.balance -= amount
    to.balance += amount
    await ctx.risk.report({ result: 'success', user_id: from.id })
    ctx.status = 201
    ctx.body = { balance: from.balance }
  })

  const app = new Koa()
  app.use(bodyParser())
  app.use(async (ctx, next) => {
    await next()
    if (ctx.risk.policy.rule !== 'not_assessed') onDecision(ctx.risk)
  })
  app.use(guard).use(router.routes())
  return { app, engine: guard.engine }
}

function bodyOf(ctx: Context): Readonly<Record<string, unknown>> {
  const { body } = ctx.request as { readonly body?: unknown }
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
}

function text(ctx: Context, name: string): string {
  const value = bodyOf(ctx)[name]
  return typeof value === 'string' ? value : ''
}

function amountOf(ctx: Context): number {
  const value = bodyOf(ctx)['amount']
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0
}

function bearerOf(ctx: Context): string {
  return /^Bearer (\S+)$/.exec(ctx.get('Authorization'))?.[1] ?? ''
}
