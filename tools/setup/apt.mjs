import { SetupFailure } from './failure.mjs'
import { findOnPath } from './path-search.mjs'
import { say } from './progress.mjs'
import { capture } from './run.mjs'

const QUIET = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' } // runlevel 1: no service is started

/** Installs one Debian package; needs root and apt-get, and says plainly when either is missing. `variable` names a program that is elsewhere. */
export async function installWithApt(packageName, purpose, variable) {
  const byHand = `Install it by hand (Debian: apt-get install ${packageName}), or set ${variable} to its path, and run this again.`
  const [aptGet] = findOnPath(['apt-get'])
  if (aptGet === undefined) throw new SetupFailure(`${purpose} is missing and there is no apt-get here. ${byHand}`)
  if (process.getuid?.() !== 0) throw new SetupFailure(`${purpose} is missing and only root may install it. ${byHand}`)
  say(`  ${purpose} is missing: installing ${packageName} with apt-get, which may take a minute`)
  const updated = await capture(aptGet, ['update', '-q'], { env: QUIET })
  const args = ['install', '-y', '-q', '--no-install-recommends', packageName]
  const installed = await capture(aptGet, args, { env: QUIET })
  if (installed.code === 0) return
  const said = `${updated.code === 0 ? '' : updated.output}${installed.output}`.trim().split('\n').slice(-12).join('\n')
  throw new SetupFailure(`${purpose} is missing and apt-get could not install ${packageName}:\n${said}\n${byHand}`)
}
