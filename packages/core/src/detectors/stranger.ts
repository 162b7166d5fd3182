import { optional } from '../facts/need.js'
import { deviceFailedAccounts, deviceFailures, deviceUsers } from '../history/features/device.js'
import { profileDevices } from '../history/features/profile.js'
import { isKnown } from './profile/familiar.js'

/** What velocity needs to tell an address's regulars from a stranger on it. All of it may be missing. */
export const strangerNeeds = {
  own: optional(profileDevices.entry),
  proven: optional(deviceUsers.in('30d')),
  deviceFailed: optional(deviceFailedAccounts.in('24h')),
  deviceFailures: optional(deviceFailures.in('24h')),
} as const

/** A housemate's typos on a proven device; beyond them its proof is used up, or whoever opens an account could guess at all others. */
const FORGIVEN_ACCOUNTS = 2
const FORGIVEN_FAILURES = 4

/**
 * Whether nothing ties this attempt to a good user: this person never succeeded on this device, and nobody else did
 * without many failures on it too. What an address or a name suffers is held against strangers only.
 */
export function isStranger(known: {
  readonly own: Parameters<typeof isKnown>[0]
  readonly proven: number | undefined
  readonly deviceFailed: number | undefined
  readonly deviceFailures: number | undefined
}): boolean {
  if (isKnown(known.own)) return false
  if ((known.proven ?? 0) === 0) return true
  return (known.deviceFailed ?? 0) > FORGIVEN_ACCOUNTS || (known.deviceFailures ?? 0) > FORGIVEN_FAILURES
}
