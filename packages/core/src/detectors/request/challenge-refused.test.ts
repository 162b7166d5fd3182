import { describeDetector } from '../contract/describe-detector.js'
import { challengeRefused } from './challenge-refused.js'

const offered = ['second_factor'] as const
const invalid = (cause: string) => ({ challenge: { standing: 'invalid', cause, offered } })

describeDetector(challengeRefused, {
  base: { challenge: { standing: 'valid', cause: null, offered } },
  fires: {
    'not made by us, or altered': [invalid('foreign'), { names: [], data: { why: 'foreign' } }],
    'from the future': [invalid('future'), { names: [] }],
    "another device's": [invalid('other_device'), { names: ['MCPS-1400'] }],
    "another person's": [invalid('other_person'), { names: ['MCPS-1400'] }],
  },
  silent: {
    'ours, the first time': {},
    'too late': { challenge: { standing: 'expired', cause: null, offered } },
    'presented before': { challenge: { standing: 'used', cause: 'other_client', offered } },
  },
})
