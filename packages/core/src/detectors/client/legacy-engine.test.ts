import { describeDetector } from '../contract/describe-detector.js'
import { clientLegacyEngine } from './legacy-engine.js'

describeDetector(clientLegacyEngine, {
  base: { legacy: null },
  fires: {
    'Internet Explorer': [
      { legacy: { engine: 'trident', version: '7.0' } },
      { data: { engine: 'trident', version: '7.0' } },
    ],
  },
  silent: { 'an engine of today': {} },
})
