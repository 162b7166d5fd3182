import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './root.mjs'

/** Every package of the workspace that has a manifest, with its folder; published ones are those of packages/. */
export function listWorkspace() {
  const nested = ['packages', 'examples'].flatMap((parent) =>
    readdirSync(at(parent)).map((name) => ({ folder: at(parent, name), published: parent === 'packages' })),
  )
  const pinned = readdirSync(at('test'))
    .filter((name) => name.startsWith('nest'))
    .map((name) => ({ folder: at('test', name), published: false }))
  const single = ['test', 'bench', 'eval'].map((name) => ({ folder: at(name), published: false }))
  return [...nested, ...pinned, ...single]
    .filter(({ folder }) => existsSync(join(folder, 'package.json')))
    .map((entry) => ({ ...entry, manifest: JSON.parse(readFileSync(join(entry.folder, 'package.json'), 'utf8')) }))
}

/** The workspace packages that a manifest depends on, by name. */
export function localDependencies(manifest) {
  const all = { ...manifest.dependencies, ...manifest.devDependencies }
  return Object.keys(all).filter((name) => all[name].startsWith('workspace:'))
}
