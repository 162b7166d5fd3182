import { only } from '../../history/difference.js'
import { ipFailedAccounts, ipFailedLately, ipGoodUsers, ipProvenLately } from '../../history/features/ip.js'
import { defineDetector } from '../define-detector.js'
import { isStranger, strangerNeeds } from '../stranger.js'

/** Share of an address's people who only ever failed; typos leave one in ten logins failing, and are mended. */
const FAILED_SHARE = 0.8
/** With that share, this many accounts are a rise already: nobody here has ever shown to be real. */
const FEW_ACCOUNTS = 4
/** With that share, nobody doubts it: CATALOGUE's threshold. */
const MANY_ACCOUNTS = 10
/** On a shared address, accounts that failed within 10 minutes and did not recover: this many, and 3 % of those who succeeded. */
const SHARED_ACCOUNTS = 8
const SHARED_SHARE = 0.03

/** credential_stuffing, from one address. */
export const ipCredentialStuffing = defineDetector({
  name: 'ip_credential_stuffing',
  summary:
    'Counts the accounts that failed from one address and never succeeded there, against the people who did, and holds it against strangers on that address.',
  honest:
    'A new customer whose first login comes from an address under attack is asked for a second factor; whoever has logged in on this device before is not.',
  needs: {
    day: only(ipFailedAccounts, '24h', ipGoodUsers),
    lately: only(ipFailedLately, '10m', ipProvenLately),
    ...strangerNeeds,
  },
  raises: { signals: ['credential_stuffing'] },
  actions: ['login', 'password_reset'],
  basis: 'velocity',
  group: 'stuffing',
  weight: { account_takeover: 2.6, bot: 2.2, account_abuse: 1 },
  evaluate({ day, lately, own, proven, deviceFailed, deviceFailures }) {
    if (!isStranger({ own, proven, deviceFailed, deviceFailures })) return undefined
    const share = day.only / Math.max(1, day.only + day.others)
    const data = { accounts_24h: day.only, accounts_10m: lately.only, good_users_24h: day.others }
    if (share > FAILED_SHARE && day.only >= FEW_ACCOUNTS) {
      // From 1 at four accounts to 2 at ten, where it denies by itself.
      return { strength: Math.min(2, 1 + (day.only - FEW_ACCOUNTS) / (MANY_ACCOUNTS - FEW_ACCOUNTS)), data }
    }
    if (lately.only >= SHARED_ACCOUNTS + SHARED_SHARE * lately.others) return { strength: 1, data }
    return undefined
  },
})
