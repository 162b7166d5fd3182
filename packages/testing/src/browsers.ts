import { chromiumMajorAt, firefoxMajorAt, safariMajorAt } from './browser-release.js'

/** The browsers that can be played. */
export const browserNames = [
  'chrome-windows',
  'chrome-macos',
  'chrome-android',
  'edge-windows',
  'firefox-linux',
  'firefox-windows',
  'safari-macos',
  'safari-ios',
] as const
export type BrowserName = (typeof browserNames)[number]

/** One request as a page makes it. */
export interface PageRequest {
  readonly method: 'GET' | 'POST'
  /** As the client sees it: `https://shop.example`. */
  readonly origin: string
  /** The page that the link or form stands on; none when the address was typed. */
  readonly referer?: string
  /** Bytes of the form; needed for POST. */
  readonly contentLength?: number
  readonly cookie?: string | undefined
  /** As in `Accept-Language`. Default `en-US,en;q=0.9`. */
  readonly language?: string
  /** Whose release is current then, ms since the Unix epoch. Default now. */
  readonly atMs?: number
}

/** Name and value, in the order and case in which they are sent. */
export type HeaderPair = readonly [name: string, value: string]

const FORM = 'application/x-www-form-urlencoded'
const CHROMIUM_ACCEPT =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7'
const OTHER_ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

/** The headers of a browser's page view or form post over HTTPS and HTTP/1.1, by the rules of its engine. */
export function browserHeaders(browser: BrowserName, request: PageRequest): readonly HeaderPair[] {
  const atMs = request.atMs ?? Date.now()
  if (browser.startsWith('firefox')) return firefoxHeaders(browser, request, atMs)
  if (browser.startsWith('safari')) return safariHeaders(browser, request, atMs)
  return chromiumHeaders(browser, request, atMs)
}

/** What the browser calls itself. */
export function userAgentOf(browser: BrowserName, atMs: number = Date.now()): string {
  const chromium = `AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${chromiumMajorAt(atMs)}.0.0.0`
  const firefox = firefoxMajorAt(atMs)
  const safari = safariMajorAt(atMs)
  const texts: Readonly<Record<BrowserName, string>> = {
    'chrome-windows': `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium} Safari/537.36`,
    'chrome-macos': `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${chromium} Safari/537.36`,
    'chrome-android': `Mozilla/5.0 (Linux; Android 10; K) ${chromium} Mobile Safari/537.36`,
    'edge-windows': `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium} Safari/537.36 Edg/${chromiumMajorAt(atMs)}.0.0.0`,
    'firefox-linux': `Mozilla/5.0 (X11; Linux x86_64; rv:${firefox}.0) Gecko/20100101 Firefox/${firefox}.0`,
    'firefox-windows': `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${firefox}.0) Gecko/20100101 Firefox/${firefox}.0`,
    'safari-macos': `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${safari}.0 Safari/605.1.15`,
    'safari-ios': `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${safari}.0 Mobile/15E148 Safari/604.1`,
  }
  return texts[browser]
}

function chromiumHeaders(browser: BrowserName, request: PageRequest, atMs: number): readonly HeaderPair[] {
  const major = chromiumMajorAt(atMs)
  const product = browser.startsWith('edge') ? 'Microsoft Edge' : 'Google Chrome'
  const platform = browser.endsWith('android') ? 'Android' : browser.endsWith('macos') ? 'macOS' : 'Windows'
  const isPost = request.method === 'POST'
  return sent([
    ['Host', hostOf(request)],
    ['Connection', 'keep-alive'],
    ['Content-Length', isPost ? String(request.contentLength ?? 0) : undefined],
    ['Cache-Control', isPost ? 'max-age=0' : undefined],
    ['sec-ch-ua', `"Chromium";v="${major}", "${product}";v="${major}", "Not_A Brand";v="99"`],
    ['sec-ch-ua-mobile', browser.endsWith('android') ? '?1' : '?0'],
    ['sec-ch-ua-platform', `"${platform}"`],
    ['Origin', isPost ? request.origin : undefined],
    ['Content-Type', isPost ? FORM : undefined],
    ['Upgrade-Insecure-Requests', '1'],
    ['User-Agent', userAgentOf(browser, atMs)],
    ['Accept', CHROMIUM_ACCEPT],
    ['Sec-Fetch-Site', siteOf(request)],
    ['Sec-Fetch-Mode', 'navigate'],
    ['Sec-Fetch-User', '?1'],
    ['Sec-Fetch-Dest', 'document'],
    ['Referer', request.referer],
    ['Accept-Encoding', 'gzip, deflate, br, zstd'],
    ['Accept-Language', languageOf(request)],
    ['Cookie', request.cookie],
  ])
}

function firefoxHeaders(browser: BrowserName, request: PageRequest, atMs: number): readonly HeaderPair[] {
  const isPost = request.method === 'POST'
  return sent([
    ['Host', hostOf(request)],
    ['User-Agent', userAgentOf(browser, atMs)],
    ['Accept', OTHER_ACCEPT],
    ['Accept-Language', languageOf(request).replace('q=0.9', 'q=0.5')],
    ['Accept-Encoding', 'gzip, deflate, br, zstd'],
    ['Content-Type', isPost ? FORM : undefined],
    ['Content-Length', isPost ? String(request.contentLength ?? 0) : undefined],
    ['Origin', isPost ? request.origin : undefined],
    ['Connection', 'keep-alive'],
    ['Referer', request.referer],
    ['Cookie', request.cookie],
    ['Upgrade-Insecure-Requests', '1'],
    ['Sec-Fetch-Dest', 'document'],
    ['Sec-Fetch-Mode', 'navigate'],
    ['Sec-Fetch-Site', siteOf(request)],
    ['Sec-Fetch-User', '?1'],
    ['Priority', 'u=0, i'],
  ])
}

function safariHeaders(browser: BrowserName, request: PageRequest, atMs: number): readonly HeaderPair[] {
  const isPost = request.method === 'POST'
  return sent([
    ['Host', hostOf(request)],
    ['Content-Type', isPost ? FORM : undefined],
    ['Sec-Fetch-Site', siteOf(request)],
    ['Sec-Fetch-Mode', 'navigate'],
    ['Accept', OTHER_ACCEPT],
    ['Origin', isPost ? request.origin : undefined],
    ['Sec-Fetch-Dest', 'document'],
    ['Content-Length', isPost ? String(request.contentLength ?? 0) : undefined],
    ['User-Agent', userAgentOf(browser, atMs)],
    ['Referer', request.referer],
    ['Accept-Language', languageOf(request)],
    ['Priority', 'u=0, i'],
    ['Accept-Encoding', 'gzip, deflate, br'],
    ['Connection', 'keep-alive'],
    ['Cookie', request.cookie],
  ])
}

function sent(lines: readonly (readonly [string, string | undefined])[]): readonly HeaderPair[] {
  return lines.filter((line): line is HeaderPair => line[1] !== undefined)
}

function hostOf({ origin }: PageRequest): string {
  return new URL(origin).host
}

/** A typed address comes from nowhere; everything else in these tests comes from the site's own pages. */
function siteOf({ referer }: PageRequest): string {
  return referer === undefined ? 'none' : 'same-origin'
}

function languageOf({ language }: PageRequest): string {
  return language ?? 'en-US,en;q=0.9'
}
