import { toMailDomain } from '../../facts/email/domain.js'
import { describeDetector } from '../contract/describe-detector.js'
import { repeatedEmailShape } from './repeated-shape.js'

describeDetector(repeatedEmailShape, {
  base: { domain: toMailDomain('gmail.com'), alike: 1, alikeWeek: 1, all: 1 },
  fires: {
    'the eighth jsmith92 of one domain in an hour': [
      { alike: 8, alikeWeek: 8, all: 8 },
      { data: { alike_1h: 8, alike_7d: 8, domain_1h: 8 } },
    ],
    'thirty of one form among a hundred at a large provider': [{ alike: 30, alikeWeek: 60, all: 100 }],
    'two hundred': [{ alike: 200, alikeWeek: 200, all: 210 }, { strength: 1.5 }],
  },
  silent: {
    'seven of one form': { alike: 7, alikeWeek: 7, all: 7 },
    'first.last, the commonest form, at a busy provider': { alike: 61, alikeWeek: 6_000, all: 1_000 },
    'eight of one form among forty of a new customer': { alike: 8, alikeWeek: 8, all: 40 },
    'what every hour of the week looks like': { alike: 30, alikeWeek: 5_000, all: 30 },
    'aliases of a relay': { domain: toMailDomain('duck.com'), alike: 40, alikeWeek: 40, all: 40 },
  },
})
