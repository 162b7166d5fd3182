import type { ClientHints } from './client-hints.js'
import type { UserAgentFacts } from './user-agent.js'

const DAY_MS = 86_400_000

/** [major, UTC day of its stable release]. Between two anchors releases are evenly spaced, after the last one by the cadence. */
type Anchors = readonly (readonly [major: number, day: string])[]

/** Source: the Chromium release calendar. Every four weeks since 94; every two since 153, as announced in 2026. */
const CHROMIUM: Anchors = [
  [40, '2015-01-21'],
  [60, '2017-07-25'],
  [80, '2020-02-04'],
  [94, '2021-09-21'],
  [110, '2023-02-07'],
  [120, '2023-12-05'],
  [131, '2024-11-12'],
  [140, '2025-09-02'],
  [147, '2026-04-07'],
  [153, '2026-09-08'],
]
const CHROMIUM_CADENCE_DAYS = 14
/** Source: the Firefox release calendar; every four weeks. */
const FIREFOX: Anchors = [
  [40, '2015-08-11'],
  [57, '2017-11-14'],
  [72, '2020-01-07'],
  [100, '2022-05-03'],
  [110, '2023-02-14'],
  [120, '2023-11-21'],
  [130, '2024-09-03'],
  [140, '2025-06-24'],
  [147, '2026-01-13'],
]
const FIREFOX_CADENCE_DAYS = 28
/** Extended-support releases live a year longer. Source: the same calendar. */
const FIREFOX_ESR: ReadonlySet<number> = new Set([91, 102, 115, 128, 140, 153])

/** Browsers update themselves within weeks; a managed or forgotten one is behind for months. A year is beyond both. */
const OLD_AFTER_DAYS = 365
/** Extended-support Firefox, and Samsung's and televisions' Chromiums, which trail the newest by half a year. */
const OLD_AFTER_DAYS_SLOW = 600
/** Safari and iOS come yearly and are patched for about two years more. */
const OLD_AFTER_DAYS_APPLE = 3 * 365
/** Android phones get their last system years before they are thrown away. */
const OLD_AFTER_DAYS_ANDROID = 7 * 365

export interface OldVersion {
  /** What is old. */
  readonly of: 'browser' | 'os'
  readonly name: string
  readonly major: number
  /** Majors between it and the newest at the event's time; null where the maker skips numbers. */
  readonly behindMajors: number | null
  /** Days from its release to the event. */
  readonly ageDays: number
}

/** The browser's version when it was released more than a year (slow channels: longer) before the event, else null. */
export function toOldBrowser(ua: UserAgentFacts, atMs: number): OldVersion | null {
  const { browser } = ua
  if (browser.family === 'chromium' && ua.chromiumMajor !== null) {
    const slow =
      ua.webView || ua.device.type === 'smarttv' || ua.device.type === 'console' || browser.name === 'Samsung Internet'
    return aged('chromium', ua.chromiumMajor, {
      anchors: CHROMIUM,
      cadenceDays: CHROMIUM_CADENCE_DAYS,
      limitDays: slow ? OLD_AFTER_DAYS_SLOW : OLD_AFTER_DAYS,
      atMs,
    })
  }
  if (browser.family === 'firefox' && browser.major !== null) {
    const limitDays = FIREFOX_ESR.has(browser.major) ? OLD_AFTER_DAYS_SLOW : OLD_AFTER_DAYS
    return aged('firefox', browser.major, { anchors: FIREFOX, cadenceDays: FIREFOX_CADENCE_DAYS, limitDays, atMs })
  }
  if (browser.family === 'safari' && browser.major !== null && /Safari/.test(browser.name ?? '')) {
    return yearly('browser', 'safari', browser.major, atMs)
  }
  return null
}

/** The operating system when its maker has left it long ago, else null. Frozen versions (macOS 10.15.7, Android 10; K) say nothing. */
export function toOldOs(ua: UserAgentFacts, hints: ClientHints | null, atMs: number): OldVersion | null {
  const name = ua.os.name ?? ''
  const major = Number.parseFloat(ua.os.version ?? '')
  // Safari 26 and later write iOS 18.6, whatever the phone runs (WebKit's notes on Safari 26).
  if (name === 'iOS' && major >= 18 && (ua.browser.major ?? 0) >= FROZEN_IOS_SAFARI) return null
  if (name === 'iOS' && major >= 1) return yearly('os', 'ios', Math.floor(major), atMs)
  if (name === 'Windows') {
    const old = WINDOWS_END[ua.os.version ?? '']
    return old === undefined ? null : since('windows', Math.floor(major) || 0, old, atMs)
  }
  if (name === 'Mac OS' && isBeforeHighSierra(ua.os.version ?? '')) return since('macos', 10, '2017-09-25', atMs)
  if (name === 'Android') {
    const told = Number.parseInt(hints?.platformVersion ?? '', 10)
    const version = Number.isInteger(told) ? told : isReduced(ua) ? null : Math.floor(major)
    const released = version === null ? undefined : version < 5 ? '2013-10-31' : ANDROID[version]
    if (version === null || released === undefined) return null
    const ageDays = Math.floor((atMs - Date.parse(released)) / DAY_MS)
    return ageDays > OLD_AFTER_DAYS_ANDROID
      ? { of: 'os', name: 'android', major: version, behindMajors: null, ageDays }
      : null
  }
  return null
}

/** macOS before 10.13, which gets no current browser; what comes after 10.15 is frozen in the user agent. */
function isBeforeHighSierra(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === 10 && minor > 0 && minor < 13
}

const FROZEN_IOS_SAFARI = 26

/** Chromium writes `Android 10; K` on every phone since 110 (User-Agent Reduction). */
function isReduced(ua: UserAgentFacts): boolean {
  return ua.os.version === '10' && (ua.chromiumMajor ?? 0) >= 110
}

/** Release days. Source: the Android version history. */
const ANDROID: Readonly<Record<number, string>> = {
  5: '2014-11-12',
  6: '2015-10-05',
  7: '2016-08-22',
  8: '2017-08-21',
  9: '2018-08-06',
  10: '2019-09-03',
  11: '2020-09-08',
  12: '2021-10-04',
  13: '2022-08-15',
  14: '2023-10-04',
  15: '2024-09-03',
  16: '2025-06-10',
}

/** The day a Windows lost its last ordinary support. Source: Microsoft's lifecycle pages. */
const WINDOWS_END: Readonly<Record<string, string>> = {
  '95': '2001-12-31',
  '98': '2006-07-11',
  ME: '2006-07-11',
  NT: '2004-12-31',
  '2000': '2010-07-13',
  XP: '2014-04-08',
  Vista: '2017-04-11',
  '7': '2020-01-14',
  '8': '2016-01-12',
  '8.1': '2023-01-10',
}

function since(os: string, major: number, day: string, atMs: number): OldVersion | null {
  const ageDays = Math.floor((atMs - Date.parse(day)) / DAY_MS)
  return ageDays > 0 ? { of: 'os', name: os, major, behindMajors: null, ageDays } : null
}

/** Safari and iOS come each September; the number jumped from 18 to 26, the year it is meant for. */
function yearly(of: OldVersion['of'], name: string, major: number, atMs: number): OldVersion | null {
  const year = major >= 26 ? 1999 + major : major <= 18 ? 2006 + major : null
  if (year === null) return null
  const ageDays = Math.floor((atMs - Date.UTC(year, 8, 15)) / DAY_MS)
  return ageDays > OLD_AFTER_DAYS_APPLE ? { of, name, major, behindMajors: null, ageDays } : null
}

interface Line {
  readonly anchors: Anchors
  readonly cadenceDays: number
  readonly limitDays: number
  readonly atMs: number
}

function aged(name: string, major: number, line: Line): OldVersion | null {
  const ageDays = Math.floor((line.atMs - releasedMs(major, line)) / DAY_MS)
  if (ageDays <= line.limitDays) return null
  return { of: 'browser', name, major, behindMajors: Math.max(0, newestMajor(line) - major), ageDays }
}

function releasedMs(major: number, { anchors, cadenceDays }: Line): number {
  let before = anchors[0] as Anchors[number]
  if (major <= before[0]) return Date.parse(before[1])
  for (const anchor of anchors) {
    if (major <= anchor[0]) {
      const [from, to] = [Date.parse(before[1]), Date.parse(anchor[1])]
      return from + ((to - from) * (major - before[0])) / (anchor[0] - before[0])
    }
    before = anchor
  }
  return Date.parse(before[1]) + (major - before[0]) * cadenceDays * DAY_MS
}

/** The newest major at the event's own time, so that a replay of last year's traffic calls the same browsers old. */
function newestMajor(line: Line): number {
  let low = line.anchors[0]?.[0] ?? 0
  let high = low + 2000
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (releasedMs(middle, line) <= line.atMs) low = middle
    else high = middle
  }
  return low
}
