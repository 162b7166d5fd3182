import { Router } from 'express'
import { codePage, messagePage } from '../pages/account-pages.js'
import { field, type ShopParts, sendPage } from '../parts.js'

const MOST_TRIES = 3

/** The step-up request: presents the challenge token with the code, and tells RiskGuard how the challenge ended. */
export function verifyRoutes(shop: ShopParts): Router {
  const { sessions, engine } = shop
  const router = Router()

  router.post('/verify', async (req, res) => {
    const session = sessions.peek(req)
    const pending = session?.pending ?? null
    if (session === null || pending === null || field(req, 'challenge_token') !== pending.token) {
      return sendPage(shop, req, res, {
        status: 400,
        title: 'One more step',
        content: messagePage('There is nothing to confirm. Please start again.'),
      })
    }
    if (field(req, 'code') !== pending.code) {
      const tries = pending.tries + 1
      session.pending = tries < MOST_TRIES ? { ...pending, tries } : null
      if (session.pending !== null) {
        return sendPage(shop, req, res, {
          status: 401,
          title: 'One more step',
          content: codePage(pending.token, 'That was not the code.'),
        })
      }
      await engine.report(pending.actionId, {
        result: 'failure',
        challenge: { type: 'second_factor', result: 'failed' },
      })
      return sendPage(shop, req, res, {
        status: 401,
        title: 'One more step',
        content: messagePage('That was not the code either. Please start again.'),
      })
    }
    await engine.report(pending.actionId, {
      result: 'success',
      user_id: pending.accountId,
      challenge: { type: 'second_factor', result: 'passed' },
    })
    session.pending = null
    if (pending.goal === 'sign_in') {
      sessions.signIn(req, res, pending.accountId)
      return res.redirect(303, '/')
    }
    session.cart.clear()
    return sendPage(shop, req, res, { title: 'Thank you', content: messagePage('Your order is on its way.') })
  })

  return router
}
