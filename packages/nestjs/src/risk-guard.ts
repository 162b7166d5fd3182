import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { AdapterCore } from '@riskguard/core/adapter'
import { toExchange } from './exchange.js'
import { RiskRefusal } from './refusal.js'
import { declaredAction } from './risk-action.js'
import { RISK_ADAPTER } from './tokens.js'

/** Gives each request its `risk`. Global by default; else `@UseGuards(RiskGuard)`. */
@Injectable()
export class RiskGuard implements CanActivate {
  readonly #core: AdapterCore
  readonly #reflector: Reflector

  constructor(@Inject(RISK_ADAPTER) core: AdapterCore, @Inject(Reflector) reflector: Reflector) {
    this.#core = core
    this.#reflector = reflector
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true
    const exchange = toExchange(context)
    const declared = declaredAction(this.#reflector, context)
    const reply =
      declared === undefined
        ? await this.#core.enter(exchange)
        : await this.#core.declare(exchange, declared.action, declared.options)
    if (reply !== null) throw new RiskRefusal(reply)
    return true
  }
}
