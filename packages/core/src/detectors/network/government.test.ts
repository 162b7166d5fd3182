import { describeDetector } from '../contract/describe-detector.js'
import { networkGovernment } from './government.js'

describeDetector(networkGovernment, {
  base: { kind: 'isp' },
  fires: { 'its network': [{ kind: 'government' }, { data: { kind: 'government' } }] },
  silent: {
    'a home': {},
    'a phone': { kind: 'mobile' },
    'a data centre': { kind: 'hosting' },
    'a university': { kind: 'education' },
  },
})
