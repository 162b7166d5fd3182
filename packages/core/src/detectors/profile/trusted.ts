import { addressHides, eventTime } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { deviceBrowsers } from '../../history/features/device.js'
import { profileAsns, profileDevices, profileIps, profileNetworks } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isKnown } from './familiar.js'

const SUCCESSES = 3
const DAYS = 2
const AGE_MS = 7 * 86_400_000

/**
 * PROFILE_TRUSTED. A country alone is too wide to be trusted for (whoever stole a cookie may well live in it): the
 * network's operator must be known or, without network data, the address block. The policy adds that nothing else weighs.
 */
export const profileTrusted = defineDetector({
  name: 'profile_trusted',
  summary:
    'At least three successes on this device, on two days or more over a week, and now from a known network that hides nobody.',
  honest: 'Nobody is harmed: this is what lets a regular through without friction.',
  needs: {
    device: profileDevices.entry,
    ip: profileIps.entry,
    block: profileNetworks.entry,
    asn: optional(profileAsns.entry),
    hides: optional(addressHides),
    sameBrowser: optional(deviceBrowsers.had('30d')),
    now: eventTime,
  },
  raises: { reasons: ['PROFILE_TRUSTED'] },
  basis: 'context',
  group: 'profile_whole',
  weight: { account_takeover: -0.6, account_abuse: -0.3, bot: -0.3 },
  evaluate({ device, ip, block, asn, hides, sameBrowser, now }) {
    if (hides === true || sameBrowser === false) return undefined
    if (!isKnown(device) || device.successes < SUCCESSES || device.days < DAYS || now - device.firstMs < AGE_MS)
      return undefined
    if (!isKnown(asn) && !isKnown(ip) && !isKnown(block)) return undefined
    return { data: { successes: device.successes, days: device.days } }
  },
})
