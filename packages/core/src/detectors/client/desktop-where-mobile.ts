import { clientPlatform, expectedPlatform } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/** MCPS-1200, its first meaning. */
export const desktopWhereMobile = defineDetector({
  name: 'client_desktop_where_mobile',
  summary: 'A desktop system acts where the operator expects phones and tablets only.',
  honest: 'A customer who opens the mobile page on a computer; the weight is small for that.',
  needs: { platform: clientPlatform, expected: expectedPlatform },
  raises: { anomalies: ['MCPS-1200'] },
  basis: 'context',
  witness: 'client',
  group: 'client_platform',
  weight: { bot: 0.8, account_abuse: 0.6, account_takeover: 0.6 },
  evaluate({ platform, expected }) {
    if (expected !== 'mobile' || platform !== 'desktop') return undefined
    return { data: { platform, expected } }
  },
})
