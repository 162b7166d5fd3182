// Runs a TypeScript program of this repository from source: node tools/run-ts.mjs bench/run.ts --some args
import { existsSync } from 'node:fs'
import { runMain, SetupFailure } from './setup/failure.mjs'
import { findRedis } from './setup/redis.mjs'
import { run } from './setup/run.mjs'
import { at, root } from './workspace/root.mjs'

await runMain(async () => {
  const [program, ...args] = process.argv.slice(2)
  if (program === undefined)
    throw new SetupFailure('Name a TypeScript file: node tools/run-ts.mjs <file.ts> [arguments]')
  if (!existsSync(at(program))) throw new SetupFailure(`${program} is not written yet.`)
  const redis = await findRedis()
  const env = redis === undefined ? process.env : { ...process.env, REDIS_SERVER: redis.program }
  const loader = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    new URL('./ts/register.mjs', import.meta.url).href,
  ]
  return run(process.execPath, [...loader, at(program), ...args], { cwd: root, env })
})
