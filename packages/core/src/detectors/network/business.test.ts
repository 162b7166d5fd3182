import { describeDetector } from '../contract/describe-detector.js'
import { networkBusiness } from './business.js'

describeDetector(networkBusiness, {
  base: { kind: 'isp' },
  fires: { 'its network': [{ kind: 'business' }, { data: { kind: 'business' } }] },
  silent: {
    'a home': {},
    'a phone': { kind: 'mobile' },
    'a data centre': { kind: 'hosting' },
    'a university': { kind: 'education' },
  },
})
