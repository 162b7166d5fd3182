import type { ClientHints } from './client-hints.js'
import { toMajor, type UserAgentFacts } from './user-agent.js'

export type ClientPlatform = 'desktop' | 'mobile' | 'tablet' | 'tv' | 'bot' | 'unknown'

/** Engines whose makers have stopped: Internet Explorer, EdgeHTML, Presto, Android Browser, WebKit before 537, Chromium and Gecko before 49 and 52 (the last for Windows XP). */
export interface LegacyEngine {
  readonly engine: 'trident' | 'edgehtml' | 'presto' | 'android-browser' | 'webkit' | 'chromium' | 'gecko' | 'netscape'
  readonly version: string | null
}

const FIRST_LIVING_WEBKIT = 537
const FIRST_LIVING_CHROMIUM = 49
const FIRST_LIVING_GECKO = 52

export function toLegacy(ua: UserAgentFacts): LegacyEngine | null {
  const { name, version } = ua.engine
  if (name === 'Trident' || ua.browser.name === 'IE') return { engine: 'trident', version }
  if (name === 'EdgeHTML') return { engine: 'edgehtml', version }
  if (name === 'Presto') return { engine: 'presto', version }
  if (ua.browser.name === 'Android Browser') return { engine: 'android-browser', version }
  if (ua.browser.name === 'Netscape') return { engine: 'netscape', version: ua.browser.version }
  if (ua.chromiumMajor !== null)
    return ua.chromiumMajor < FIRST_LIVING_CHROMIUM ? { engine: 'chromium', version: String(ua.chromiumMajor) } : null
  if (name === 'WebKit' && (toMajor(version) ?? FIRST_LIVING_WEBKIT) < FIRST_LIVING_WEBKIT)
    return { engine: 'webkit', version }
  if (ua.browser.family === 'firefox' && (ua.browser.major ?? FIRST_LIVING_GECKO) < FIRST_LIVING_GECKO)
    return { engine: 'gecko', version }
  return null
}

/** A proxy of Google's that fetches pages for a person, with its name. */
export interface Intermediary {
  readonly name: 'chrome-compression-proxy' | 'google-web-light' | 'google-web-preview' | 'google-image-proxy'
}

export function toIntermediary(userAgent: string, via: string | undefined): Intermediary | null {
  if (via !== undefined && /chrome-compression-proxy/i.test(via.slice(0, 512)))
    return { name: 'chrome-compression-proxy' }
  const text = userAgent.slice(0, 512)
  if (/googleweblight/i.test(text)) return { name: 'google-web-light' }
  if (/google web preview/i.test(text)) return { name: 'google-web-preview' }
  return /googleimageproxy/i.test(text) ? { name: 'google-image-proxy' } : null
}

/** Android package names: letters, digits, dots; at least one dot (Android developer documentation). */
const PACKAGE = /^[a-z]\w{0,60}(?:\.\w{1,60}){1,8}$/i

export function toWebView(
  ua: UserAgentFacts,
  requestedWith: string | undefined,
): { readonly package: string | null } | null {
  const named =
    requestedWith !== undefined && requestedWith.length <= 256 && PACKAGE.test(requestedWith) ? requestedWith : null
  return ua.webView || named !== null ? { package: named } : null
}

/** The kind of machine that the client claims to be; a hint that says `mobile` beats a user agent that says nothing. */
export function toPlatform(ua: UserAgentFacts, hints: ClientHints | null): ClientPlatform {
  switch (ua.device.type) {
    case 'mobile':
    case 'wearable':
      return 'mobile'
    case 'tablet':
      return 'tablet'
    case 'smarttv':
    case 'console':
      return 'tv'
    default:
  }
  if (hints?.mobile === true) return 'mobile'
  const os = ua.os.name ?? ''
  if (
    /^(?:Windows|Mac OS|Linux|Ubuntu|Debian|Fedora|Chrom(?:e|ium) OS|FreeBSD|OpenBSD|NetBSD|Solaris|Unix|Arch|CentOS|RedHat|SUSE|Gentoo|Mint)/.test(
      os,
    )
  )
    return 'desktop'
  return /^(?:Android|iOS|KAIOS|HarmonyOS|Windows Phone|BlackBerry|Symbian|Series40|Tizen|Sailfish)/.test(os)
    ? 'mobile'
    : 'unknown'
}
