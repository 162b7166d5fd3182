import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type RedisServer, startRedis } from './redis-server.js'

const PROCESSES = 4
const REQUESTS = 250

let server: RedisServer
beforeAll(async () => {
  server = await startRedis()
})
beforeEach(async () => void (await server.admin.flushall()))
afterAll(() => server.stop())

test.each([1, 100])(
  'a thousand parallel requests to four Express processes get exactly the limit of %i admitted',
  async (count) => {
    const answers = await Promise.all(Array.from({ length: PROCESSES }, () => requestAll(count)))
    const total = (of: 'admitted' | 'denied') => answers.reduce((sum, answer) => sum + answer[of], 0)
    expect(total('admitted')).toBe(count)
    expect(total('denied')).toBe(PROCESSES * REQUESTS - count)
  },
  60_000,
)

async function requestAll(count: number): Promise<{ readonly admitted: number; readonly denied: number }> {
  const register = new URL('../../tools/ts/register.mjs', import.meta.url).href
  const program = fileURLToPath(new URL('./limiting-process.ts', import.meta.url))
  const args = ['--disable-warning=ExperimentalWarning', '--import', register, program]
  const { stdout } = await promisify(execFile)(process.execPath, [...args, server.url, String(REQUESTS), String(count)])
  return JSON.parse(stdout)
}
