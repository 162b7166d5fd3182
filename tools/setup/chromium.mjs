import { installWithApt } from './apt.mjs'
import { SetupFailure } from './failure.mjs'
import { findOnPath } from './path-search.mjs'

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The Chromium to test with: CHROMIUM when it is set, else the first on PATH, else undefined. */
export function findChromium(env = process.env) {
  return env.CHROMIUM || findOnPath(BROWSERS, env.PATH)[0]
}

/** As findChromium, but where there is none it is installed by apt-get. */
export async function requireChromium() {
  const found = findChromium()
  if (found !== undefined) return found
  await installWithApt('chromium', 'A Chromium browser', 'CHROMIUM')
  const installed = findChromium()
  if (installed !== undefined) return installed
  throw new SetupFailure('apt-get installed chromium, but no chromium is on PATH. Set CHROMIUM to its path.')
}
