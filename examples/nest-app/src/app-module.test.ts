import 'reflect-metadata'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { INestApplication } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { createPersona } from '@riskguard/testing'
import request from 'supertest'
import { AppModule } from './app-module.js'

const SECRET = 'a secret of the tests, Kq7vW2xN9rT4bZ1m'
const ADA = { email: 'ada@example.test', password: 'ada reads at night 3' }

const opened: INestApplication[] = []
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close()
})

async function open(risk: Omit<Parameters<typeof AppModule.with>[0], 'secret'> = {}) {
  const app = await NestFactory.create(AppModule.with({ secret: SECRET, mode: 'enforce', ...risk }), { logger: false })
  opened.push(app)
  await app.init()
  const headers = Object.fromEntries(createPersona({ client: 'firefox-linux' }).headersFor({ method: 'POST' }))
  const { Host: _host, Connection: _connection, 'Content-Length': _length, ...browser } = headers
  return (path: string, body: object) =>
    request(app.getHttpServer())
      .post(path)
      .set({ ...browser, 'Content-Type': 'application/json' })
      .send(body)
}

describe('the club', () => {
  test('a member signs in, and the handler sees what was recommended', async () => {
    const post = await open()
    const { status, body } = await post('/login', ADA)
    expect([status, body]).toEqual([200, { id: 'm1', email: ADA.email, recommendation: 'allow' }])
  })

  test('a wrong password is a 401', async () => {
    const post = await open()
    expect((await post('/login', { ...ADA, password: 'x' })).status).toBe(401)
    expect((await post('/login', {})).status).toBe(401)
  })

  test('somebody joins once, and can sign in', async () => {
    const post = await open()
    const bruno = { email: 'bruno@example.test', password: 'bruno writes letters 4' }
    expect((await post('/members', bruno)).body).toEqual({ id: 'm2', email: bruno.email })
    expect((await post('/members', bruno)).status).toBe(409)
    expect((await post('/login', bruno)).body).toMatchObject({ id: 'm2' })
  })

  test('who is on the deny list gets 403, who is on the challenge list 428 after the password', async () => {
    const denied = await open({ lists: [{ list: 'deny', subject: 'user', value: ADA.email }] })
    expect((await denied('/login', ADA)).status).toBe(403)
    const challenged = await open({ lists: [{ list: 'challenge', subject: 'user', value: ADA.email }] })
    expect((await challenged('/login', { ...ADA, password: 'x' })).status).toBe(401)
    const { status, body } = await challenged('/login', ADA)
    expect([status, body.challenges]).toEqual([428, ['second_factor']])
    expect(typeof body.challenge_token).toBe('string')
  })
})
