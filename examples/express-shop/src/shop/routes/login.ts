import { Router } from 'express'
import { askForCode } from '../ask-for-code.js'
import { loginPage, messagePage } from '../pages/account-pages.js'
import { field, type ShopParts, sendPage } from '../parts.js'

export const REFUSED = 'This did not work. If you are a customer of ours, please write to us.'

export function loginRoutes(shop: ShopParts): Router {
  const { accounts, sessions, assessed } = shop
  const router = Router()

  router.get('/login', (req, res) => sendPage(shop, req, res, { title: 'Log in', content: loginPage(null) }))

  router.post('/login', ...assessed('login'), async (req, res) => {
    const { recommendation } = req.risk
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
    if (recommendation.type === 'challenge') return askForCode(shop, { req, res, account, goal: 'sign_in' })
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
