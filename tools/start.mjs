// npm start: installs and builds what changed, then runs the example shop; arguments go to it (npm start -- --once).
import { existsSync } from 'node:fs'
import { runMain, SetupFailure } from './setup/failure.mjs'
import { prepare } from './setup/prepare.mjs'
import { elapsed, say } from './setup/progress.mjs'
import { run } from './setup/run.mjs'
import { at } from './workspace/root.mjs'

const SHOP = '@riskguard/example-express-shop'

await runMain(async () => {
  const source = at('examples', 'express-shop', 'src', 'main.ts')
  if (!existsSync(source)) throw new SetupFailure(`The example shop is not written yet: ${source} is missing.`)
  await prepare({ names: [SHOP], output: 'javascript' })
  say(`Ready in ${elapsed()}. Starting the example shop.`)
  const built = at('examples', 'express-shop', 'dist', 'main.js')
  return run(process.execPath, [built, ...process.argv.slice(2)], { cwd: at('examples', 'express-shop') })
})
