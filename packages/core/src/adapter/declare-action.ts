import { describeGiven, RiskError } from '../errors.js'
import type { ActionName } from '../vocabulary/index.js'
import type { ActionOptions, Verdict } from './adapter-core.js'
import type { Exchange } from './exchange.js'
import { stateOf } from './request-state.js'

let unguarded: string | null = null

/** Declares the action of a request that a guard has seen. Where none has, there is only a warning, once. */
export function declareAction(
  { raw }: Pick<Exchange, 'raw'>,
  action: ActionName,
  options?: ActionOptions,
): Verdict | Promise<Verdict> {
  const state = stateOf(raw)
  if (state !== undefined) return state.core.declare(state.exchange, action, options)
  if (unguarded === null) {
    unguarded = action
    process.emitWarning(
      `riskAction('${action}') runs where no riskGuard() ran before it: the request has no risk.`,
      'RiskGuardWarning',
    )
  }
  return null
}

/**
 * For adapters, when a route is defined.
 * @throws RiskError `RG_OPTION_INVALID` for what is no name
 */
export function parseActionName(name: unknown): ActionName {
  if (typeof name === 'string' && name !== '') return name
  throw new RiskError(
    'RG_OPTION_INVALID',
    `riskAction: ${describeGiven(name)} is refused. Expected the name of an action, such as 'login'.`,
  )
}
