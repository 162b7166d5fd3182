import type { ListHit } from '../../facts/lists.js'
import { describeDetector } from '../contract/describe-detector.js'
import { trustedUser } from './trusted-user.js'

const hit = (list: ListHit['list'], subject: ListHit['subject'], name: string | null = null): ListHit => ({
  list,
  subject,
  name,
})

describeDetector(trustedUser, {
  base: { hits: [] },
  fires: {
    'an allowed user': [{ hits: [hit('allow', 'user', 'staff')] }, { data: { subject: 'user', entry: 'staff' } }],
    'an allowed mailbox': [{ hits: [hit('allow', 'email')] }, {}],
  },
  silent: {
    'on no list': {},
    'a challenged user': { hits: [hit('challenge', 'user')] },
    'an allowed mail domain, which is many people': { hits: [hit('allow', 'email_domain')] },
    'an allowed address': { hits: [hit('allow', 'ip')] },
  },
})
