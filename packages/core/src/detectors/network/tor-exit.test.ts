import { describeDetector } from '../contract/describe-detector.js'
import { address, listed, ownDevice, stranger } from '../contract/network-rows.js'
import { networkTorExit } from './tor-exit.js'

describeDetector(networkTorExit, {
  base: { network: address('hosting'), ...stranger },
  fires: {
    'an exit on a list of today': [
      { network: address('hosting', listed('tor')) },
      { strength: 1, data: { list: 'tor-list', age_days: 0, own_device: false } },
    ],
    'on a list of eight months': [{ network: address(null, listed('tor', 240)) }, { strength: 0.5 }],
    'on a device of their own, told but hardly weighed': [
      { network: address(null, listed('tor')), ...ownDevice },
      { strength: 0.25 },
    ],
  },
  silent: {
    'a data centre': {},
    'a VPN': { network: address('hosting', listed('vpn')) },
    'a list of three years': { network: address(null, listed('tor', 1100)) },
  },
})
