import { describeDetector } from '../contract/describe-detector.js'
import { challengeReplayed } from './challenge-replayed.js'

const offered = ['second_factor'] as const

describeDetector(challengeReplayed, {
  base: { challenge: { standing: 'valid', cause: null, offered } },
  fires: {
    'another client': [{ challenge: { standing: 'used', cause: 'other_client', offered } }, { strength: 1 }],
    'the same device, later': [
      { challenge: { standing: 'used', cause: 'same_device', offered } },
      { strength: 0.4, data: { by: 'same_device' } },
    ],
  },
  silent: {
    'the first time': {},
    'a double click': { challenge: { standing: 'repeated', cause: null, offered } },
    'too late': { challenge: { standing: 'expired', cause: null, offered } },
    'one that is not ours': { challenge: { standing: 'invalid', cause: 'foreign', offered: [] } },
  },
})
