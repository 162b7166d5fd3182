import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { AdapterCore, Risk } from '@riskguard/core/adapter'
import { type Observable, tap } from 'rxjs'
import { declaredAction } from './risk-action.js'
import { RISK_ADAPTER } from './tokens.js'

/** Learns outcomes from what handlers return, where `@RiskAction(…, { outcome })` says how. */
@Injectable()
export class RiskInterceptor implements NestInterceptor {
  readonly #core: AdapterCore
  readonly #reflector: Reflector

  constructor(@Inject(RISK_ADAPTER) core: AdapterCore, @Inject(Reflector) reflector: Reflector) {
    this.#core = core
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
          // The response doesn't wait for it, and it never rejects.
          if (given !== null && given !== undefined) void request.risk?.report(given)
        } catch (error) {
          // The host's own code: it may throw whatever it likes.
          this.#core.fault('outcome', error)
        }
      }),
    )
  }
}
