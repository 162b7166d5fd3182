import { Router } from 'express'
import { messagePage, registerPage } from '../pages/account-pages.js'
import { field, type ShopParts, sendPage } from '../parts.js'
import { REFUSED } from './login.js'

const LEAST_PASSWORD_CHARS = 10

export function registerRoutes(shop: ShopParts): Router {
  const { accounts, sessions, assessed } = shop
  const router = Router()
  const title = 'Register'

  router.get('/register', (req, res) => sendPage(shop, req, res, { title, content: registerPage(null) }))

  router.post('/register', ...assessed('register'), async (req, res) => {
    const { type } = req.risk.recommendation
    if (type === 'deny') return sendPage(shop, req, res, { status: 403, title, content: messagePage(REFUSED) })
    const person = { email: field(req, 'email'), name: field(req, 'name'), password: field(req, 'password') }
    const isComplete =
      person.email.includes('@') && person.name !== '' && person.password.length >= LEAST_PASSWORD_CHARS
    const held = type === 'challenge' ? ({ held: 'held' } as const) : {}
    const account = isComplete ? await accounts.create({ ...person, ...held }) : null
    if (account === null) {
      await req.risk.report({ result: 'failure' })
      return sendPage(shop, req, res, {
        status: 422,
        title,
        content: registerPage('Please use another email address and a longer password.'),
      })
    }
    if (account.held) {
      return sendPage(shop, req, res, {
        status: 202,
        title,
        content: messagePage('Thank you. One of us will look at your registration and write to you.'),
      })
    }
    await req.risk.report({ result: 'success', user_id: account.id })
    sessions.signIn(req, res, account.id)
    res.redirect(303, '/')
  })

  return router
}
