import { profileDevices, profileIps } from '../../history/features/profile.js'

/** How well the person is known: successes by address and by device, each of which may be unavailable to an app. */
export const historyNeeds = { byIp: profileIps.successes, byDevice: profileDevices.successes } as const

/** Successes that the profile stands on; 0 for somebody new. */
export function successesOf({ byIp, byDevice }: { readonly byIp: number; readonly byDevice: number }): number {
  return Math.max(byIp, byDevice)
}
