import { afterEach, describe, expect, test } from '@jest/globals'
import { createPersona } from '@riskguard/testing'
import request from 'supertest'
import { type ApiOptions, createApi } from './create-api.js'

const SECRET = 'a secret of the tests, Kq7vW2xN9rT4bZ1m'
const ADA = { name: 'ada', password: 'ada counts coins 5' }
const opened: ReturnType<typeof createApi>[] = []
afterEach(async () => {
  for (const { engine } of opened.splice(0)) await engine.close()
})

function open(options: Omit<ApiOptions, 'secret'> = {}) {
  const api = createApi({ secret: SECRET, ...options })
  opened.push(api)
  const server = api.app.callback()
  const headers = Object.fromEntries(createPersona({ client: 'chrome-android' }).headersFor({ method: 'POST' }))
  const { Host: _host, Connection: _connection, 'Content-Length': _length, ...browser } = headers
  return {
    post: (path: string, body: object, token = '') =>
      request(server)
        .post(path)
        .set({ ...browser, 'Content-Type': 'application/json', Authorization: `Bearer ${token}` })
        .send(body),
    wallet: (token: string) => request(server).get('/wallet').set('Authorization', `Bearer ${token}`),
  }
}

describe('the wallet’s API', () => {
  test('on its first day a customer signs in unasked and sends money', async () => {
    const actions: string[] = []
    const api = open({ onDecision: ({ context }) => void actions.push(context.action_type) })
    const { status, body } = await api.post('/sessions', ADA)
    expect(status).toBe(201)
    expect((await api.post('/transfers', { to: 'w2', amount: 1_500 }, body.token)).body).toEqual({ balance: 48_500 })
    expect((await api.wallet(body.token)).body).toEqual({ id: 'w1', name: 'ada', balance: 48_500 })
    expect(actions).toEqual(['login', 'transaction'])
  })

  test('a wrong password, a missing session and an impossible transfer are refused', async () => {
    const api = open()
    expect((await api.post('/sessions', { ...ADA, password: 'x' })).status).toBe(401)
    expect((await api.wallet('x')).status).toBe(401)
    const { body } = await api.post('/sessions', ADA)
    expect((await api.post('/transfers', { to: 'w2', amount: 9_999_999 }, body.token)).status).toBe(422)
  })

  test('who is on the deny list gets 403 without a reason', async () => {
    const api = open({ risk: { lists: [{ list: 'deny', subject: 'user', value: 'ada' }] } })
    const { status, body } = await api.post('/sessions', ADA)
    expect([status, body]).toEqual([403, { type: 'about:blank', title: 'Forbidden', status: 403 }])
  })

  test('a challenge is answered with 428 after the password, and its token with the code opens the session', async () => {
    const codes: string[] = []
    const api = open({
      onCode: (_, code) => void codes.push(code),
      risk: { lists: [{ list: 'challenge', subject: 'user', value: 'ada' }] },
    })
    expect((await api.post('/sessions', { ...ADA, password: 'x' })).status).toBe(401)
    const asked = await api.post('/sessions', ADA)
    expect([asked.status, asked.body.challenges]).toEqual([428, ['second_factor']])
    const { challenge_token } = asked.body
    const answered = await api.post('/challenges', { challenge_token, code: codes[0] })
    expect((await api.wallet(answered.body.token)).body).toMatchObject({ name: 'ada' })
    expect((await api.post('/challenges', { challenge_token, code: codes[0] })).status).toBe(404)
  })

  test('a wrong code uses the challenge up', async () => {
    const api = open({ risk: { lists: [{ list: 'challenge', subject: 'user', value: 'ada' }] } })
    const { body } = await api.post('/sessions', ADA)
    expect((await api.post('/challenges', { challenge_token: body.challenge_token, code: 'x' })).status).toBe(401)
    expect((await api.post('/challenges', { challenge_token: body.challenge_token, code: 'x' })).status).toBe(404)
  })
})
