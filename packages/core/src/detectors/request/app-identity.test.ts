import { describeDetector } from '../contract/describe-detector.js'
import { appIdentity } from './app-identity.js'

describeDetector(appIdentity, {
  base: { app: 'own' },
  fires: {
    'an app that is none of ours': [{ app: 'foreign' }, { data: { app: 'foreign' } }],
    'an app that hides its name, hardly': [{ app: 'hidden' }, { strength: 0.25 }],
  },
  silent: { 'our own app': {} },
})
