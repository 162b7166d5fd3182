import { profileDevices, profileModels } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isKnown } from './familiar.js'

/** PROFILE_DEVICE_FAMILIAR_MODEL. */
export const profileFamiliarModel = defineDetector({
  name: 'profile_device_familiar_model',
  summary: 'The device is new to the user, its model is one that they succeeded with before.',
  honest: 'Nobody is harmed: it speaks, a little, for somebody who cleared the cookies of their phone.',
  needs: { device: profileDevices.entry, model: profileModels.entry },
  raises: { reasons: ['PROFILE_DEVICE_FAMILIAR_MODEL'] },
  basis: 'context',
  witness: 'client',
  group: 'profile_model',
  weight: { account_takeover: -0.05 },
  evaluate({ device, model }) {
    return isKnown(device) || !isKnown(model) ? undefined : { data: { successes: model.successes } }
  },
})
