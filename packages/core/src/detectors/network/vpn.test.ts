import { describeDetector } from '../contract/describe-detector.js'
import { address, listed, ownDevice, ownOperator, stranger } from '../contract/network-rows.js'
import { networkVpn } from './vpn.js'

describeDetector(networkVpn, {
  base: { network: address('hosting'), ...stranger },
  fires: {
    'on a list of today': [{ network: address('hosting', listed('vpn')) }, { strength: 1, data: { age_days: 0 } }],
    'by its operator': [
      { network: address('hosting', { name: 'vpn_operators', kind: 'vpn', age_days: null }) },
      { strength: 0.7 },
    ],
    'of two lists the fresher counts': [
      { network: address('hosting', listed('vpn', 240), listed('vpn', 0)) },
      { strength: 1 },
    ],
    'the VPN that they always use, on a new device': [
      { network: address('hosting', listed('vpn')), ...ownOperator },
      { strength: 0.5, data: { own_device: false } },
    ],
    'on a device of their own': [
      { network: address('hosting', listed('vpn')), ...ownDevice },
      { strength: 0.25, data: { own_device: true } },
    ],
  },
  silent: {
    'a data centre': {},
    'a home': { network: address('isp') },
    'a privacy relay that also stands on a list of VPNs': { network: address(null, listed('vpn'), listed('relay')) },
  },
})
