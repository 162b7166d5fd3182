import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SetupFailure } from '../setup/failure.mjs'
import { fingerprint, isStamped, listFiles, stamp } from '../setup/fingerprint.mjs'
import { say, step } from '../setup/progress.mjs'
import { listWorkspace, localDependencies } from '../workspace/packages.mjs'
import { at, root } from '../workspace/root.mjs'
import { buildDeclarations } from './declarations.mjs'
import { findEntries } from './entries.mjs'
import { buildJavaScript } from './javascript.mjs'
import { inBuildOrder, withDependencies } from './order.mjs'

const isBuilt = ({ manifest }) => manifest.scripts?.build !== undefined

/**
 * Builds what changed since the last time. `names` limits it to those packages and what they depend on; `output`
 * is 'javascript', or 'everything' for the type declarations too.
 */
export async function buildWorkspace({ names, output }) {
  const all = listWorkspace().filter(isBuilt)
  const wanted = names === undefined ? all : withDependencies(all, names)
  const prints = new Map()
  for (const entry of inBuildOrder(wanted)) {
    const print = fingerprintOf(entry, prints)
    prints.set(entry.manifest.name, print)
    const entries = findEntries(entry)
    if (Object.keys(entries).length > 0) await buildPackage(entry, entries, print, output)
    else if (names === undefined) say(`${entry.manifest.name} has no source yet, nothing to build`)
    else throw new SetupFailure(`${entry.manifest.name} is needed, but it has no source yet (${entry.folder}/src).`)
  }
}

async function buildPackage(entry, entries, print, output) {
  const { folder, manifest, published } = entry
  const stampOf = (part) => join(folder, 'node_modules', '.riskguard', `built-${part}`)
  const dist = existsSync(join(folder, 'dist'))
  if (!dist || !isStamped(stampOf('javascript'), print)) {
    await step(`Building ${manifest.name}`, () => buildJavaScript(entry, entries))
    stamp(stampOf('declarations'), '') // the JavaScript build empties dist/
    stamp(stampOf('javascript'), print)
  }
  if (output === 'everything' && published && !isStamped(stampOf('declarations'), print)) {
    await step(`Writing the declarations of ${manifest.name}`, () => buildDeclarations(entry, entries))
    stamp(stampOf('declarations'), print)
  }
}

function fingerprintOf({ folder, manifest }, prints) {
  const own = ['src', 'package.json', 'tsconfig.json'].map((name) => join(folder, name))
  const files = listFiles([...own, at('tools', 'build'), at('tsconfig.base.json')]).filter(
    (file) => !/\.test\.m?[jt]s$/.test(file),
  )
  const dependencies = localDependencies(manifest).map((name) => prints.get(name) ?? name)
  return fingerprint(root, files, dependencies)
}
