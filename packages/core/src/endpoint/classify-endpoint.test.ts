import { describe, expect, it } from '@jest/globals'
import { threatByEndpointClass } from '../vocabulary/index.js'
import { classifyEndpoint } from './classify-endpoint.js'

const UUID = '3f2b8c1e-9a4d-4c7e-8f10-1b2c3d4e5f60'

/** Routes as applications commonly have them: method, path, class (null where experts would differ), action. */
const ROUTES = [
  ['POST', '/login', 'Authentication', 'login'],
  ['POST', '/api/login', 'Authentication', 'login'],
  ['POST', '/auth/signin', 'Authentication', 'login'],
  ['POST', '/users/sign_in', 'Authentication', 'login'],
  ['POST', '/api/v1/auth/login', 'Authentication', 'login'],
  ['POST', '/Account/Login', 'Authentication', 'login'],
  ['POST', '/index.php?route=account/login', 'Authentication', 'login'],
  ['GET', '/login', 'Authentication', null],
  ['GET', '/oauth/authorize', 'Authentication', null],
  ['POST', '/forgot-password', 'Authentication', 'password_reset'],
  ['POST', '/api/auth/password/reset', 'Authentication', 'password_reset'],
  ['POST', '/users/resetPassword', 'Authentication', 'password_reset'],
  ['PUT', '/api/me/password', 'Authentication', 'account_auth_change'],
  ['POST', '/account/change-password', 'Authentication', 'account_auth_change'],
  ['POST', '/logout', 'Unclassified', 'logout'],
  ['POST', '/api/auth/sign-out', 'Unclassified', 'logout'],
  ['DELETE', '/users/log-out', 'Unclassified', 'logout'],
  ['POST', '/register', 'Account Creation', 'register'],
  ['POST', '/signup', 'Account Creation', 'register'],
  ['POST', '/api/v2/users/sign-up', 'Account Creation', 'register'],
  ['POST', '/auth/register', 'Account Creation', 'register'],
  ['POST', '/createAccount', 'Account Creation', 'register'],
  ['POST', '/oauth/token', 'Token Validation', null],
  ['POST', '/auth/refresh-token', 'Token Validation', null],
  ['GET', '/.well-known/jwks.json', 'Token Validation', null],
  ['POST', '/auth/otp/send', 'One-Time Password', null],
  ['POST', '/api/verify-otp', 'One-Time Password', null],
  ['POST', '/account/2fa/enable', 'One-Time Password', 'account_auth_change'],
  ['DELETE', '/me/mfa', 'One-Time Password', 'account_auth_change'],
  ['GET', '/api/users/me', 'Account Information Retrieval', null],
  ['GET', '/customers/48213', 'Account Information Retrieval', null],
  ['GET', '/account/profile', 'Account Information Retrieval', null],
  ['PUT', '/api/users/48213', 'Customer Profile Management', 'account_details_change'],
  ['PATCH', '/me/profile', 'Customer Profile Management', 'account_details_change'],
  ['POST', '/account/addresses', 'Customer Profile Management', 'account_details_change'],
  ['POST', '/account/change-email', 'Customer Profile Management', 'account_details_change'],
  ['GET', '/billing/invoices', 'Billing', null],
  ['GET', `/invoices/${UUID}/download`, 'Billing', null],
  ['GET', '/products', 'Product Search', null],
  ['GET', '/api/products/search', 'Product Search', null],
  ['PUT', '/inventory/levels', 'Inventory Management', null],
  ['POST', '/cart/items', 'Cart', null],
  ['GET', '/basket', 'Cart', null],
  ['POST', '/checkout', 'Checkout', 'checkout'],
  ['POST', '/api/checkout/complete', 'Checkout', 'checkout'],
  ['POST', '/orders', 'Checkout', 'checkout'],
  ['POST', '/api/orders/place', 'Checkout', 'checkout'],
  ['POST', '/payments', 'Payment (B2C)', 'checkout'],
  ['POST', `/payments/${UUID}/refund`, 'Payment (B2C)', null],
  ['POST', '/wallet/withdraw', 'Payment (B2C)', 'withdraw'],
  ['POST', '/transfers', 'Payment (B2B)', 'transaction'],
  ['POST', '/payouts', 'Payment (B2B)', 'withdraw'],
  ['GET', '/orders/48213', 'Order Tracking', null],
  ['GET', '/shipments/48213/tracking', 'Order Tracking', null],
  ['POST', '/products/48213/reviews', 'Review', null],
  ['POST', '/loyalty/points/redeem', 'Loyalty Program Integration', 'credits_change'],
  ['GET', '/rewards/balance', 'Loyalty Program Integration', null],
  ['POST', '/loans/apply', 'Loan Application', null],
  ['GET', '/credit-score', 'Credit Score', null],
  ['POST', '/esim/activate', 'New Phone Activation', null],
  ['POST', '/phone-numbers/purchase', 'New Phone Line Activation', null],
  ['POST', '/port-requests', 'Phone Port-In', null],
  ['POST', '/subscription/change-plan', 'Service Plan Update', null],
  ['GET', '/sims/8944501234567890123/usage', 'Usage Tracking', null],
  ['GET', '/call-history', 'Call Detail Record', null],
  ['POST', '/kyc/verify', 'Customer Interaction', null],
  ['POST', '/sessions', null, 'login'],
  ['POST', '/auth/callback/credentials', 'Authentication', 'login'],
  ['POST', '/login/2fa', 'One-Time Password', 'login'],
  ['POST', '/signup/verify', 'Account Creation', null],
  ['POST', '/account/security-questions', null, 'account_auth_change'],
  ['DELETE', '/webauthn/credentials/48213', null, 'account_auth_change'],
  ['POST', '/api/send-money', null, 'transaction'],
  ['POST', '/gift-cards/redeem', 'Loyalty Program Integration', 'credits_change'],
  ['POST', '/credits/purchase', null, 'credits_change'],
  ['DELETE', '/session', null, 'logout'],
  ['POST', '/refunds', 'Payment (B2C)', null],
  ['POST', '/cart/coupon', 'Cart', null],
  ['GET', '/health', 'Unclassified', null],
  ['POST', '/webhooks/payment', 'Unclassified', null],
  ['GET', '/wishlist', 'Unclassified', null],
  ['GET', '/static/app.js', 'Unclassified', null],
  ['GET', '/', 'Unclassified', null],
  ['POST', '/graphql', 'Unclassified', null],
] as const

describe('classifyEndpoint', () => {
  it.each(ROUTES)('reads %s %s as %s, performing %s', (method, path, endpoint, action) => {
    const guess = classifyEndpoint({ method, host: 'www.example.com', path })
    expect({ endpoint: endpoint === null ? null : guess.endpoint, action: guess.action }).toEqual({ endpoint, action })
    expect(guess.threat).toBe(threatByEndpointClass[guess.endpoint])
    expect(guess.confidence).toBeGreaterThan(0)
    expect(guess.confidence).toBeLessThanOrEqual(1)
  })

  it('answers alike whatever identifier stands in the path, and whoever owns the host', () => {
    const first = classifyEndpoint({ method: 'GET', host: 'api.one.example', path: '/v1/orders/10001/items' })
    expect(classifyEndpoint({ method: 'get', host: 'api.two.example', path: `/v1/orders/${UUID}/items` })).toBe(first)
  })

  it.each(['GET', 'HEAD', 'OPTIONS'])('infers no action from %s', (method) => {
    for (const [, path] of ROUTES) expect(classifyEndpoint({ method, path }).action).toBeNull()
  })

  it('says Unclassified without confidence where there is no path', () => {
    for (const path of [undefined, null, ''])
      expect(classifyEndpoint({ method: 'POST', path })).toEqual({
        endpoint: 'Unclassified',
        threat: threatByEndpointClass.Unclassified,
        action: null,
        confidence: 0,
      })
  })

  it('never throws and always answers a class, whatever a client sends', () => {
    const odd = [
      '%',
      '%zz/%2f',
      '/'.repeat(5_000),
      'a'.repeat(100_000),
      '/\u0000/\ud800/ünï',
      '?route=',
      '/-/-/-',
      '/a1'.repeat(400),
      '/{}/:id/<x>',
      '/__proto__/constructor',
    ]
    for (const path of odd)
      for (const method of ['', 'POST', 'X'.repeat(10_000), '__proto__'])
        expect(threatByEndpointClass).toHaveProperty([classifyEndpoint({ method, host: path, path }).endpoint])
  })

  it('reads no more than the first 512 characters', () => {
    const filler = `/${'files/'.repeat(90)}`
    expect(classifyEndpoint({ method: 'POST', path: `${filler}login` })).toBe(
      classifyEndpoint({ method: 'POST', path: `${filler}checkout` }),
    )
  })
})
