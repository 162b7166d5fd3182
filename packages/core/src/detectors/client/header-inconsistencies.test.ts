import { describeDetector } from '../contract/describe-detector.js'
import { clientHeaderInconsistencies } from './header-inconsistencies.js'

describeDetector(clientHeaderInconsistencies, {
  base: { inconsistencies: [] },
  fires: {
    'hints of another system': [
      { inconsistencies: ['hints_platform_mismatch'] },
      { strength: 1.4, names: ['DEVICE_SPOOFED', 'spoofed_device', 'MCPS-6000'] },
    ],
    'the name of a browser on a command-line tool': [
      { inconsistencies: ['missing_accept_encoding', 'missing_accept_language', 'missing_origin'] },
      { strength: 2.4, names: ['DEVICE_SPOOFED', 'spoofed_device'] },
    ],
    'everything at once, capped': [
      { inconsistencies: ['hints_platform_mismatch', 'hints_version_mismatch', 'hints_mobile_mismatch'] },
      { strength: 3 },
    ],
  },
  silent: {
    'headers as they should be': {},
    'one small oddity': { inconsistencies: ['foreign_connection'] },
    'one header eaten on the way': { inconsistencies: ['missing_accept_encoding'] },
  },
})
