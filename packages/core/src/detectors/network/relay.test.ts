import { describeDetector } from '../contract/describe-detector.js'
import { address, listed } from '../contract/network-rows.js'
import { networkRelay } from './relay.js'

describeDetector(networkRelay, {
  base: { network: address('isp') },
  fires: {
    'an exit of a relay': [
      { network: address(null, listed('relay', 3)) },
      { data: { list: 'relay-list', age_days: 3 } },
    ],
  },
  silent: { 'a home': {}, 'a VPN': { network: address('hosting', listed('vpn')) } },
})
