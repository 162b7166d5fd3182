import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { toUserAgentFacts } from './user-agent.js'

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Safari/537.36'

describe('browsers of people are neither crawlers, libraries nor tools', () => {
  it.each([
    CHROME,
    `${CHROME} Edg/154.0.0.0`,
    `${CHROME} Vivaldi/7.1`,
    'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Linux; Android 7.0; M bot 54) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/78.0.3904.96 Mobile Safari/537.36',
    'Mozilla/5.0 (Linux; Android 4.4.2; GM Discovery II) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/81.0.4044.138 Mobile Safari/537.36',
    'SonyEricssonJ20i/R1x Browser/NetFront/3.5 Profile/MIDP-2.1 Configuration/CLDC-1.1 JavaPlatform/JP-8.5',
    'Opera/9.80 (Linux mips; U; HbbTV/1.1.1 (; Humax; hdr1000s; 1.0.0; 1.0.0; ); ce-html/1.0; xx) Presto/2.10.250 Version/11.60',
    'Mozilla/5.0 (Linux armv7l) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/84.0.4147.140 Safari/537.36 OPR/46.0.2207.0 OMI/4.21.4.112.Catcher4.69 Model/Hisense',
    'Mozilla/5.0 (compatible; MSIE 9.0; Windows Phone OS 7.5; Trident/5.0; IEMobile/9.0; HTC; Radar 4G)',
    'Lynx/2.9.0dev.12 libwww-FM/2.14 SSL-MM/1.4.1 GNUTLS/3.7.8',
  ])('%s', (text) => {
    const { automation, crawler, httpLibrary } = toUserAgentFacts(text)
    expect({ automation, crawler, httpLibrary }).toEqual({ automation: null, crawler: null, httpLibrary: null })
  })
})

describe('robots are crawlers', () => {
  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'declared', 'googlebot'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 8_1 like Mac OS X) AppleWebKit/600.1.4 (KHTML, like Gecko) Version/8.0 Mobile/12B411 Safari/600.1.4 (compatible; YandexBot/3.0)',
      'declared',
      'yandex',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; GTmetrix https://gtmetrix.com/) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/75.0.3770.100 Safari/537.36',
      'declared',
      'gtmetrix',
    ],
    [
      'Mozilla/5.0 (Linux; Android 11; SM-A505F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Mobile Safari/537.36 +https://audit.example',
      'contact',
      'unnamed',
    ],
    [
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Foo) Chrome/131.0.0.0 Safari/537.36',
      'shape',
      'unnamed',
    ],
    [`${CHROME} Examinator`, 'shape', 'unnamed'],
    ['Hexa/2.0', 'unrecognised', 'hexa'],
  ])('%s', (text, evidence, name) => expect(toUserAgentFacts(text).crawler).toMatchObject({ evidence, name }))

  it('names the domains by which a true crawler can be verified', () => {
    expect(toUserAgentFacts('Mozilla/5.0 (compatible; bingbot/2.0)').crawler?.reverseDns).toEqual(['search.msn.com'])
  })
})

describe('tools and libraries are named', () => {
  it.each([
    ['curl/8.5.0', 'curl'],
    ['Wget/1.21.3', 'wget'],
    ['python-requests/2.28.1', 'python-requests'],
    ['Go-http-client/1.1', 'go-http-client'],
    ['Java/17.0.15', 'java'],
    ['node', 'node'],
    ['axios/1.21.1', 'axios'],
    ['okhttp/4.12.0', 'okhttp'],
    ['network-okhttp3/3.12.10', 'okhttp3'],
    ['PostmanRuntime/7.40.0', 'postmanruntime'],
    ['Dart/3.4 (dart:io)', 'dart'],
    ['GuzzleHttp/7', 'guzzlehttp'],
  ])('%s is a library', (text, name) => expect(toUserAgentFacts(text).httpLibrary).toEqual({ name }))

  it.each([
    [CHROME.replace('Chrome/', 'HeadlessChrome/'), 'headless-chrome', false],
    [
      'Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1',
      'phantomjs',
      false,
    ],
    [
      'Mozilla/5.0 (X11; Linux aarch64) AppleWebKit/537.36 (KHTML, like Gecko) Cypress/12.1.0 Chrome/106.0.5249.51 Electron/21.0.0 Safari/537.36',
      'cypress',
      false,
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Slack/4.39 Chrome/126.0.0.0 Electron/31.2.0 Safari/537.36',
      'electron',
      true,
    ],
  ])('%s is driven', (text, tool, shell) => expect(toUserAgentFacts(text).automation).toEqual({ tool, shell }))
})

describe('toUserAgentFacts', () => {
  it('calls every browser on iOS WebKit and finds the Chromium inside others', () => {
    expect(
      toUserAgentFacts(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0.0.0 Mobile/15E148 Safari/604.1',
      ).browser.family,
    ).toBe('safari')
    expect(toUserAgentFacts(`${CHROME} OPR/120.0.0.0`)).toMatchObject({
      chromiumMajor: 154,
      browser: { name: 'Opera', family: 'chromium' },
    })
  })
  it('knows a page view of an app', () => {
    expect(
      toUserAgentFacts(
        'Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.123 Mobile Safari/537.36',
      ).webView,
    ).toBe(true)
    expect(toUserAgentFacts(CHROME).webView).toBe(false)
  })
  it('gives the same object for the same first 512 characters', () => {
    expect(toUserAgentFacts(`${CHROME + ' '.repeat(512)}x`)).toBe(toUserAgentFacts(`${CHROME + ' '.repeat(512)}y`))
  })
  it('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 700, unit: 'binary' }), (text) => toUserAgentFacts(text).family.length <= 80),
    )
  })
})
