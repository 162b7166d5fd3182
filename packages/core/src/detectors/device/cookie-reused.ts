import { deviceStanding } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { deviceBrowsers } from '../../history/features/device.js'
import { profileDevices, profileNetworks } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { copiedStrength } from './copied.js'

/** Somebody who switches a phone to desktop pages and back has two. */
const SWITCHED = 2

/** DEVICE_COOKIE_REUSED, by the cookie's generation or by the browser that sends it. */
export const deviceCookieReused = defineDetector({
  name: 'device_cookie_reused',
  summary:
    "A device's cookie of a generation that was replaced long ago, or sent by another browser or system than it ever succeeded in.",
  honest:
    'Somebody who restored a backup, or asked a phone for desktop pages: at home, on a familiar address, that asks for nothing.',
  needs: {
    standing: deviceStanding,
    known: optional(deviceBrowsers.had('30d')),
    browsers: optional(deviceBrowsers.in('30d')),
    own: optional(profileDevices.entry),
    block: optional(profileNetworks.entry),
  },
  raises: { reasons: ['DEVICE_COOKIE_REUSED'] },
  basis: 'attempt',
  group: 'device_cookie',
  weight: { account_takeover: 2.8, account_abuse: 0.8, bot: 0.8 },
  evaluate({ standing, known, browsers, own, block }) {
    if (standing === 'reused') return { data: { why: 'old_generation' } }
    if (standing !== 'known' || known !== false || browsers === undefined) return undefined
    if (browsers === 0 || browsers > SWITCHED) return undefined
    return { strength: copiedStrength(own, block), data: { why: 'other_browser', browsers_30d: browsers } }
  },
})
