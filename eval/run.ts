// pnpm eval [area …] [--data dir] [area's own options]: detection measured on labelled data, one area after another.
// Areas are the files beside this one; each prints recall by family (worst first), false positives by context and Wilson bounds.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const runner = join(here, '..', 'tools', 'run-ts.mjs')
/** In the order in which a request meets them. */
const AREAS = ['client', 'network', 'email', 'endpoints', 'logins', 'browsers'].filter((area) =>
  existsSync(join(here, `${area}.ts`)),
)

const given = process.argv.slice(2)
const named = given.filter((word) => AREAS.includes(word))
const rest = given.filter((word) => !AREAS.includes(word))
const dataAt = rest.indexOf('--data')
const data = resolve(dataAt < 0 ? join(here, '..', '..', 'shared', 'data') : (rest[dataAt + 1] ?? ''))

if (!existsSync(data)) {
  console.error(`The labelled data is not here: ${data} does not exist. Nothing was measured.`)
  console.error('It is not part of the project; give its folder with --data <dir>.')
  process.exit(2)
}
const options = dataAt < 0 ? ['--data', data, ...rest] : rest
let failed = 0
for (const area of named.length > 0 ? named : AREAS) {
  console.log(`\n=== ${area} ===`)
  const { status } = spawnSync(process.execPath, [runner, join('eval', `${area}.ts`), ...options], {
    stdio: 'inherit',
    cwd: join(here, '..'),
  })
  if (status !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
