import { Router } from 'express'
import { createLinkToken } from '../outbox.js'
import { messagePage, newPasswordPage, resetPage } from '../pages/account-pages.js'
import { field, type ShopParts, sendPage } from '../parts.js'
import { REFUSED } from './login.js'

interface Reset {
  readonly accountId: string
  readonly actionId: string
  readonly wasChallenged: boolean
}

const MOST_RESETS = 1_000

export function resetRoutes(shop: ShopParts): Router {
  const { accounts, outbox, engine, assessed } = shop
  const router = Router()
  const resets = new Map<string, Reset>()
  const title = 'Reset your password'

  router.get('/reset', (req, res) => sendPage(shop, req, res, { title, content: resetPage(null) }))

  router.post('/reset', ...assessed('password_reset'), (req, res) => {
    const { recommendation, context } = req.risk
    if (recommendation.type === 'deny')
      return sendPage(shop, req, res, { status: 403, title, content: messagePage(REFUSED) })
    const account = accounts.byEmail(field(req, 'email'))
    if (account !== undefined) {
      const token = createLinkToken()
      // The mailed link is the challenge that is offered for a reset: email_verification.
      resets.set(token, {
        accountId: account.id,
        actionId: context.action_id,
        wasChallenged: recommendation.type === 'challenge',
      })
      const [oldest] = resets.keys()
      if (resets.size > MOST_RESETS && oldest !== undefined) resets.delete(oldest)
      outbox.send({ to: account.email, kind: 'reset_link', content: `/reset/${token}` })
    }
    return sendPage(shop, req, res, {
      title,
      content: messagePage(
        'If there is an account with this address, a link is on its way to it. (In this demo it stands in the terminal.)',
      ),
    })
  })

  router.get('/reset/:token', (req, res) => {
    const found = resets.has(req.params.token)
    sendPage(shop, req, res, {
      status: found ? 200 : 404,
      title,
      content: found ? newPasswordPage(req.params.token, null) : messagePage('This link has been used, or is too old.'),
    })
  })

  router.post('/reset/:token', async (req, res) => {
    const reset = resets.get(req.params.token)
    if (reset === undefined)
      return sendPage(shop, req, res, {
        status: 404,
        title,
        content: messagePage('This link has been used, or is too old.'),
      })
    const password = field(req, 'password')
    if (password.length < 10)
      return sendPage(shop, req, res, {
        status: 422,
        title,
        content: newPasswordPage(req.params.token, 'At least 10 characters, please.'),
      })
    resets.delete(req.params.token)
    await accounts.setPassword(reset.accountId, password)
    await engine.report(reset.actionId, {
      result: 'success',
      user_id: reset.accountId,
      ...(reset.wasChallenged ? { challenge: { type: 'email_verification', result: 'passed' } as const } : {}),
    })
    res.redirect(303, '/login')
  })

  return router
}
