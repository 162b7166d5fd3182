import { describeDetector } from '../contract/describe-detector.js'
import { address, listed, ownDevice, stranger } from '../contract/network-rows.js'
import { networkDatacenter } from './datacenter.js'

describeDetector(networkDatacenter, {
  base: { network: address('isp'), ...stranger },
  fires: {
    'a host, by its operator': [{ network: address('hosting') }, { strength: 1, data: { by: 'operator' } }],
    'by both': [{ network: address('hosting', listed('datacenter')) }, { strength: 1, data: { by: 'both' } }],
    'by a list alone': [{ network: address(null, listed('cloud')) }, { strength: 1, data: { by: 'list' } }],
    'a wide list against an operator of homes': [{ network: address('isp', listed('datacenter')) }, { strength: 0.4 }],
    'a remote desktop that is the user’s own': [{ network: address('hosting'), ...ownDevice }, { strength: 0.25 }],
  },
  silent: {
    'a home': {},
    'an office': { network: address('business') },
    'a privacy relay in a data centre': { network: address('hosting', listed('datacenter'), listed('relay')) },
  },
})
