import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Program, readCount } from '@riskguard/core/store'
import { redisStore } from '@riskguard/redis'
import { type RedisServer, startRedis } from './redis-server.js'
import { untilReady } from './until.js'

const PROCESSES = 4
const CALLS = 250
const WIDTHS = [36_000]
const KEY = 'k'.repeat(20)

let server: RedisServer
beforeAll(async () => {
  server = await startRedis()
})
afterAll(() => server.stop())

test('parallel touches of four processes are each counted, and the processes end by themselves', async () => {
  await Promise.all(Array.from({ length: PROCESSES }, count))
  const store = redisStore(server.url)
  await untilReady(store)
  const program: Program = { ttlSeconds: 600, protectAt: 0, operations: [] }
  const [reply] = await store.touch([{ kind: 'i', key: KEY, program, arguments: [] }], { atMs: null, clock: 'store' })
  await store.close({ timeoutMs: 500 })
  if (reply?.state !== 'known') throw new Error('expected a record')
  expect(readCount(reply.record, 1, WIDTHS, 0, reply.nowMs).upperBound).toBe(PROCESSES * CALLS)
}, 60_000)

function count(): Promise<void> {
  const register = new URL('../../tools/ts/register.mjs', import.meta.url).href
  const program = fileURLToPath(new URL('./counting-process.ts', import.meta.url))
  const args = ['--disable-warning=ExperimentalWarning', '--import', register, program, server.url, KEY, String(CALLS)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))))
  })
}
