import type { ListHit } from '../../facts/lists.js'
import { describeDetector } from '../contract/describe-detector.js'
import { listedInFavour } from './listed-in-favour.js'

const hit = (list: ListHit['list'], subject: ListHit['subject'], name: string | null = null): ListHit => ({
  list,
  subject,
  name,
})

describeDetector(listedInFavour, {
  base: { hits: [] },
  fires: {
    'an allowed device': [
      { hits: [hit('allow', 'device', 'kiosk')] },
      { data: { list: 'allow', subject: 'device', entry: 'kiosk', hits: 1 } },
    ],
    'allowed besides being denied': [
      { hits: [hit('deny', 'cidr'), hit('allow', 'user')] },
      { data: { list: 'allow', subject: 'user', entry: null, hits: 1 } },
    ],
  },
  silent: { 'on no list': {}, 'on deny and challenge lists': { hits: [hit('deny', 'ip'), hit('challenge', 'ip')] } },
})
