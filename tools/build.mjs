// Builds every package and example, or the named ones with what they depend on: node tools/build.mjs core express

import { buildWorkspace } from './build/build-workspace.mjs'
import { runMain, SetupFailure } from './setup/failure.mjs'
import { elapsed, say } from './setup/progress.mjs'
import { listWorkspace } from './workspace/packages.mjs'

await runMain(async () => {
  const folders = process.argv.slice(2)
  const names = folders.map(toPackageName)
  await buildWorkspace({ ...(names.length > 0 ? { names } : {}), output: 'everything' })
  say(`Built. ${elapsed()} in all.`)
})

function toPackageName(folder) {
  const found = listWorkspace().find((entry) => entry.folder.endsWith(`/${folder}`))
  if (found === undefined) throw new SetupFailure(`There is no package folder "${folder}".`)
  return found.manifest.name
}
