import { optional } from '../facts/need.js'
import { deviceFailedAccounts, deviceUsers } from '../history/features/device.js'
import { profileDevices } from '../history/features/profile.js'
import { isKnown } from './profile/familiar.js'

/** What velocity needs to tell an address's regulars from a stranger on it. All of it may be missing. */
export const strangerNeeds = {
  own: optional(profileDevices.entry),
  proven: optional(deviceUsers.in('30d')),
  deviceFailed: optional(deviceFailedAccounts.in('24h')),
} as const

/** A housemate's typos on a proven device; more accounts that failed on it than this, and its proof is used up. */
const FORGIVEN_ACCOUNTS = 2

/**
 * Whether nothing ties this attempt to a good user: this person never succeeded on this device, and nobody else did
 * without many accounts failing on it too. What an address or a name suffers is held against strangers only.
 */
export function isStranger(known: {
  readonly own: Parameters<typeof isKnown>[0]
  readonly proven: number | undefined
  readonly deviceFailed: number | undefined
}): boolean {
  if (isKnown(known.own)) return false
  return (known.proven ?? 0) === 0 || (known.deviceFailed ?? 0) > FORGIVEN_ACCOUNTS
}
