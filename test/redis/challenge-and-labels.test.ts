import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createRiskEngine, type RiskEngine } from '@riskguard/core'
import { redisStore } from '@riskguard/redis'
import { type RedisServer, startRedis } from './redis-server.js'
import { untilReady } from './until.js'

const PROCESSES = 3
const TRIES = 34

let server: RedisServer
let engine: RiskEngine
beforeAll(async () => {
  server = await startRedis()
  const store = redisStore(server.url)
  await untilReady(store)
  engine = createRiskEngine({
    store,
    secret: 'a-secret-for-many-processes-0123456789',
    deadlineMs: 10_000,
    policy: { rules: [{ name: 'always', actions: ['withdraw'], scoreAtLeast: 0, recommend: 'challenge' }] },
  })
})
afterAll(async () => {
  await engine.close()
  await server.stop()
})

test('a challenge token is good once under 102 parallel tries from three processes', async () => {
  const { recommendation } = await engine.assess({ action: 'withdraw', ip: '203.0.113.9' })
  const token = recommendation.challenge_token as string
  const counts = await Promise.all(Array.from({ length: PROCESSES }, (_, i) => present(token, i * TRIES)))
  expect(counts.map(({ degraded }) => degraded)).toEqual([0, 0, 0])
  expect(counts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1)
}, 60_000)

test('labels and taints stand in Redis, and every key of theirs ends', async () => {
  const login = { action: 'login', ip: '203.0.113.50', user: { id: 'u1' }, device_id: 'laptop' } as const
  const { context } = await engine.assess(login)
  await engine.report(context.action_id, { result: 'success', user_id: 'u1' })
  await engine.label({
    type: 'confirmed_fraud',
    subject: { type: 'action_id', value: context.action_id },
    source: 'chargeback',
  })
  await engine.label({
    type: 'suspected_fraud',
    subject: { type: 'ip', value: '203.0.113.50' },
    source: 'manual_review',
  })
  const next = await engine.assess(login)
  const fired = next.evidence.map(({ detector }) => detector)
  expect(fired).toEqual(expect.arrayContaining(['profile_tainted_device', 'device_labelled', 'ip_labelled']))
  expect(next.recommendation.type).toBe('challenge')
  // What everybody together taught stands in documents of its own, which name nobody and last 400 days.
  const keys = (await server.admin.keys('*')).filter((key) => !key.includes('doc:'))
  const days = await Promise.all(keys.map(async (key) => (await server.admin.ttl(key)) / 86_400))
  for (const left of days) expect(left).toBeGreaterThan(0)
  expect(Math.max(...days)).toBeLessThanOrEqual(200)
}, 60_000)

function present(token: string, first: number): Promise<{ readonly accepted: number; readonly degraded: number }> {
  const register = new URL('../../tools/ts/register.mjs', import.meta.url).href
  const program = fileURLToPath(new URL('./presenting-process.ts', import.meta.url))
  const args = [server.url, token, String(TRIES), String(first)]
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', register, program, ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`a process ended with ${code}`)),
    )
  })
}
