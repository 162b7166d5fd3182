import { describeDetector } from '../contract/describe-detector.js'
import { networkMilitary } from './military.js'

describeDetector(networkMilitary, {
  base: { kind: 'isp' },
  fires: { 'its network': [{ kind: 'military' }, { data: { kind: 'military' } }] },
  silent: {
    'a home': {},
    'a phone': { kind: 'mobile' },
    'a data centre': { kind: 'hosting' },
    'a university': { kind: 'education' },
  },
})
