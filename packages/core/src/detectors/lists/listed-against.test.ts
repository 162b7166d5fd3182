import { type ListHit, listSubjects } from '../../facts/lists.js'
import { describeDetector } from '../contract/describe-detector.js'
import { listedAgainst } from './listed-against.js'

const hit = (list: ListHit['list'], subject: ListHit['subject'], name: string | null = null): ListHit => ({
  list,
  subject,
  name,
})
const denied = Object.fromEntries(
  listSubjects.map((subject) => [
    `a denied ${subject}`,
    [
      { hits: [hit('deny', subject, 'x')] },
      { strength: 1, data: { list: 'deny', subject, entry: 'x', hits: 1 } },
    ] as const,
  ]),
)

describeDetector(listedAgainst, {
  base: { hits: [] },
  fires: {
    ...denied,
    'a challenged device, with less weight': [{ hits: [hit('challenge', 'device')] }, { strength: 0.6 }],
    'deny before challenge, whatever their order': [
      { hits: [hit('challenge', 'ip'), hit('deny', 'asn', 'stuffing')] },
      { strength: 1, data: { list: 'deny', subject: 'asn', entry: 'stuffing', hits: 2 } },
    ],
    'denied and allowed at once': [
      { hits: [hit('deny', 'ip'), hit('allow', 'user')] },
      { data: { list: 'deny', subject: 'ip', entry: null, hits: 1 } },
    ],
  },
  silent: { 'on no list': {}, 'on an allow list': { hits: [hit('allow', 'ip')] } },
})
