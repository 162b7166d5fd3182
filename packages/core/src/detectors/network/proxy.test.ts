import { describeDetector } from '../contract/describe-detector.js'
import { address, listed, stranger } from '../contract/network-rows.js'
import { networkProxy } from './proxy.js'

describeDetector(networkProxy, {
  base: { network: address('isp'), ...stranger },
  fires: {
    'a home that is rented out': [{ network: address('isp', listed('proxy')) }, { strength: 1 }],
    'two weeks later': [{ network: address('isp', listed('proxy', 14)) }, { strength: 0.5 }],
    'one of hundreds behind a carrier': [{ network: address('mobile', listed('proxy')) }, { strength: 0.3 }],
  },
  silent: {
    'a home': {},
    'a list of three months': { network: address('isp', listed('proxy', 90)) },
    'a privacy relay': { network: address(null, listed('proxy'), listed('relay')) },
  },
})
