import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Risk as CoreRisk } from '@riskguard/core/adapter'

export type Risk = CoreRisk

/** The request's risk as a parameter: `login(@Risk() risk: Risk)`. */
export const Risk: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<{ readonly risk?: CoreRisk }>().risk,
)
