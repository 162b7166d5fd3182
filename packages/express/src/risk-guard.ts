import {
  type ActionName,
  type ActionOptions,
  createAdapterCore,
  declareAction,
  type GuardOptions,
  parseActionName,
  type Risk,
  type RiskEngine,
  type Verdict,
} from '@riskguard/core/adapter'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { toExchange, write } from './exchange.js'

declare global {
  // biome-ignore lint/style/noNamespace: Express's own types are open to additions in this namespace alone.
  namespace Express {
    interface Request {
      /** What RiskGuard says of this request; *not assessed* until an action is known. */
      readonly risk: Risk
    }
  }
}

/** The middleware, and the engine behind it: for `flush`, `close`, labels and lists. */
export type RiskGuard = RequestHandler & { readonly engine: RiskEngine }

/**
 * Gives every request its `req.risk`. After `express.json()`, so that `identify` can see the body.
 * @throws RiskError for options that can't be honoured
 */
export function riskGuard(options: GuardOptions<Request, Response> = {}): RiskGuard {
  const core = createAdapterCore(options)
  const guard: RequestHandler = (req, res, next) => settle(core.enter(toExchange(req, res)), res, next)
  return Object.assign(guard, { engine: core.engine })
}

/**
 * Declares what a route does: `app.post('/login', riskAction('login'), …)`.
 * @throws RiskError `RG_OPTION_INVALID` for what is no name, or an `after` that doesn't exist
 */
export function riskAction(name: ActionName, options?: ActionOptions): RequestHandler {
  const action = parseActionName(name, options)
  return (req, res, next) => settle(declareAction({ raw: req }, action, options), res, next)
}

function settle(verdict: Verdict | Promise<Verdict>, res: Response, next: NextFunction): void {
  if (verdict instanceof Promise) void verdict.then((settled) => (settled === null ? next() : write(res, settled)))
  else if (verdict === null) next()
  else write(res, verdict)
}
