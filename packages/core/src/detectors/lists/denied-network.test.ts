import type { ListHit } from '../../facts/lists.js'
import { describeDetector } from '../contract/describe-detector.js'
import { deniedNetwork } from './denied-network.js'

const hit = (list: ListHit['list'], subject: ListHit['subject'], name: string | null = null): ListHit => ({
  list,
  subject,
  name,
})

describeDetector(deniedNetwork, {
  base: { hits: [], approved: undefined },
  fires: {
    'a network of the deny list': [
      { hits: [hit('deny', 'cidr', 'scanners')] },
      { data: { denied: true, entry: 'scanners', approved: null } },
    ],
    'outside of the approved networks': [
      { approved: false },
      { data: { denied: false, entry: null, approved: false } },
    ],
    'denied inside an approved one': [{ hits: [hit('deny', 'cidr')], approved: true }, {}],
    'a denied network behind a challenged address': [{ hits: [hit('challenge', 'ip'), hit('deny', 'cidr')] }, {}],
  },
  silent: {
    'no list and nothing approved in particular': {},
    'inside the approved networks': { approved: true },
    'a network that is only challenged': { hits: [hit('challenge', 'cidr')] },
    'an allowed network': { hits: [hit('allow', 'cidr')] },
    'a denied user, which says nothing of the network': { hits: [hit('deny', 'user')] },
  },
})
