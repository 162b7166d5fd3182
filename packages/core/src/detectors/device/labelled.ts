import { eventTime, knownDevice } from '../../facts/facts.js'
import { deviceUsers } from '../../history/features/device.js'
import { deviceLabels } from '../../history/features/labels.js'
import { labelFreshness } from '../../history/labels.js'
import { defineDetector } from '../define-detector.js'
import { labelAgeDays, shareOfLabel, suspicionOf } from '../labelled.js'

/** A device is used for months, and sold on; a fraudster's is thrown away sooner. */
const HALF_LIFE_MS = 60 * 86_400_000

/** DEVICE_RISKY_REPUTATION, by what people said of the device. */
export const labelledDevice = defineDetector({
  name: 'device_labelled',
  summary:
    'Somebody labelled this device, or an action on it, as fraud; weighs less with time and with the people who use it.',
  honest:
    'Whoever bought a used computer, or shares one with a fraudster: other good evidence outweighs it, and it fades.',
  needs: { device: knownDevice, label: deviceLabels.held, users: deviceUsers.in('30d'), now: eventTime },
  raises: { reasons: ['DEVICE_RISKY_REPUTATION'] },
  basis: 'context',
  group: 'reputation',
  weight: { account_takeover: 2.4, account_abuse: 2.4, bot: 0.8 },
  evaluate({ label, users, now }) {
    const strength =
      label === null ? 0 : suspicionOf(label) * shareOfLabel(users) * labelFreshness(label, now, HALF_LIFE_MS)
    if (label === null || strength === 0) return undefined
    return {
      strength,
      data: { label: label.type, source: label.source, age_days: labelAgeDays(label, now), users_30d: users },
    }
  },
})
