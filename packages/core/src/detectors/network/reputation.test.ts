import { describeDetector } from '../contract/describe-detector.js'
import { address, listed, stranger } from '../contract/network-rows.js'
import { networkReputation } from './reputation.js'

describeDetector(networkReputation, {
  base: { network: address('isp'), ...stranger },
  fires: {
    'listed today': [{ network: address('isp', listed('reputation')) }, { strength: 1 }],
    'listed a fortnight ago': [{ network: address('isp', listed('reputation', 14)) }, { strength: 0.5 }],
    'a carrier’s shared address': [{ network: address('mobile', listed('reputation')) }, { strength: 0.3 }],
  },
  silent: {
    'not listed': {},
    'a list of three months': { network: address('isp', listed('reputation', 90)) },
    'on another list': { network: address('hosting', listed('datacenter')) },
  },
})
