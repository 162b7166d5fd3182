import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { Risk } from '@riskguard/core/adapter'
import { type Observable, tap } from 'rxjs'
import { declaredAction } from './risk-action.js'

/** Learns outcomes from what handlers return, where `@RiskAction(…, { outcome })` says how. */
@Injectable()
export class RiskInterceptor implements NestInterceptor {
  readonly #reflector: Reflector

  constructor(@Inject(Reflector) reflector: Reflector) {
    this.#reflector = reflector
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const outcome = context.getType() === 'http' ? declaredAction(this.#reflector, context)?.options.outcome : undefined
    if (outcome === undefined) return next.handle()
    const request = context.switchToHttp().getRequest<{ readonly risk?: Risk }>()
    return next.handle().pipe(
      tap((value) => {
        try {
          const given = outcome(value as never, request as never)
          // The response doesn't wait for it, and it tells its troubles itself.
          if (given !== null && given !== undefined) request.risk?.report(given).catch(warn)
        } catch (error) {
          warn(error)
        }
      }),
    )
  }
}

function warn(error: unknown): void {
  process.emitWarning(
    `outcome of @RiskAction: ${error instanceof Error ? error.message : 'failed'}`,
    'RiskGuardWarning',
  )
}
