import { knownDevice } from '../../facts/facts.js'
import { deviceEvents } from '../../history/features/device.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'

/** Declared actions, not page views: one every four seconds is more than hands do, and a hundred in an hour more than people want. */
const PER_MINUTE = 15
const PER_HOUR = 100

/** DEVICE_PROFILE_VELOCITY. */
export const deviceEventVelocity = defineDetector({
  name: 'device_event_velocity',
  summary: 'Counts the actions of one device per minute and hour, under whatever accounts.',
  honest: 'Somebody who edits a long list of details quickly; one who tests your app.',
  needs: { device: knownDevice, minute: deviceEvents.in('1m'), hour: deviceEvents.in('1h') },
  raises: { reasons: ['DEVICE_PROFILE_VELOCITY'] },
  basis: 'velocity',
  group: 'device_velocity',
  weight: { bot: 1.5, account_abuse: 1.2, account_takeover: 0.8 },
  evaluate({ minute, hour }) {
    const excess = Math.max(minute / PER_MINUTE, hour / PER_HOUR)
    if (excess <= 1) return undefined
    return { strength: excessStrength(excess), data: { events_1m: minute, events_1h: hour } }
  },
})
