// `pnpm test` inside a package: only the tests under the folder it is called from; arguments go to jest.
import { runJest } from './jest/run-jest.mjs'
import { runMain } from './setup/failure.mjs'
import { findRedis } from './setup/redis.mjs'
import { root } from './workspace/root.mjs'

await runMain(async () => {
  const redis = await findRedis()
  const env = redis === undefined ? process.env : { ...process.env, REDIS_SERVER: redis.program }
  return runJest(toJestArgs(process.cwd(), process.argv.slice(2)), env)
})

/** Jest's patterns are alternatives, so each one is bound to the folder; options stay as they are. */
function toJestArgs(here, args) {
  if (here === root) return args
  const options = args.filter((arg) => arg.startsWith('-'))
  const patterns = args.filter((arg) => !arg.startsWith('-')).map((pattern) => `${here}/.*${pattern}`)
  return [...options, ...(patterns.length > 0 ? patterns : [`${here}/`])]
}
