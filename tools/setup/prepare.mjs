import { installPackages } from './install.mjs'
import { requireNode } from './node-version.mjs'

/** Brings the clone to where its code can run: installs and builds what changed. Options as for buildWorkspace. */
export async function prepare(options) {
  requireNode()
  await installPackages()
  const { buildWorkspace } = await import('../build/build-workspace.mjs') // what it imports is installed only now
  await buildWorkspace(options)
}
