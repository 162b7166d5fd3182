// Everything that CI runs. Goes on after a failure, so that one run shows them all.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findRegistryHosts } from './lint/lockfile.mjs'
import { runMain } from './setup/failure.mjs'
import { prepare } from './setup/prepare.mjs'
import { elapsed, say, step } from './setup/progress.mjs'
import { run } from './setup/run.mjs'
import { listWorkspace } from './workspace/packages.mjs'
import { at, root } from './workspace/root.mjs'

const node = (...args) => run(process.execPath, args, { cwd: root })
const published = listWorkspace().filter((entry) => entry.published)
const built = () => published.filter(({ folder }) => existsSync(join(folder, 'dist')))

const checks = {
  'the lockfile names no registry host': async () =>
    findRegistryHosts(readFileSync(at('pnpm-lock.yaml'), 'utf8')).length,
  lint: () => node('tools/lint.mjs'),
  types: () => node('tools/typecheck.mjs'),
  build: () => prepare({ output: 'everything' }).then(() => 0),
  'publint accepts the packages': () =>
    forEachPackage((folder) =>
      node(at('node_modules', 'publint', 'src', 'cli.js'), folder, '--strict', '--pack', 'false'),
    ),
  'types resolve for every kind of user': () =>
    forEachPackage((folder) =>
      node(
        at('node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js'),
        '--pack',
        folder,
        '--profile',
        'node16',
        '--quiet',
      ),
    ),
  'generated docs are up to date': () => node('tools/run-ts.mjs', 'tools/generate-docs.ts', '--check'),
  tests: () => node('tools/test.mjs'),
}

await runMain(async () => {
  await prepare({ output: 'javascript' })
  const failed = []
  for (const [name, check] of Object.entries(checks)) {
    const code = await step(`Check: ${name}`, check)
    if (code !== 0) failed.push(name)
  }
  for (const name of failed) say(`FAILED: ${name}`)
  say(`${Object.keys(checks).length - failed.length} checks passed, ${failed.length} failed, in ${elapsed()}.`)
  return failed.length === 0 ? 0 : 1
})

async function forEachPackage(check) {
  let worst = built().length === 0 ? 1 : 0
  for (const { folder } of built()) worst = Math.max(worst, await check(folder))
  return worst
}
