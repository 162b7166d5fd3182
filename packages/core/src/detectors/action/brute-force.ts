import { targetFailedIps, targetFailures } from '../../history/features/target.js'
import { defineDetector } from '../define-detector.js'
import { isStranger, strangerNeeds } from '../stranger.js'

/** Others lock at 5 failures within minutes to an hour; we ask strangers for more proof, and lock nobody. */
const FAILURES_PER_HOUR = 5
/** Slower guessing: twice that in a day. NIST 800-63B allows 100 before a lock at the latest. */
const FAILURES_PER_DAY = 10
const STEEP = 40

/** PROFILE_ACTION_VELOCITY by failures against one name: guessing its password. */
export const targetBruteForce = defineDetector({
  name: 'target_brute_force',
  summary: 'Counts failures against one name within an hour and a day, and holds them against strangers to it.',
  honest:
    'Somebody who has forgotten the password and sits at a new computer; on a device of their own they are never asked because of this.',
  needs: {
    hour: targetFailures.in('1h'),
    day: targetFailures.in('24h'),
    sources: targetFailedIps.in('24h'),
    ...strangerNeeds,
  },
  raises: { reasons: ['PROFILE_ACTION_VELOCITY'] },
  actions: ['login', 'password_reset', 'account_auth_change'],
  // What others did to a name is no fault of who comes next: it asks for proof and denies nobody.
  basis: 'history',
  group: 'target',
  weight: { account_takeover: 2.7, bot: 1.2 },
  evaluate({ hour, day, sources, own, proven, deviceFailed, deviceFailures }) {
    const excess = Math.max(hour / FAILURES_PER_HOUR, day / FAILURES_PER_DAY)
    if (excess < 1 || !isStranger({ own, proven, deviceFailed, deviceFailures })) return undefined
    const strength = 1 + 0.5 * Math.min(1, (excess * FAILURES_PER_HOUR - FAILURES_PER_HOUR) / STEEP)
    return { strength, data: { failures_1h: hour, failures_24h: day, addresses_24h: sources } }
  },
})
