import type { Exchange, Reply } from '@riskguard/core/adapter'
import type { Context } from 'koa'

export function toExchange(ctx: Context): Exchange {
  return {
    raw: ctx.req,
    rawResponse: ctx.res,
    url: ctx.originalUrl,
    request: ctx,
    response: ctx.response,
    carriers: [ctx, ctx.req],
    reply: (reply) => write(ctx, reply),
  }
}

export function write(ctx: Context, { status, headers, problem }: Reply): void {
  if (ctx.headerSent) return
  ctx.status = status
  ctx.body = JSON.stringify(problem)
  ctx.set(headers)
}
