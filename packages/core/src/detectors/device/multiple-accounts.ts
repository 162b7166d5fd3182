import { knownDevice } from '../../facts/facts.js'
import { deviceAccounts } from '../../history/features/device.js'
import { defineDetector } from '../define-detector.js'

/** Two share a household's computer; the third person is the first that deserves a look (others block at three). */
const HOUSEHOLD = 2
/** A family's tablet or a shop's counter; above it, nobody's living room. */
const CROWD = 6

/** DEVICE_SUSPICIOUS_VELOCITY and multiple_accounts_per_device. */
export const multipleAccounts = defineDetector({
  name: 'device_multiple_accounts',
  summary: 'Counts the different accounts that were named on one device within 30 days, and within a day.',
  honest:
    'A large family, a library or a support desk with one computer: the weight grows slowly and alone asks for nothing up to six accounts.',
  needs: { device: knownDevice, accounts: deviceAccounts.in('30d'), today: deviceAccounts.in('24h') },
  raises: { reasons: ['DEVICE_SUSPICIOUS_VELOCITY'], signals: ['multiple_accounts_per_device'] },
  basis: 'velocity',
  group: 'device_accounts',
  weight: { account_abuse: 1, account_takeover: 1, bot: 0.4 },
  evaluate({ accounts, today }) {
    if (accounts <= HOUSEHOLD) return undefined
    // Three within a month are a family; all of them within a day are worth more.
    const strength = Math.min(3, 0.3 * (accounts - HOUSEHOLD) + (today > CROWD ? 0.35 * (today - CROWD) : 0))
    const names =
      today > HOUSEHOLD
        ? (['DEVICE_SUSPICIOUS_VELOCITY', 'multiple_accounts_per_device'] as const)
        : (['multiple_accounts_per_device'] as const)
    return { strength, names, data: { accounts_30d: accounts, accounts_24h: today } }
  },
})
