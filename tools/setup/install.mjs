import { existsSync, readdirSync } from 'node:fs'
import { listWorkspace } from '../workspace/packages.mjs'
import { at, root } from '../workspace/root.mjs'
import { SetupFailure } from './failure.mjs'
import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { step } from './progress.mjs'
import { run } from './run.mjs'

const PNPM = 'pnpm@12'
const STAMP = at('node_modules', '.riskguard', 'installed')

/** Installs exactly what the lockfile says, when it or a manifest changed since the last time. */
export async function installPackages() {
  const manifests = listWorkspace().map(({ folder }) => `${folder}/package.json`)
  const files = [at('package.json'), at('pnpm-workspace.yaml'), at('pnpm-lock.yaml'), ...manifests.sort()]
  const print = fingerprint(root, files, [process.platform, process.arch])
  if (isStamped(STAMP, print) && everyPackageHasModules()) return
  await step(`Installing packages with ${PNPM} (by npx, from the npm registry, as the lockfile says)`, async () => {
    const env = { ...process.env, CI: 'true' }
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
    const code = await run(npx, ['--yes', PNPM, 'install', '--frozen-lockfile'], { cwd: root, env })
    if (code !== 0) throw new SetupFailure(`pnpm install failed (exit ${code}); its own message stands above.`)
    stamp(STAMP, print)
  })
}

function everyPackageHasModules() {
  return listWorkspace()
    .filter(({ manifest }) => Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).length > 0)
    .every(({ folder }) => existsSync(`${folder}/node_modules`) && readdirSync(`${folder}/node_modules`).length > 0)
}
