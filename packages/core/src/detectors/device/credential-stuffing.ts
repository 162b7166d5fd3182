import { knownDevice } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { only } from '../../history/difference.js'
import { deviceFailedAccounts, deviceUsers } from '../../history/features/device.js'
import { profileDevices } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isKnown } from '../profile/familiar.js'

/** A household mistypes for two accounts at most; the third that never worked here belongs to nobody in it. */
const FEW_ACCOUNTS = 3
const MANY_ACCOUNTS = 10

/** credential_stuffing, under one device's cookie, from whatever addresses. */
export const deviceCredentialStuffing = defineDetector({
  name: 'device_credential_stuffing',
  summary: 'Counts the accounts that failed on one device within a day and never succeeded on it.',
  honest:
    'Somebody who tries three old login names of their own is asked for a second factor; an owner of the device is not.',
  needs: {
    device: knownDevice,
    day: only(deviceFailedAccounts, '24h', deviceUsers, '30d'),
    own: optional(profileDevices.entry),
  },
  raises: { signals: ['credential_stuffing'], reasons: ['DEVICE_SUSPICIOUS_VELOCITY'] },
  actions: ['login', 'password_reset'],
  basis: 'attempt',
  group: 'stuffing',
  weight: { account_takeover: 2.6, bot: 2.2, account_abuse: 1.2 },
  evaluate({ day, own }) {
    if (isKnown(own) || day.only < FEW_ACCOUNTS) return undefined
    const strength = Math.min(2, 1 + (day.only - FEW_ACCOUNTS) / (MANY_ACCOUNTS - FEW_ACCOUNTS))
    return { strength, data: { accounts_24h: day.only, users_30d: day.others } }
  },
})
