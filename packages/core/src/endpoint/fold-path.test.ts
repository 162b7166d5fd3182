import { describe, expect, it } from '@jest/globals'
import { FOLDED, foldPath } from './fold-path.js'
import { toWords } from './path-words.js'

const IDENTIFIERS = [
  '42',
  '48213',
  '3f2b8c1e-9a4d-4c7e-8f10-1b2c3d4e5f60',
  'e154db16df9cedd22b5fc372',
  'tok_rlqnvblueuxmbvbndrx6nj5e',
  'a.b@example.org',
  '+14155550540',
  'GP3-88788',
  '2023-04-25',
  'pk68v98v',
  '{id}',
  '<id>',
  '8901218920960936443',
]
const WORDS = [
  'login',
  'oauth2',
  '2fa',
  'forgot-password',
  'getOAuth2Token',
  'b2b',
  'addressBook',
  'e911',
  'PurchaseOrderHeadersV2',
  '@me',
]

describe('foldPath', () => {
  it.each(IDENTIFIERS)('folds the identifier %s', (segment) => {
    expect(foldPath(`/orders/${segment}/items`)).toEqual(['orders', FOLDED, 'items'])
  })

  it.each(WORDS)('keeps the word %s', (segment) => {
    expect(foldPath(`/api/${segment}`)).toEqual(['api', segment])
  })

  it('leaves out versions, extensions, empty segments and the query', () => {
    expect(foldPath('//v1/./v2.1/2021-10/orders.json?limit=5#top')).toEqual(['orders'])
  })

  it('reads the page that a front file is asked for', () => {
    expect(foldPath('/index.php?route=account/login')).toEqual(['index', 'account', 'login'])
  })

  it('takes verbs after a colon and keys in brackets apart', () => {
    expect(foldPath('/devices:claim')).toEqual(['devices', 'claim'])
    expect(foldPath('/companies(17)/salesInvoices')).toEqual(['companies', FOLDED, 'salesInvoices'])
  })
})

describe('toWords', () => {
  const words = (path: string) => toWords(foldPath(path)).map(({ text }) => text)

  it.each([
    ['/getAccountDetails', ['get', 'accountdetail']],
    ['/changepassword', ['change', 'password']],
    ['/shopping_cart/addItems', ['shoppingcart', 'add', 'item']],
    ['/users/sign-in', ['user', 'login']],
    ['/companies/7/addresses', ['company', 'address']],
    ['/credit/score', ['creditscore']],
  ])('reads %s as %j', (path, expected) => {
    expect(words(path)).toEqual(expected)
  })

  it('reads no phrase across an identifier', () => {
    expect(words('/credit/5/score')).toEqual(['credit', 'score'])
  })
})
