import { actionName } from '../../facts/facts.js'
import { targetEvents } from '../../history/features/target.js'
import { defineDetector } from '../define-detector.js'
import { excessStrength } from '../excess.js'
import { isStranger, strangerNeeds } from '../stranger.js'

/** Actions under one account, of whatever kind: more than a person does in a hurry. */
const PER_MINUTE = 10
const PER_HOUR = 60

/** PROFILE_ACTION_VELOCITY, by all events under one account. */
export const accountVelocity = defineDetector({
  name: 'account_velocity',
  summary: 'Counts the actions under one account per minute and hour, from wherever they come.',
  honest: 'A person whose own scripts work on the account; on a device of theirs it is not held against them.',
  needs: { action: actionName, minute: targetEvents.in('1m'), hour: targetEvents.in('1h'), ...strangerNeeds },
  raises: { reasons: ['PROFILE_ACTION_VELOCITY'] },
  // What others do under a name is no fault of who comes next: it asks for proof and denies nobody.
  basis: 'history',
  group: 'target',
  weight: { account_takeover: 1.4, account_abuse: 0.8, bot: 1 },
  evaluate({ action, minute, hour, own, proven, deviceFailed, deviceFailures }) {
    const excess = Math.max(minute / PER_MINUTE, hour / PER_HOUR)
    // Whoever tries to sign in as somebody proves nothing yet: the owner's own device isn't blamed for it.
    if (excess <= 1 || !isStranger({ own, proven, deviceFailed, deviceFailures })) return undefined
    return { strength: Math.min(2, excessStrength(excess)), data: { action, events_1m: minute, events_1h: hour } }
  },
})
