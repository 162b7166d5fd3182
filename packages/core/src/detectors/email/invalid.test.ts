import { describeDetector } from '../contract/describe-detector.js'
import { invalidEmail } from './invalid.js'

const exchange = (delivery: string) => ({ delivery, throwawayHost: false })

describeDetector(invalidEmail, {
  base: { fault: null, bounced: false, exchange: undefined },
  fires: {
    'john..doe@example.com': [{ fault: 'local_part' }, { strength: 0.6, data: { why: 'local_part' } }],
    'john@localhost': [{ fault: 'domain' }],
    'a domain that says it takes no mail': [{ exchange: exchange('null_mx') }, { data: { why: 'null_mx' } }],
    'a domain without MX and address': [{ exchange: exchange('nowhere') }],
    'mail that came back, to an address that looks well': [
      { bounced: true, exchange: exchange('accepts') },
      { data: { why: 'bounced' } },
    ],
  },
  silent: {
    'anna.berg@gmail.com, nobody asked the DNS': {},
    'a domain with an exchanger': { exchange: exchange('accepts') },
  },
})
