import { ipFailures, ipGoodUsers, ipSuccesses } from '../../history/features/ip.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'
import { isStranger, strangerNeeds } from '../stranger.js'

/** Others lock a user and address after 10 failures in a row. */
const FAILURES = 10
const FAILED_SHARE = 0.8
/** Each real person on the address may mistype once in ten minutes. */
const PER_PERSON = 1

/** MCPS-2000 and IP_ACTION_VELOCITY, by failures: guessing, at whatever name. */
export const ipFailureBurst = defineDetector({
  name: 'ip_failure_burst',
  summary: 'Counts failures of one address within ten minutes where hardly anything else comes from it.',
  honest:
    'Somebody who tries every password they ever had; on a device of their own they are not asked because of this.',
  needs: {
    failed: ipFailures.in('10m'),
    succeeded: ipSuccesses.in('10m'),
    people: ipGoodUsers.in('24h'),
    ...strangerNeeds,
  },
  raises: { reasons: ['IP_ACTION_VELOCITY'], anomalies: ['MCPS-2000'] },
  basis: 'velocity',
  group: 'ip_velocity',
  weight: { bot: 1.3, account_takeover: 1.3, account_abuse: 0.8 },
  evaluate({ failed, succeeded, people, own, proven, deviceFailed, deviceFailures }) {
    const limit = FAILURES + PER_PERSON * people
    if (
      failed < limit ||
      failed <= FAILED_SHARE * (failed + succeeded) ||
      !isStranger({ own, proven, deviceFailed, deviceFailures })
    )
      return undefined
    return {
      strength: Math.min(2, excessStrength(failed / limit)),
      data: { failures_10m: failed, successes_10m: succeeded, people_24h: people },
    }
  },
})
