import { run } from '../setup/run.mjs'
import { at, root } from '../workspace/root.mjs'

/** Runs jest in ESM mode over the whole workspace or the given folders; resolves to its exit code. */
export function runJest(args, env = process.env) {
  const quiet = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
  const jest = [at('node_modules', 'jest', 'bin', 'jest.js'), '--config', at('jest.config.mjs'), ...args]
  return run(process.execPath, [...quiet, ...jest], { cwd: root, env })
}
