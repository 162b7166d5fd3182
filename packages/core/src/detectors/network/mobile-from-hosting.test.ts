import { describeDetector } from '../contract/describe-detector.js'
import { address, listed, ownDevice, stranger } from '../contract/network-rows.js'
import { networkMobileFromHosting } from './mobile-from-hosting.js'

describeDetector(networkMobileFromHosting, {
  base: { platform: 'mobile', network: address('hosting'), ...stranger },
  fires: {
    'a phone that is a server': [{}, { strength: 1, data: { platform: 'mobile', kind: 'hosting' } }],
    'a tablet': [{ platform: 'tablet' }],
    'on a device of their own': [ownDevice, { strength: 0.25 }],
  },
  silent: {
    'a desktop': { platform: 'desktop' },
    'a phone at home': { network: address('isp') },
    'a phone with a VPN app': { network: address('hosting', listed('vpn')) },
    'a phone behind a privacy relay': { network: address('hosting', listed('relay')) },
  },
})
