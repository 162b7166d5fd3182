import { Router } from 'express'
import { askForCode } from '../ask-for-code.js'
import { messagePage } from '../pages/account-pages.js'
import { checkoutPage } from '../pages/shop-pages.js'
import { cartLines, cartTotal, field, type ShopParts, sendPage } from '../parts.js'
import { REFUSED } from './login.js'

export function checkoutRoutes(shop: ShopParts): Router {
  const { accounts, sessions, assessed } = shop
  const router = Router()
  const title = 'Check out'

  // Before anything is assessed: who isn't signed in, or buys nothing, isn't checking out.
  router.all('/checkout', (req, res, next) => {
    const session = sessions.peek(req)
    if ((session?.accountId ?? null) === null) return res.redirect(303, '/login')
    if (cartLines(session).length === 0) return res.redirect(303, '/cart')
    next()
  })

  router.get('/checkout', (req, res) => {
    const lines = cartLines(sessions.peek(req))
    sendPage(shop, req, res, { title, content: checkoutPage(lines, cartTotal(lines), null) })
  })

  router.post('/checkout', ...assessed('checkout'), async (req, res) => {
    const { recommendation } = req.risk
    if (recommendation.type === 'deny')
      return sendPage(shop, req, res, { status: 403, title, content: messagePage(REFUSED) })
    const session = sessions.open(req, res)
    const account = accounts.byId(session.accountId ?? '')
    const lines = cartLines(session)
    if (account === undefined || !isAccepted(field(req, 'card'))) {
      await req.risk.report({ result: 'failure', user_id: session.accountId })
      return sendPage(shop, req, res, {
        status: 402,
        title,
        content: checkoutPage(lines, cartTotal(lines), 'Your card was declined.'),
      })
    }
    if (recommendation.type === 'challenge') return askForCode(shop, { req, res, account, goal: 'pay' })
    await req.risk.report({ result: 'success', user_id: account.id })
    session.cart.clear()
    return sendPage(shop, req, res, { title: 'Thank you', content: messagePage('Your order is on its way.') })
  })

  return router
}

/** The demo's bank: numbers that end in 2 are good. */
function isAccepted(card: string): boolean {
  const digits = card.replace(/\D/g, '')
  return digits.length >= 12 && digits.endsWith('2')
}
