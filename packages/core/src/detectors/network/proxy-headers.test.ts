import { describeDetector } from '../contract/describe-detector.js'
import { networkProxyHeaders } from './proxy-headers.js'

describeDetector(networkProxyHeaders, {
  base: { headers: [], google: null, opera: false },
  fires: {
    'a gateway that says so': [
      { headers: ['via', 'x-forwarded-for'] },
      { data: { headers: ['via', 'x-forwarded-for'] } },
    ],
  },
  silent: {
    'no such header': {},
    'a compression proxy with a name of its own': { headers: ['via'], google: { name: 'compression' } },
    'Opera Mini': { headers: ['x-forwarded-for'], opera: true },
  },
})
