// Type-checks the whole workspace from source, or one folder's project: node tools/typecheck.mjs packages/core
import { existsSync, readdirSync } from 'node:fs'
import { runMain } from './setup/failure.mjs'
import { step } from './setup/progress.mjs'
import { run } from './setup/run.mjs'
import { at, root } from './workspace/root.mjs'

const PINNED = ['test/nest10', 'test/nest11', 'test/nest12'] // each against its own framework version
const TSC = at('node_modules', 'typescript7', 'bin', 'tsc')

await runMain(async () => {
  const named = process.argv.slice(2)
  const projects = named.length > 0 ? named : ['.', ...PINNED.filter(hasTypeScript)]
  let worst = 0
  for (const project of projects) {
    const code = await step(`Checking types in ${project}`, () =>
      run(process.execPath, [TSC, '-p', project], { cwd: root }),
    )
    worst = Math.max(worst, code)
  }
  return worst
})

function hasTypeScript(folder) {
  return existsSync(at(folder)) && readdirSync(at(folder)).some((name) => name.endsWith('.ts'))
}
