import { type ExecutionContext, HttpException } from '@nestjs/common'
import type { Exchange, NodeRequest, NodeResponse, Reply } from '@riskguard/core/adapter'

/** What Express's and Fastify's requests have in common for us. */
interface PlatformRequest {
  readonly raw?: NodeRequest
  readonly originalUrl?: string
}

/** Of a response: Fastify's has `header`, both have a raw one somewhere. */
interface PlatformResponse {
  readonly raw?: NodeResponse
  header(name: string, value: string): unknown
}

export function toExchange(context: ExecutionContext): Exchange {
  const http = context.switchToHttp()
  const request = http.getRequest<PlatformRequest>()
  const response = http.getResponse<PlatformResponse>()
  const raw = request.raw ?? (request as NodeRequest)
  return {
    raw,
    rawResponse: response.raw ?? (response as unknown as NodeResponse),
    url: request.originalUrl ?? raw.url ?? '/',
    request,
    response,
    carriers: raw === request ? [raw] : [request, raw],
    reply: (reply) => refuse(response, reply),
  }
}

/**
 * Answers as Nest expects a guard to: by an exception, so that the app's filters may dress it like all of its errors.
 * @throws HttpException always
 */
export function refuse(response: Pick<PlatformResponse, 'header'>, { status, headers, problem }: Reply): never {
  for (const [name, value] of Object.entries(headers)) response.header(name, value)
  throw new HttpException({ ...problem }, status)
}
