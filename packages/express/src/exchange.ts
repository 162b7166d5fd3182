import type { Exchange, Reply } from '@riskguard/core/adapter'
import type { Request, Response } from 'express'

/** A request with the prefix of whatever router or app it was mounted under. */
export function toExchange(req: Request, res: Response): Exchange {
  return {
    raw: req,
    rawResponse: res,
    url: req.originalUrl,
    request: req,
    response: res,
    carriers: [req],
    reply: (reply) => write(res, reply),
  }
}

export function write(res: Response, { status, headers, problem }: Reply): void {
  if (res.headersSent) return
  res.status(status).set(headers).end(JSON.stringify(problem))
}
