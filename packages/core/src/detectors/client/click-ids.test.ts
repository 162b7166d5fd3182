import { describeDetector } from '../contract/describe-detector.js'
import { clientClickIds } from './click-ids.js'

describeDetector(clientClickIds, {
  base: { ids: [] },
  fires: {
    'a Google ad': [{ ids: ['gclid'] }, { names: ['MCPS-2100'] }],
    'a Google ad on an iPhone': [{ ids: ['gbraid'] }, { names: ['MCPS-2100'] }],
    'a Facebook ad': [{ ids: ['fbclid'] }, { names: ['MCPS-2200'] }],
    both: [{ ids: ['wbraid', 'fbclid'] }, { names: ['MCPS-2100', 'MCPS-2200'] }],
  },
  silent: { 'no click id': {} },
})
