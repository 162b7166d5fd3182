import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What to build of a package, as `{ 'adapter/index': '…/src/adapter/index.ts' }`: for a published one whatever its
 * `exports` name, for an app `src/main.ts`. Empty while the package has no source.
 */
export function findEntries({ folder, manifest, published }) {
  const names = published ? exportedNames(manifest) : ['main']
  const entries = names.map((name) => [name, join(folder, 'src', `${name}.ts`)])
  return existsSync(entries[0][1]) ? Object.fromEntries(entries) : {}
}

function exportedNames(manifest) {
  return Object.values(manifest.exports)
    .filter((target) => typeof target === 'object')
    .map((target) => target.import.default.replace(/^\.\/dist\/(.*)\.js$/, '$1'))
}
