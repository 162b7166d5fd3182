import { Router } from 'express'
import { createCode } from '../outbox.js'
import { codePage, loginPage, messagePage } from '../pages/account-pages.js'
import { field, type ShopParts, sendPage } from '../parts.js'

export const REFUSED = 'This did not work. If you are a customer of ours, please write to us.'

export function loginRoutes(shop: ShopParts): Router {
  const { accounts, sessions, outbox, assessed } = shop
  const router = Router()

  router.get('/login', (req, res) => sendPage(shop, req, res, { title: 'Log in', content: loginPage(null) }))

  router.post('/login', ...assessed('login'), async (req, res) => {
    const { recommendation, context } = req.risk
    const email = field(req, 'email')
    if (recommendation.type === 'deny') {
      return sendPage(shop, req, res, { status: 403, title: 'Log in', content: messagePage(REFUSED) })
    }
    const account = await accounts.signIn(email, field(req, 'password'))
    if (account === null) {
      await req.risk.report({ result: 'failure' })
      return sendPage(shop, req, res, {
        status: 401,
        title: 'Log in',
        content: loginPage('Email and password do not match.', email),
      })
    }
    if (recommendation.type === 'challenge') {
      const code = createCode()
      const token = recommendation.challenge_token ?? ''
      const session = sessions.open(req, res)
      session.pending = {
        code,
        token,
        actionId: context.action_id,
        accountId: account.id,
        email: account.email,
        then: 'sign_in',
        tries: 0,
      }
      outbox.send({ to: account.email, kind: 'code', content: code })
      return sendPage(shop, req, res, { title: 'One more step', content: codePage(token, null) })
    }
    await req.risk.report({ result: 'success', user_id: account.id })
    sessions.signIn(req, res, account.id)
    res.redirect(303, '/')
  })

  router.post('/logout', ...assessed('logout'), async (req, res) => {
    await req.risk.report({ result: 'success' })
    sessions.end(req, res)
    res.redirect(303, '/')
  })

  return router
}
