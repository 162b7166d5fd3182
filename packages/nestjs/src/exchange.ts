import type { ExecutionContext } from '@nestjs/common'
import type { Exchange, NodeRequest, NodeResponse, Reply } from '@riskguard/core/adapter'
import { RiskRefusal } from './refusal.js'

/** What Express's and Fastify's requests have in common for us. */
interface PlatformRequest {
  /** Fastify's has a raw one inside, Express's is it. */
  readonly raw?: NodeRequest
  readonly originalUrl?: string
}

interface PlatformResponse {
  readonly raw?: NodeResponse
}

/**
 * A class, not a literal: V8 soon decides that literals like this one live long and allocates them in old space, where each
 * keeps its request, response and context until the next full collection (some 60,000 instructions a request).
 */
class NestExchange implements Exchange {
  readonly raw: NodeRequest
  readonly rawResponse: NodeResponse
  readonly url: string
  readonly request: PlatformRequest
  readonly response: PlatformResponse

  constructor(request: PlatformRequest, response: PlatformResponse) {
    this.raw = request.raw ?? (request as NodeRequest)
    this.rawResponse = response.raw ?? (response as unknown as NodeResponse)
    this.url = request.originalUrl ?? this.raw.url ?? '/'
    this.request = request
    this.response = response
  }

  get carriers(): Exchange['carriers'] {
    return this.raw === this.request ? [this.raw] : [this.request, this.raw]
  }

  reply(reply: Reply): never {
    throw new RiskRefusal(reply)
  }
}

export function toExchange(context: ExecutionContext): Exchange {
  const http = context.switchToHttp()
  return new NestExchange(http.getRequest<PlatformRequest>(), http.getResponse<PlatformResponse>())
}
