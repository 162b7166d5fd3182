import {
  type ActionName,
  type ActionOptions,
  createAdapterCore,
  declareAction,
  type GuardOptions,
  parseActionName,
  type Risk,
  type RiskEngine,
} from '@riskguard/core/adapter'
import type { Context, Middleware, Response } from 'koa'
import { toExchange, write } from './exchange.js'

declare module 'koa' {
  interface ExtendableContext {
    /** What RiskGuard says of this request; *not assessed* until an action is known. `ctx.req.risk` is the same. */
    readonly risk: Risk
  }
}

/** The middleware, and the engine behind it: for `flush`, `close`, labels and lists. */
export type RiskGuard = Middleware & { readonly engine: RiskEngine }

/**
 * Gives every context its `ctx.risk`. After the body parser, so that `identify` can see the body; the hooks get the context.
 * @throws RiskError for options that can't be honoured
 */
export function riskGuard(options: GuardOptions<Context, Response> = {}): RiskGuard {
  const core = createAdapterCore(options)
  const guard: Middleware = async (ctx, next) => {
    const verdict = await core.enter(toExchange(ctx))
    if (verdict === null) await next()
    else write(ctx, verdict)
  }
  return Object.assign(guard, { engine: core.engine })
}

/**
 * Declares what a route does: `router.post('/login', riskAction('login'), …)`.
 * @throws RiskError `RG_OPTION_INVALID` for what is no name, or an `after` that doesn't exist
 */
export function riskAction(name: ActionName, options?: ActionOptions): Middleware {
  const action = parseActionName(name, options)
  return async (ctx, next) => {
    const verdict = await declareAction({ raw: ctx.req }, action, options)
    if (verdict === null) await next()
    else write(ctx, verdict)
  }
}
