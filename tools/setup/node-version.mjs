import { SetupFailure } from './failure.mjs'
import { isAtLeast, parseVersion } from './version.mjs'

const LEAST_NODE = [20, 19, 0] // the first 20.x that may require() an ES module, which Nest 12 relies on

/** Refuses a Node.js that is too old, before anything else can fail less clearly. */
export function requireNode(version = process.versions.node) {
  if (isAtLeast(parseVersion(version) ?? [0], LEAST_NODE)) return
  throw new SetupFailure(`Node.js ${version} is running, but ${LEAST_NODE.join('.')} or later is needed.`)
}
