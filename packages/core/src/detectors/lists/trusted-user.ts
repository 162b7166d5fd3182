import { type ListSubject, listHits } from '../../facts/lists.js'
import { defineDetector } from '../define-detector.js'

const OF_A_USER: readonly ListSubject[] = ['user', 'email']

/** USER_TRUSTED. */
export const trustedUser = defineDetector({
  name: 'trusted_user',
  summary: 'The user, proven by the host’s session, or their mailbox stands on the allow list.',
  honest:
    'Staff, testers, a customer whom support vouches for. Naming such a user without being signed in hits nothing.',
  needs: { hits: listHits },
  raises: { reasons: ['USER_TRUSTED'] },
  basis: 'operator',
  group: 'operator_trust',
  weight: { account_takeover: -1.5, account_abuse: -1.5, bot: -1 },
  evaluate({ hits }) {
    const hit = hits.find(({ list, subject }) => list === 'allow' && OF_A_USER.includes(subject))
    return hit && { data: { subject: hit.subject, entry: hit.name } }
  },
})
