// npm test: installs and builds what changed, finds or installs a Redis server, runs every test; arguments go to jest.
import { runJest } from './jest/run-jest.mjs'
import { runMain } from './setup/failure.mjs'
import { prepare } from './setup/prepare.mjs'
import { elapsed, say, step } from './setup/progress.mjs'
import { requireRedis } from './setup/redis.mjs'

await runMain(async () => {
  await prepare({ output: 'javascript' })
  const redis = await step('Looking for a Redis server 7 or later', requireRedis)
  say(`  ${redis.program}, version ${redis.version}`)
  say(`Ready in ${elapsed()}. Running the tests.`)
  return runJest(process.argv.slice(2), { ...process.env, REDIS_SERVER: redis.program })
})
