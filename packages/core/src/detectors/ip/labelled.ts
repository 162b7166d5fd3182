import { eventTime } from '../../facts/facts.js'
import { ipGoodUsers } from '../../history/features/ip.js'
import { ipLabels } from '../../history/features/labels.js'
import { labelFreshness } from '../../history/labels.js'
import { defineDetector } from '../define-detector.js'
import { labelAgeDays, shareOfLabel, suspicionOf } from '../labelled.js'

/** Most home connections get another address within days to weeks. */
const HALF_LIFE_MS = 14 * 86_400_000

/** IP_RISKY_REPUTATION, by what people said of the address in this app. */
export const labelledIp = defineDetector({
  name: 'ip_labelled',
  summary: 'Somebody labelled this address as fraud; weighs less with every day and with each good user behind it.',
  honest: 'Whoever gets the address next: alone it asks for nothing, and it fades within weeks.',
  needs: { label: ipLabels.held, users: ipGoodUsers.in('24h'), now: eventTime },
  raises: { reasons: ['IP_RISKY_REPUTATION'] },
  basis: 'context',
  group: 'reputation',
  weight: { account_takeover: 1.4, account_abuse: 1.4, bot: 1 },
  evaluate({ label, users, now }) {
    const strength =
      label === null ? 0 : suspicionOf(label) * shareOfLabel(users) * labelFreshness(label, now, HALF_LIFE_MS)
    if (label === null || strength === 0) return undefined
    return {
      strength,
      data: { label: label.type, source: label.source, age_days: labelAgeDays(label, now), good_users_24h: users },
    }
  },
})
