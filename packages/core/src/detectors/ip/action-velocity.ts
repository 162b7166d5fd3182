import { ipDevices, ipEvents, ipFailures, ipGoodUsers, ipSuccesses } from '../../history/features/ip.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'
import { isStranger, strangerNeeds } from '../stranger.js'

/** What one visitor's address may send: others stop at 60 a minute and challenge sign-ins at 50 an hour; all actions count here. */
const PER_MINUTE = 20
const PER_HOUR = 100
/** What each person who proved to be real, or each device with a cookie, adds. Cookies are cheap: half, and few of them. */
const PERSON_PER_MINUTE = 2
const PERSON_PER_HOUR = 10
const MAX_COOKIES = 50
/** Failures above this share of outcomes make a busy address an attacking one. */
const BAD_SHARE = 0.5

/** IP_ACTION_VELOCITY, and MCPS-2000 when most of it fails. */
export const ipActionVelocity = defineDetector({
  name: 'ip_action_velocity',
  summary: 'Compares the actions of one address per minute and hour with what the people who share it would do.',
  honest:
    'An office behind one address on its first morning, before anybody has logged in: devices seen there raise the limit, and it asks at most for more proof.',
  needs: {
    minute: ipEvents.in('1m'),
    hour: ipEvents.in('1h'),
    people: ipGoodUsers.in('24h'),
    devices: ipDevices.in('1h'),
    failed: ipFailures.in('1h'),
    succeeded: ipSuccesses.in('1h'),
    ...strangerNeeds,
  },
  raises: { reasons: ['IP_ACTION_VELOCITY'], anomalies: ['MCPS-2000'] },
  basis: 'velocity',
  group: 'ip_velocity',
  weight: { bot: 1.3, account_abuse: 1, account_takeover: 0.8 },
  evaluate({ minute, hour, people, devices, failed, succeeded, own, proven, deviceFailed, deviceFailures }) {
    if (!isStranger({ own, proven, deviceFailed, deviceFailures })) return undefined
    const shared = people + Math.min(MAX_COOKIES, devices) / 2
    const excess = Math.max(
      minute / (PER_MINUTE + PERSON_PER_MINUTE * shared),
      hour / (PER_HOUR + PERSON_PER_HOUR * shared),
    )
    if (excess <= 1) return undefined
    const bad = failed > BAD_SHARE * (failed + succeeded)
    return {
      // Volume without failures is more often a partner's integration than an attack.
      strength: excessStrength(excess) * (bad ? 1 : 0.6),
      names: bad ? ['IP_ACTION_VELOCITY', 'MCPS-2000'] : ['IP_ACTION_VELOCITY'],
      data: { events_1m: minute, events_1h: hour, people_24h: people, devices_1h: devices, failures_1h: failed },
    }
  },
})
