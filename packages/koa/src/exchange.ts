import type { Exchange, Reply } from '@riskguard/core/adapter'
import type { Context } from 'koa'

/**
 * A class, not a literal: V8 soon decides that literals like this one live long and allocates them in old space, where each
 * keeps its request, response and context until the next full collection (some 60,000 instructions a request).
 */
class KoaExchange implements Exchange {
  readonly raw: Context['req']
  readonly rawResponse: Context['res']
  readonly url: string
  readonly request: Context
  readonly response: Context['response']

  constructor(ctx: Context) {
    this.raw = ctx.req
    this.rawResponse = ctx.res
    this.url = ctx.originalUrl
    this.request = ctx
    this.response = ctx.response
  }

  get carriers(): Exchange['carriers'] {
    return [this.request, this.raw]
  }

  reply(reply: Reply): void {
    write(this.request, reply)
  }
}

export function toExchange(ctx: Context): Exchange {
  return new KoaExchange(ctx)
}

export function write(ctx: Context, { status, headers, problem }: Reply): void {
  if (ctx.headerSent) return
  ctx.status = status
  ctx.body = JSON.stringify(problem)
  ctx.set(headers)
}
