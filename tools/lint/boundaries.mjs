import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'
import { listFiles } from '../setup/fingerprint.mjs'
import { at, root } from '../workspace/root.mjs'
import { CORE_LAYERS, CORE_ROOT_FILES, CORE_TYPE_LAYERS, PACKAGE_DOORS } from './layers.mjs'
import { readImports } from './read-imports.mjs'

/** Every import in packages/*\/src that goes against the architecture, one readable line each. */
export function findBoundaryBreaks() {
  const files = listFiles([at('packages')]).filter((file) => file.endsWith('.ts') && file.includes(`${sep}src${sep}`))
  return files.flatMap((file) => checkFile(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')))
}

/**
 * The breaks of one source file, given by its path from the repository's root. Tests, and the suites that
 * other packages' tests run (contract/), import what they like.
 */
export function checkFile(path, text) {
  const [, name, , ...inside] = path.split('/')
  if (name === undefined || path.endsWith('.test.ts') || inside.includes('contract')) return []
  const manifest = JSON.parse(readFileSync(at('packages', name, 'package.json'), 'utf8'))
  const own = { name, path, layer: name === 'core' ? toLayer(inside) : undefined, manifest }
  return readImports(text, path)
    .map((found) => ({ found, why: explainBreak(own, found) }))
    .filter(({ why }) => why !== undefined)
    .map(({ found, why }) => `${path}:${found.line}  imports ${found.specifier}: ${why}`)
}

function explainBreak(own, { specifier, typeOnly }) {
  if (specifier.startsWith('.')) return explainRelative(own, specifier, typeOnly)
  if (specifier.startsWith('@riskguard/')) return explainSibling(own, specifier, typeOnly)
  if (isBuiltin(specifier)) return undefined
  const external = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  const { dependencies = {}, peerDependencies = {} } = own.manifest
  if (external in dependencies || external in peerDependencies) return undefined
  return `${external} is neither a dependency nor a peer of @riskguard/${own.name}`
}

function explainRelative(own, specifier, typeOnly) {
  const target = relative(at('packages', own.name, 'src'), resolve(dirname(at(own.path)), specifier)).split(sep)
  if (target[0] === '..') return 'a relative import stays inside its package'
  if (own.layer === undefined || own.layer === 'door') return undefined
  const allowed = CORE_LAYERS[own.layer]
  if (allowed === undefined) return `the folder ${own.layer}/ has no place in tools/lint/layers.mjs`
  const layer = toLayer(target.map((part) => part.replace(/\.js$/, '.ts')))
  if (layer === own.layer || allowed.includes(layer)) return undefined
  if (typeOnly && CORE_TYPE_LAYERS[own.layer]?.includes(layer)) return undefined
  return `${own.layer} may use ${allowed.length === 0 ? 'nothing else' : allowed.join(', ')}`
}

function explainSibling(own, specifier, typeOnly) {
  if (specifier.startsWith(`@riskguard/${own.name}`)) return 'a package imports its own files by relative path'
  const doors = PACKAGE_DOORS[own.name] ?? {}
  const door = doors[specifier]
  if (door === 'all' || (door === 'types' && typeOnly)) return undefined
  if (door === 'types') return 'only types may come through this door'
  const open = Object.keys(doors)
  return open.length === 0 ? 'this package uses no other' : `the open doors are ${open.join(', ')}`
}

function toLayer(inside) {
  const [first = ''] = inside
  return inside.length > 1 ? first : (CORE_ROOT_FILES[first] ?? 'engine')
}
