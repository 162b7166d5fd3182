// `pnpm test` inside a package: only the tests under the folder it is called from; arguments go to jest.
import { runJest } from './jest/run-jest.mjs'
import { runMain } from './setup/failure.mjs'
import { findRedis } from './setup/redis.mjs'
import { root } from './workspace/root.mjs'

await runMain(async () => {
  const here = process.cwd()
  const only = here === root ? [] : [`${here}/`]
  const redis = await findRedis()
  const env = redis === undefined ? process.env : { ...process.env, REDIS_SERVER: redis.program }
  return runJest([...process.argv.slice(2), ...only], env)
})
