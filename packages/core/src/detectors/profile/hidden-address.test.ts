import { describeDetector } from '../contract/describe-detector.js'
import { profileHiddenAddress } from './hidden-address.js'

const entry = { firstMs: 0, lastMs: 0, successes: 1, days: 1, onProbation: false }

describeDetector(profileHiddenAddress, {
  base: { kind: 'vpn---', same: null, kinds: 4, device: null, ip: null, byIp: 4, byDevice: 4 },
  fires: {
    'a new device behind a VPN': [{}, { strength: 1, data: { kind: 'vpn---', successes: 4 } }],
    'a new device behind Tor': [{ kind: 'tor---' }, { strength: 1.3 }],
    'a relay, which hides nobody’s country': [{ kind: 'relay-' }, { strength: 0.66 }],
    'an ordinary connection of somebody who always hides': [{ kind: 'plain-' }, { strength: 0.55 }],
    'a VPN that they used once in ten times': [{ same: entry, kinds: 9 }, { strength: 0.7 }],
    'their own device, or its cookie, for somebody who never hid in many logins': [
      { device: entry, byIp: 8 },
      { strength: 1.35 },
    ],
    'a device on probation, with less weight': [{ device: { ...entry, onProbation: true } }, { strength: 0.55 }],
  },
  silent: {
    'an ordinary connection of somebody who has no other': { kind: 'plain-', same: { ...entry, successes: 4 } },
    'a VPN that is theirs': { same: { ...entry, successes: 2 } },
    'their own device, after a few logins': { device: entry },
    'their own device with a relay': { device: entry, kind: 'relay-', byIp: 30 },
    'their own device, and they hid before': { device: entry, same: entry, byIp: 30 },
    'an address they came from before': { ip: entry },
    'a new user': { byIp: 0, byDevice: 0 },
    'kinds were not known when they last came': { kinds: 0 },
  },
})
