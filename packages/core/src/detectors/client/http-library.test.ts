import { describeDetector } from '../contract/describe-detector.js'
import { clientHttpLibrary } from './http-library.js'

describeDetector(clientHttpLibrary, {
  base: { library: null },
  fires: {
    curl: [{ library: { name: 'curl' } }, { data: { library: 'curl' } }],
    'no user agent at all': [{ library: { name: 'none' } }, { data: { library: 'none' } }],
  },
  silent: { 'a browser': {} },
})
