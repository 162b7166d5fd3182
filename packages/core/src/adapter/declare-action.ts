import { describeGiven, RiskError } from '../errors.js'
import { actionName, ownNameWarning } from '../options/action-name.js'
import type { ActionName } from '../vocabulary/index.js'
import type { ActionOptions, Verdict } from './adapter-core.js'
import type { Exchange } from './exchange.js'
import { stateOf } from './request-state.js'

let unguarded: string | null = null
/** Warned of; the host's routes are few. */
const ownNames = new Set<string>()

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
 * @throws RiskError `RG_OPTION_INVALID` for what is no name, or an `after` that doesn't exist
 */
export function parseActionName(name: unknown, options?: ActionOptions): ActionName {
  const after: unknown = options?.after
  if (after !== undefined && after !== 'authentication') {
    throw new RiskError(
      'RG_OPTION_INVALID',
      `riskAction: after: given ${describeGiven(after)}, expected 'authentication' or nothing.`,
    )
  }
  if (actionName.safeParse(name).success) {
    warnOfOwnName(name as string)
    return name as ActionName
  }
  throw new RiskError(
    'RG_OPTION_INVALID',
    `riskAction: ${describeGiven(name)} is refused. Expected the name of an action, such as 'login': 1 to 32 of letters, digits, _ . : -.`,
  )
}

function warnOfOwnName(name: string): void {
  const warning = ownNameWarning(name)
  if (warning === null || ownNames.has(name)) return
  ownNames.add(name)
  process.emitWarning(`riskAction: ${warning}`, 'RiskGuardWarning')
}
