import { EMAIL_ACTIONS, emailDomain, emailLocal, emailLookAlike } from '../../facts/email/needs.js'
import { defineDetector } from '../define-detector.js'

/** low_quality_email. */
export const lowQualityEmail = defineDetector({
  name: 'low_quality_email',
  summary:
    'The address looks thrown together: chance, fingers along the keyboard, repetition, swear words, or letters of another script that pass for Latin ones.',
  honest:
    'A prankster, or somebody who signs up in a hurry with the mailbox he keeps for shops. It adds little, and is never enough by itself.',
  needs: { local: emailLocal, domain: emailDomain, lookAlike: emailLookAlike },
  raises: { signals: ['low_quality_email'] },
  actions: EMAIL_ACTIONS,
  basis: 'attempt',
  group: 'email',
  weight: { account_abuse: 0.7, bot: 0.3 },
  evaluate({ local, domain, lookAlike }) {
    if (domain.relay) return undefined
    const why = [
      local.generated === 'chance' && 'chance',
      local.keyboard && 'keyboard',
      local.repetition && 'repetition',
      local.profanity && 'profanity',
      lookAlike && 'look_alike',
    ].filter((each) => each !== false)
    if (why.length === 0) return undefined
    return { strength: lookAlike || why.length > 1 ? 1 : 0.7, data: { why } }
  },
})
