import { eventTime } from '../../facts/facts.js'
import { profileTainted } from '../../history/features/profile.js'
import { TAINTED_MS } from '../../history/labels.js'
import { defineDetector } from '../define-detector.js'

const DAY_MS = 86_400_000
/** At the end of its time it still challenges alone; then it is gone. */
const LEAST = 0.75

/**
 * A device on which somebody was found to have acted as this user: never trusted, always challenged. Meanwhile the
 * profile doesn't count it as one of its devices.
 */
export const taintedDevice = defineDetector({
  name: 'profile_tainted_device',
  summary:
    'On this very device this user suffered a fraud or takeover that somebody confirmed within the last 90 days.',
  honest:
    'The owner of a laptop that was taken over and cleaned: a second factor lets them in until the time is over, or a reviewer confirms that it is theirs.',
  needs: { tainted: profileTainted.entry, now: eventTime },
  raises: { reasons: ['DEVICE_RISKY_REPUTATION'] },
  basis: 'history',
  group: 'reputation',
  weight: { account_takeover: 3.4, account_abuse: 1.2 },
  evaluate({ tainted, now }) {
    const ageMs = tainted === null ? TAINTED_MS : Math.max(0, now - tainted.lastMs)
    if (ageMs >= TAINTED_MS) return undefined
    return { strength: 1 - (1 - LEAST) * (ageMs / TAINTED_MS), data: { age_days: Math.floor(ageMs / DAY_MS) } }
  },
})
