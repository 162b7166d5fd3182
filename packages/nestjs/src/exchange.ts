import type { ExecutionContext } from '@nestjs/common'
import type { Exchange, NodeRequest, NodeResponse } from '@riskguard/core/adapter'
import { RiskRefusal } from './refusal.js'

/** What Express's and Fastify's requests have in common for us. */
interface PlatformRequest {
  /** Fastify's has a raw one inside, Express's is it. */
  readonly raw?: NodeRequest
  readonly originalUrl?: string
}

export function toExchange(context: ExecutionContext): Exchange {
  const http = context.switchToHttp()
  const request = http.getRequest<PlatformRequest>()
  const response = http.getResponse<{ readonly raw?: NodeResponse }>()
  const raw = request.raw ?? (request as NodeRequest)
  return {
    raw,
    rawResponse: response.raw ?? (response as unknown as NodeResponse),
    url: request.originalUrl ?? raw.url ?? '/',
    request,
    response,
    carriers: raw === request ? [raw] : [request, raw],
    reply(reply) {
      throw new RiskRefusal(reply)
    },
  }
}
