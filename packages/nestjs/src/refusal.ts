import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common'
import type { Reply } from '@riskguard/core/adapter'

/**
 * Our denial or challenge, thrown as Nest expects it of a guard: the app's own filters may catch it as any `HttpException` and
 * dress it like the rest of its errors.
 */
export class RiskRefusal extends HttpException {
  readonly reply: Reply

  constructor(reply: Reply) {
    super({ ...reply.problem }, reply.status)
    this.reply = reply
  }
}

interface PlatformResponse {
  status(code: number): PlatformResponse
  header(name: string, value: string): PlatformResponse
  send(text: string): unknown
}

/** Writes a refusal that no filter of the app has caught: Nest itself would give it another content type. */
@Catch(RiskRefusal)
export class RiskRefusalFilter implements ExceptionFilter<RiskRefusal> {
  catch({ reply }: RiskRefusal, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<PlatformResponse>().status(reply.status)
    for (const [name, value] of Object.entries(reply.headers)) response.header(name, value)
    response.send(JSON.stringify(reply.problem))
  }
}
