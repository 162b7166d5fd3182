import { oldBrowser, oldOs } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/** Past this age nobody forgot to update: the version was chosen, or copied from an old list. */
const VERY_OLD_DAYS = 3 * 365

/** DEVICE_OLD_VERSION; MCPS-1200 for the operating system. */
export const oldVersion = defineDetector({
  name: 'client_old_version',
  summary:
    'The browser was out for more than a year at the time of the event, or the operating system has long lost its support.',
  honest: 'Somebody with an old phone or a computer that the office never updates: alone it asks for nothing.',
  needs: { browser: oldBrowser, os: oldOs },
  raises: { reasons: ['DEVICE_OLD_VERSION'], anomalies: ['MCPS-1200'] },
  basis: 'context',
  witness: 'client',
  group: 'client_age',
  weight: { bot: 0.5, account_abuse: 0.3, account_takeover: 0.3 },
  evaluate({ browser, os }) {
    if (browser === null && os === null) return undefined
    const ageDays = Math.max(browser?.ageDays ?? 0, os?.ageDays ?? 0)
    const names = os === null ? (['DEVICE_OLD_VERSION'] as const) : (['DEVICE_OLD_VERSION', 'MCPS-1200'] as const)
    const data = {
      browser: browser?.name ?? null,
      browser_major: browser?.major ?? null,
      behind_majors: browser?.behindMajors ?? null,
      os: os?.name ?? null,
      os_major: os?.major ?? null,
      age_days: ageDays,
    }
    return { strength: browser !== null && browser.ageDays > VERY_OLD_DAYS ? 1.5 : 1, names, data }
  },
})
