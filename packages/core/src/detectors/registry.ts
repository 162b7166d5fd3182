// Written by `pnpm docs:generate` (tools/generate-registry.mjs) from the files of detectors/<family>/. Change those.
import type { Detector } from './define-detector.js'
import { multipleAccounts } from './device/multiple-accounts.js'
import { profileDeviceFamiliar } from './profile/device-familiar.js'

/** Every built-in detector. The order means nothing. */
export const detectors: readonly Detector[] = [
  multipleAccounts,
  profileDeviceFamiliar,
]
