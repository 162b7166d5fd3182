import type { Outbox } from '../shop/outbox.js'
import type { Answer, Visitor } from './visitor.js'

/** What somebody knows when the shop asks for a name. */
export interface Credentials {
  readonly email: string
  readonly password: string
}

/** Pages in between: people look around, scripts and the replayed past don't. */
export type Manner = 'browsing' | 'direct'

/** Logs in as a person does: the form, perhaps a code from the own phone. True when it worked. */
export async function logIn(
  visitor: Visitor,
  who: Credentials,
  outbox: Outbox,
  manner: Manner = 'browsing',
): Promise<boolean> {
  if (manner === 'browsing') await visitor.get('/login')
  const answer = await visitor.post('/login', { email: who.email, password: who.password })
  return answer.path === '/' || (await passChallenge(visitor, answer, who.email, outbox))
}

/** Types the code that came by phone, when the page asks for one. */
export async function passChallenge(visitor: Visitor, answer: Answer, email: string, outbox: Outbox): Promise<boolean> {
  const token = /name="challenge_token" value="([^"]*)"/.exec(answer.body)?.[1]
  const message = outbox.latest(email)
  if (token === undefined || message?.kind !== 'code') return false
  const { status } = await visitor.post('/verify', { challenge_token: token, code: message.content })
  return status === 200
}

export interface Order {
  readonly product: string
  readonly card: string
  readonly recipient?: string
}

export const GOOD_CARD = '4242 4242 4242 4242'

/** Puts something in the cart and pays for it, by a signed-in visitor. */
export async function checkOut(visitor: Visitor, order: Order, manner: Manner = 'browsing'): Promise<Answer> {
  if (manner === 'browsing') await visitor.get(`/products/${order.product}`)
  await visitor.post('/cart/add', { product: order.product })
  if (manner === 'browsing') await visitor.get('/checkout')
  return visitor.post('/checkout', {
    card: order.card,
    ...(order.recipient === undefined ? {} : { recipient: order.recipient }),
  })
}

export async function register(
  visitor: Visitor,
  person: Credentials & { readonly name: string },
  manner: Manner = 'browsing',
): Promise<boolean> {
  if (manner === 'browsing') await visitor.get('/register')
  const answer = await visitor.post('/register', { name: person.name, email: person.email, password: person.password })
  return answer.path === '/'
}

/** Asks for the link, opens it and sets a new password. */
export async function resetPassword(
  visitor: Visitor,
  email: string,
  password: string,
  outbox: Outbox,
): Promise<boolean> {
  await visitor.get('/reset')
  await visitor.post('/reset', { email })
  const message = outbox.latest(email)
  if (message?.kind !== 'reset_link') return false
  await visitor.get(message.content)
  const answer = await visitor.post(message.content, { password })
  return answer.path === '/login'
}
