import { only } from '../../history/difference.js'
import { networkFailedAccounts, networkGoodUsers } from '../../history/features/network.js'
import { defineDetector } from '../define-detector.js'
import { isStranger, strangerNeeds } from '../stranger.js'

/** As for one address: typos leave one login in ten failing, and are mended. */
const FAILED_SHARE = 0.8
/** A neighbourhood is a /24: it takes more than on one address to speak of an attack. */
const MANY_ACCOUNTS = 10

/** credential_stuffing, spread over neighbouring addresses. */
export const networkCredentialStuffing = defineDetector({
  name: 'network_credential_stuffing',
  summary:
    'Counts the accounts that failed in one address block (/24 or /56) and never succeeded there, against the people who did.',
  honest:
    'A customer of a small hosting or VPN provider whose neighbours attack is asked for a second factor on a device that is new.',
  needs: { day: only(networkFailedAccounts, '24h', networkGoodUsers), ...strangerNeeds },
  raises: { signals: ['credential_stuffing'] },
  actions: ['login', 'password_reset'],
  basis: 'velocity',
  group: 'stuffing',
  weight: { account_takeover: 2.4, bot: 2, account_abuse: 1 },
  evaluate({ day, own, proven, deviceFailed, deviceFailures }) {
    if (!isStranger({ own, proven, deviceFailed, deviceFailures }) || day.only < MANY_ACCOUNTS) return undefined
    if (day.only / (day.only + day.others) <= FAILED_SHARE) return undefined
    return { data: { accounts_24h: day.only, good_users_24h: day.others } }
  },
})
