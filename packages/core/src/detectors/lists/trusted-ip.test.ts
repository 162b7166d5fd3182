import type { ListHit } from '../../facts/lists.js'
import { describeDetector } from '../contract/describe-detector.js'
import { trustedIp } from './trusted-ip.js'

const hit = (list: ListHit['list'], subject: ListHit['subject'], name: string | null = null): ListHit => ({
  list,
  subject,
  name,
})

describeDetector(trustedIp, {
  base: { hits: [] },
  fires: {
    'an allowed address': [{ hits: [hit('allow', 'ip', 'office')] }, { data: { subject: 'ip', entry: 'office' } }],
    'an allowed network': [{ hits: [hit('allow', 'cidr')] }, {}],
    'an allowed AS number': [{ hits: [hit('allow', 'asn')] }, {}],
  },
  silent: {
    'on no list': {},
    'a denied address': { hits: [hit('deny', 'ip')] },
    'an allowed country, which is no reputation': { hits: [hit('allow', 'country')] },
    'an allowed user at an unlisted address': { hits: [hit('allow', 'user')] },
  },
})
