// Lints everything: Biome's rules and format, then who may import whom.
import { runMain } from './setup/failure.mjs'
import { step } from './setup/progress.mjs'
import { run } from './setup/run.mjs'
import { at, root } from './workspace/root.mjs'

await runMain(async () => {
  const biome = [
    at('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
    'check',
    '--error-on-warnings',
    '--max-diagnostics=50',
  ]
  const code = await step('Linting with Biome', () => run(process.execPath, biome, { cwd: root }))
  const { findBoundaryBreaks } = await import('./lint/boundaries.mjs')
  const breaks = await step('Checking who imports whom', async () => findBoundaryBreaks())
  for (const line of breaks) process.stderr.write(`${line}\n`)
  return code === 0 && breaks.length === 0 ? 0 : 1
})
