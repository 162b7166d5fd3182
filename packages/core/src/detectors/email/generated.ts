import type { GeneratedBy } from '../../facts/email/local-part.js'
import { EMAIL_ACTIONS, emailDomain, emailLocal } from '../../facts/email/needs.js'
import { defineDetector } from '../define-detector.js'

/** How sure each way is: long numbers after a name are also people's. */
const STRENGTH: Readonly<Record<GeneratedBy, number>> = { chance: 1, placeholder: 0.8, number: 0.4 }

/** generated_email, by the address alone. */
export const generatedEmail = defineDetector({
  name: 'generated_email',
  summary:
    'What stands before the @ is random beyond the names of the world, or a placeholder or a name with a long number.',
  honest:
    'One in a thousand people whose rare name, or private abbreviation, reads like chance. He is never challenged for it alone.',
  needs: { local: emailLocal, domain: emailDomain },
  raises: { signals: ['generated_email'] },
  actions: EMAIL_ACTIONS,
  basis: 'attempt',
  group: 'email',
  weight: { account_abuse: 1, bot: 0.8 },
  evaluate({ local, domain }) {
    // A forwarding service draws its aliases by lot for honest people.
    if (local.generated === null || domain.relay) return undefined
    return { strength: STRENGTH[local.generated], data: { by: local.generated, bits: local.randomBits } }
  },
})
