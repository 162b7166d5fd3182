import { Router } from 'express'
import { productById } from '../catalogue.js'
import { messagePage } from '../pages/account-pages.js'
import { cartPage, homePage, productPage } from '../pages/shop-pages.js'
import { cartLines, field, type ShopParts, sendPage } from '../parts.js'

const MOST_OF_ONE = 99

export function cartRoutes(shop: ShopParts): Router {
  const { sessions } = shop
  const router = Router()

  router.get('/', (req, res) => sendPage(shop, req, res, { title: 'Good things, few of them', content: homePage() }))

  router.get('/products/:id', (req, res) => {
    const product = productById(req.params.id)
    if (product === undefined)
      return sendPage(shop, req, res, {
        status: 404,
        title: 'Not here',
        content: messagePage('We have no such product.'),
      })
    sendPage(shop, req, res, { title: product.name, content: productPage(product) })
  })

  router.get('/cart', (req, res) =>
    sendPage(shop, req, res, { title: 'Your cart', content: cartPage(cartLines(sessions.peek(req))) }),
  )

  router.post('/cart/add', (req, res) => {
    const product = productById(field(req, 'product'))
    if (product !== undefined) {
      const { cart } = sessions.open(req, res)
      cart.set(product.id, Math.min(MOST_OF_ONE, (cart.get(product.id) ?? 0) + 1))
    }
    res.redirect(303, '/cart')
  })

  router.post('/cart/remove', (req, res) => {
    sessions.peek(req)?.cart.delete(field(req, 'product'))
    res.redirect(303, '/cart')
  })

  return router
}
