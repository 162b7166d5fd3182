import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createPersona, createVirtualClock, type Persona, type VirtualClock } from '@riskguard/testing'
import request from 'supertest'
import { createShop, type Shop } from './create-shop.js'

const SECRET = 'a secret of the tests, Kq7vW2xN9rT4bZ1m'
const DAY_MS = 86_400_000
const ADA = { email: 'ada@example.test', name: 'Ada <b>L</b>', password: 'ada likes walking 7' }
const CARD = '4242 4242 4242 4242'

let clock: VirtualClock
let shop: Shop
const shops: Shop[] = []

beforeEach(() => {
  clock = createVirtualClock()
  shop = createShop({ secret: SECRET, now: clock.now })
  shops.push(shop)
})
afterAll(() => Promise.all(shops.map(({ engine }) => engine.close())))

/** Sends as the persona does; supertest frames the body and names the host. */
async function send(persona: Persona, method: 'get' | 'post', path: string, form?: Readonly<Record<string, string>>) {
  const sending = request(shop.app)[method](path)
  const own = persona.headersFor({ method: method === 'get' ? 'GET' : 'POST' })
  for (const [name, value] of own) if (!/^(?:host|connection|content-length)$/i.test(name)) sending.set(name, value)
  const answer = await (form === undefined ? sending : sending.type('form').send(form))
  persona.jar.take(answer.headers['set-cookie'])
  return answer
}

const atHome = () => createPersona({ client: 'chrome-windows', ip: '198.51.100.7', now: clock.now })
const abroad = () => createPersona({ client: 'chrome-macos', ip: '203.0.113.80', now: clock.now })
const logIn = (persona: Persona, password = ADA.password) =>
  send(persona, 'post', '/login', { email: ADA.email, password })

/** Ada's account and three weeks on her own laptop at home. */
async function adaWithHistory(): Promise<Persona> {
  const ada = atHome()
  expect((await send(ada, 'post', '/register', ADA)).status).toBe(303)
  for (let visit = 0; visit < 6; visit++) {
    clock.advance(3 * DAY_MS)
    expect((await logIn(ada)).headers['location']).toBe('/')
  }
  return ada
}

describe('accounts', () => {
  test('a new customer registers, is signed in, and sees the decision; names are text, not markup', async () => {
    const ada = atHome()
    expect((await send(ada, 'get', '/register')).text).toContain('action="/register"')
    expect((await send(ada, 'post', '/register', ADA)).headers['location']).toBe('/')
    const home = await send(ada, 'get', '/')
    expect(home.text).toContain('Ada &lt;b&gt;L&lt;/b&gt;')
    expect(home.text).toContain('Last decision: register')
    expect(home.text).toMatch(/class="verdict allow"/)
    await send(ada, 'post', '/logout', {})
    expect((await send(ada, 'get', '/')).text).toContain('href="/login"')
  })

  test('an address that is taken or a short password is refused', async () => {
    await send(atHome(), 'post', '/register', ADA)
    expect((await send(atHome(), 'post', '/register', ADA)).status).toBe(422)
    expect(
      (await send(atHome(), 'post', '/register', { ...ADA, email: 'b@example.test', password: 'short' })).status,
    ).toBe(422)
  })

  test('a wrong password and an unknown name get the same page', async () => {
    await send(atHome(), 'post', '/register', ADA)
    const wrong = await logIn(atHome(), 'wrong')
    const unknown = await send(atHome(), 'post', '/login', { email: 'eve@example.test', password: 'wrong' })
    const content = (text: string) => /<section>.*<\/section>/s.exec(text)?.[0].replace(/value="[^"]*"/, '')
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(content(wrong.text)).toContain('do not match')
    expect(content(unknown.text)).toBe(content(wrong.text))
  })

  test('a regular customer on her own laptop is trusted, and the page says why', async () => {
    const ada = await adaWithHistory()
    clock.advance(DAY_MS)
    await logIn(ada)
    const home = await send(ada, 'get', '/')
    expect(home.text).toMatch(/class="verdict trust"/)
    expect(home.text).toContain('<li>PROFILE_DEVICE_FAMILIAR</li>')
  })

  test('a script with a list of names is denied before a password is looked at', async () => {
    await send(atHome(), 'post', '/register', ADA)
    const script = () => createPersona({ client: 'python-requests', ip: '203.0.113.9', now: clock.now })
    for (let n = 0; n < 15; n++)
      await send(script(), 'post', '/login', { email: `someone${n}@mail.test`, password: 'x' })
    const answer = await send(script(), 'post', '/login', { email: 'someone99@mail.test', password: 'x' })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('This did not work')
  })

  test('a session cookie that was changed is nobody’s', async () => {
    const ada = atHome()
    await send(ada, 'post', '/register', ADA)
    const [id = ''] = (ada.jar.get('shop_session') ?? '').split('.')
    ada.jar.take(`shop_session=${id}.forged`)
    expect((await send(ada, 'get', '/')).text).toContain('href="/login"')
  })
})

describe('the second factor', () => {
  const tokenOf = (text: string) => /name="challenge_token" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const codeFor = (email: string) => shop.outbox.latest(email)?.content ?? ''

  test('the right password from a stranger’s device asks for a code, and the code opens the door for good', async () => {
    await adaWithHistory()
    const laptop = abroad()
    const asked = await logIn(laptop)
    expect(asked.status).toBe(200)
    expect(asked.text).toMatch(/class="verdict challenge"/)
    expect((await send(laptop, 'get', '/')).text).toContain('href="/login"')
    const challenge_token = tokenOf(asked.text)
    const wrong = await send(laptop, 'post', '/verify', {
      challenge_token,
      code: codeFor(ADA.email) === '000000' ? '1' : '000000',
    })
    expect(wrong.status).toBe(401)
    const right = await send(laptop, 'post', '/verify', { challenge_token, code: codeFor(ADA.email) })
    expect(right.headers['location']).toBe('/')
    clock.advance(DAY_MS)
    expect((await logIn(laptop)).headers['location']).toBe('/')
  })

  test('a code without its token, or after three wrong ones, opens nothing', async () => {
    await adaWithHistory()
    const thief = abroad()
    const challenge_token = tokenOf((await logIn(thief)).text)
    expect((await send(thief, 'post', '/verify', { challenge_token: 'x', code: codeFor(ADA.email) })).status).toBe(400)
    for (const code of ['a', 'b', 'c']) await send(thief, 'post', '/verify', { challenge_token, code })
    expect((await send(thief, 'post', '/verify', { challenge_token, code: codeFor(ADA.email) })).status).toBe(400)
  })
})

describe('password reset', () => {
  test('the link sets a new password once; a name that nobody has gets the same answer and no mail', async () => {
    const ada = atHome()
    await send(ada, 'post', '/register', ADA)
    const unknown = await send(atHome(), 'post', '/reset', { email: 'eve@example.test' })
    expect(shop.outbox.latest('eve@example.test')).toBeUndefined()
    const known = await send(ada, 'post', '/reset', { email: ADA.email })
    expect([known.status, unknown.status]).toEqual([200, 200])
    const link = shop.outbox.latest(ADA.email)?.content ?? ''
    expect((await send(ada, 'get', link)).text).toContain('New password')
    expect((await send(ada, 'post', link, { password: 'short' })).status).toBe(422)
    expect((await send(ada, 'post', link, { password: 'ada has a new one 8' })).headers['location']).toBe('/login')
    expect((await send(ada, 'post', link, { password: 'ada has a new one 8' })).status).toBe(404)
    expect((await logIn(ada)).status).toBe(401)
    expect((await logIn(ada, 'ada has a new one 8')).headers['location']).toBe('/')
  })
})

describe('cart and checkout', () => {
  test('goods go in and out of the cart, and are paid for', async () => {
    const ada = atHome()
    await send(ada, 'post', '/cart/add', { product: 'kettle' })
    expect((await send(ada, 'get', '/checkout')).headers['location']).toBe('/login')
    await send(ada, 'post', '/register', ADA)
    await send(ada, 'post', '/cart/add', { product: 'lamp' })
    await send(ada, 'post', '/cart/remove', { product: 'kettle' })
    const cart = await send(ada, 'get', '/cart')
    expect(cart.text).toContain('Reading lamp')
    expect(cart.text).not.toContain('Enamel kettle')
    const declined = await send(ada, 'post', '/checkout', { card: '4000 0000 0000 0001' })
    expect([declined.status, declined.text]).toEqual([402, expect.stringContaining('declined')])
    const paid = await send(ada, 'post', '/checkout', { card: CARD })
    expect(paid.text).toContain('on its way')
    expect(paid.text).toContain('Last decision: checkout')
    expect((await send(ada, 'get', '/checkout')).headers['location']).toBe('/cart')
  })

  test('the sixth order of an hour takes a code', async () => {
    const ada = atHome()
    await send(ada, 'post', '/register', ADA)
    const order = async () => {
      await send(ada, 'post', '/cart/add', { product: 'notebook' })
      return send(ada, 'post', '/checkout', { card: CARD })
    }
    for (let n = 0; n < 5; n++) expect((await order()).text).toContain('on its way')
    const sixth = await order()
    expect(sixth.text).toContain('five orders an hour')
    const challenge_token = /name="challenge_token" value="([^"]+)"/.exec(sixth.text)?.[1] ?? ''
    const code = shop.outbox.latest(ADA.email)?.content ?? ''
    expect((await send(ada, 'post', '/verify', { challenge_token, code })).text).toContain('on its way')
  })

  test('a product or a page that does not exist is not there', async () => {
    expect((await send(atHome(), 'get', '/nowhere')).text).toContain('no such page')
    expect((await send(atHome(), 'get', '/products/yacht')).status).toBe(404)
  })
})
