import { type ExecutionContext, SetMetadata } from '@nestjs/common'
import type { Reflector } from '@nestjs/core'
import { type ActionName, type ActionOptions, type Outcome, parseActionName } from '@riskguard/core/adapter'

/** What a route declares besides its action. */
export interface RiskActionOptions extends ActionOptions {
  /**
   * How the action ended, read from the value that the handler returned; null or undefined leaves it to `report`, the hooks
   * and the status. Not called when the handler throws.
   */
  readonly outcome?: (value: never, request: never) => Outcome | null | undefined
}

export interface DeclaredAction {
  readonly action: ActionName
  readonly options: RiskActionOptions
}

// A registered symbol: the two builds of this package must read each other's marks.
const DECLARED = Symbol.for('riskguard.nest.action')

/**
 * Declares what a route, or every route of a controller, does.
 * @throws RiskError `RG_OPTION_INVALID` for what is no name
 */
export function RiskAction(name: ActionName, options: RiskActionOptions = {}): MethodDecorator & ClassDecorator {
  const declared: DeclaredAction = { action: parseActionName(name, options), options }
  return SetMetadata(DECLARED, declared)
}

export function declaredAction(reflector: Reflector, context: ExecutionContext): DeclaredAction | undefined {
  return reflector.getAllAndOverride<DeclaredAction | undefined>(DECLARED as never, [
    context.getHandler(),
    context.getClass(),
  ])
}
