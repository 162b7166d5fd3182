// Makes a fresh clone ready: the right Node.js, the packages, the builds.

import { runMain } from './setup/failure.mjs'
import { prepare } from './setup/prepare.mjs'
import { elapsed, say } from './setup/progress.mjs'

await runMain(async () => {
  await prepare({ output: 'everything' })
  say(`Ready in ${elapsed()}.`)
})
