import { describeDetector } from '../contract/describe-detector.js'
import { clientGoogleProxy } from './google-proxy.js'

describeDetector(clientGoogleProxy, {
  base: { googleProxy: null },
  fires: {
    'data saving': [
      { googleProxy: { name: 'chrome-compression-proxy' } },
      { data: { proxy: 'chrome-compression-proxy' } },
    ],
  },
  silent: { 'a direct request': {} },
})
