import type { Request, Response } from 'express'
import type { Account } from './accounts.js'
import { createCode } from './outbox.js'
import { codePage } from './pages/account-pages.js'
import { type ShopParts, sendPage } from './parts.js'
import type { PendingChallenge } from './sessions.js'

/** Applies a challenge: the request stops here, a code goes to the customer's phone, and `/verify` goes on from there. */
export function askForCode(
  shop: ShopParts,
  {
    req,
    res,
    account,
    goal,
  }: {
    readonly req: Request
    readonly res: Response
    readonly account: Account
    readonly goal: PendingChallenge['goal']
  },
): void {
  const { recommendation, context } = req.risk
  const code = createCode()
  const token = recommendation.challenge_token ?? ''
  shop.sessions.open(req, res).pending = {
    code,
    token,
    actionId: context.action_id,
    accountId: account.id,
    goal,
    tries: 0,
  }
  shop.outbox.send({ to: account.email, kind: 'code', content: code })
  sendPage(shop, req, res, { title: 'One more step', content: codePage(token, null) })
}
