import { clientMajor, eventTime } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { deviceBrowsers, deviceMajor } from '../../history/features/device.js'
import { profileDevices, profileNetworks } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { copiedStrength } from './copied.js'

const DAY_MS = 86_400_000
/** Chromium and Firefox release every four weeks. */
const RELEASE_DAYS = 28
/** Releases that somebody may have been behind the last time. */
const LATE = 2

/** A cookie that turns up in an older browser than the one it lives in, or in one from the future of it. */
export const deviceVersionBack = defineDetector({
  name: 'device_version_back',
  summary:
    "The device's browser is of the same make as before but of an older version, or newer by more releases than have come out since.",
  honest:
    'Somebody who went back to an older version, or skipped updates for long: at home, on a familiar address, that asks for nothing.',
  needs: {
    major: clientMajor,
    before: deviceMajor.value,
    sameBrowser: deviceBrowsers.had('30d'),
    browsers: deviceBrowsers.in('30d'),
    own: profileDevices.entry,
    block: optional(profileNetworks.entry),
    now: eventTime,
  },
  raises: { reasons: ['DEVICE_COOKIE_REUSED'] },
  basis: 'attempt',
  group: 'device_cookie',
  weight: { account_takeover: 2.8, account_abuse: 0.5, bot: 0.5 },
  evaluate({ major, before, sameBrowser, browsers, own, block, now }) {
    const last = Number(before)
    // With two browsers under one cookie nobody can tell whose version it was.
    if (!sameBrowser || browsers !== 1 || own === null || !Number.isInteger(last)) return undefined
    const ahead = major - last
    const possible = Math.ceil((now - own.lastMs) / DAY_MS / RELEASE_DAYS) + LATE
    if (ahead >= 0 && ahead <= possible) return undefined
    return {
      strength: copiedStrength(own, block),
      data: { why: ahead < 0 ? 'older' : 'too_new', versions: Math.abs(ahead) },
    }
  },
})
