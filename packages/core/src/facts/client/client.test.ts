import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type HeaderInput, parseHeaders } from '../headers.js'
import { type ClientRequest, toClientFacts } from './client.js'

const UA =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'
const AT = Date.parse('2026-11-21')

/** What Chromium 156 sends with a form, over HTTP/1.1 to a trustworthy origin. */
const FORM: readonly (readonly [string, string])[] = [
  ['Host', 'shop.test'],
  ['Connection', 'keep-alive'],
  ['Content-Length', '54'],
  ['sec-ch-ua', '"Not:A-Brand";v="8", "Chromium";v="156"'],
  ['sec-ch-ua-mobile', '?0'],
  ['sec-ch-ua-platform', '"Windows"'],
  ['Upgrade-Insecure-Requests', '1'],
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['User-Agent', UA],
  ['Origin', 'https://shop.test'],
  ['Accept', 'text/html,application/xhtml+xml,*/*;q=0.8'],
  ['Sec-Fetch-Site', 'same-origin'],
  ['Sec-Fetch-Mode', 'navigate'],
  ['Sec-Fetch-User', '?1'],
  ['Sec-Fetch-Dest', 'document'],
  ['Referer', 'https://shop.test/login'],
  ['Accept-Encoding', 'gzip, deflate, br, zstd'],
  ['Accept-Language', 'en-US,en;q=0.9'],
]
const without = (...names: string[]) => FORM.filter(([name]) => !names.includes(name.toLowerCase()))
const replaced = (changes: Record<string, string>) =>
  FORM.map(([name, value]): readonly [string, string] => [name, changes[name.toLowerCase()] ?? value])
const facts = (headers: HeaderInput, over: Partial<ClientRequest> = {}) =>
  toClientFacts({
    headers: parseHeaders(headers),
    method: 'POST',
    host: 'shop.test',
    path: '/login',
    atMs: AT,
    headerOrderTrusted: true,
    ...over,
  })

describe('a browser', () => {
  it('contradicts itself nowhere', () => {
    expect(facts(FORM)).toMatchObject({
      platform: 'desktop',
      inconsistencies: [],
      httpLibrary: null,
      crawler: null,
      automation: null,
      oldBrowser: null,
      legacy: null,
    })
  })
  it('gives one shared, frozen object for the same headers', () => {
    const one = facts(FORM)
    expect(facts(FORM)).toBe(one)
    expect(Object.isFrozen(one)).toBe(true)
  })
  it('on an insecure origin sends no hints and contradicts nothing', () => {
    const plain = without(
      'sec-ch-ua',
      'sec-ch-ua-mobile',
      'sec-ch-ua-platform',
      'sec-fetch-site',
      'sec-fetch-mode',
      'sec-fetch-user',
      'sec-fetch-dest',
    )
    expect(facts(plain, { secure: false }).inconsistencies).toEqual([])
  })
})

describe('a spoofed browser contradicts itself', () => {
  const rows: readonly (readonly [string, HeaderInput, readonly string[]])[] = [
    [
      'curl',
      ['Host', 'h', 'User-Agent', UA, 'Accept', '*/*', 'Content-Length', '7'],
      ['missing_accept_encoding', 'missing_accept_language', 'missing_origin', 'foreign_connection'],
    ],
    [
      'undici',
      [
        'host',
        'h',
        'connection',
        'keep-alive',
        'user-agent',
        UA,
        'accept',
        '*/*',
        'accept-language',
        '*',
        'sec-fetch-mode',
        'cors',
        'accept-encoding',
        'gzip, deflate',
      ],
      ['foreign_fetch_metadata', 'missing_origin', 'foreign_accept_language', 'header_order', 'header_case'],
    ],
    [
      'axios',
      ['Accept', 'application/json', 'User-Agent', UA, 'Accept-Encoding', 'gzip, compress, deflate, br', 'Host', 'h'],
      ['missing_accept_language', 'missing_origin', 'foreign_accept_encoding', 'header_order', 'foreign_connection'],
    ],
    [
      'a driver with another user agent',
      without('sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform'),
      ['missing_client_hints'],
    ],
    ['hints of another version', replaced({ 'sec-ch-ua': '"Chromium";v="147"' }), ['hints_version_mismatch']],
    ['hints of another system', replaced({ 'sec-ch-ua-platform': '"Linux"' }), ['hints_platform_mismatch']],
    ['the flag of a phone on a desktop', replaced({ 'sec-ch-ua-mobile': '?1' }), ['hints_mobile_mismatch']],
    ['Firefox with client hints', replaced({ 'user-agent': FIREFOX }), ['foreign_client_hints', 'header_order']],
    ['hand-made hints', replaced({ 'sec-ch-ua': 'Chromium 156' }), ['malformed_client_hints']],
    [
      'every header of a browser in the order of a library',
      [...FORM].sort(([a], [b]) => Number(b === 'Accept-Encoding') - Number(a === 'Accept-Encoding')),
      ['header_order'],
    ],
    ['two user agents', [...FORM, ['user-agent', 'x'] as const], ['duplicate_user_agent', 'header_case']],
  ]
  it.each(rows)('%s', (_who, headers, expected) => expect(facts(headers).inconsistencies).toEqual(expected))

  it('but absences are judged on complete headers only, and order only where it is trusted', () => {
    expect(facts({ 'User-Agent': UA }).inconsistencies).toEqual([])
    expect(facts(without('sec-ch-ua'), { headerOrderTrusted: false }).inconsistencies).toEqual(['missing_client_hints'])
    expect(facts([...FORM].reverse(), { headerOrderTrusted: false }).inconsistencies).toEqual([])
  })
  it('a page on the machine itself counts as secure, where no proxy can have written its host', () => {
    const local = replaced({ host: '127.0.0.1:3000' }).filter(([name]) => !/^sec-/i.test(name))
    expect(facts(local).inconsistencies).toEqual(['missing_client_hints', 'missing_fetch_metadata'])
    expect(facts(local, { headerOrderTrusted: false }).inconsistencies).toEqual([])
  })
  it('a proxy that nobody told us of makes no forgers: it closes connections, browsers keep them', () => {
    const proxied = replaced({ connection: 'close', host: 'localhost:3000' })
      .filter(([name]) => !/^sec-/i.test(name))
      .reverse()
    expect(facts(proxied).inconsistencies).toEqual([])
  })
  it('Safari posts without an origin are no posts of Safari', () => {
    const safari =
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15'
    const headers = [
      'Host',
      'h',
      'Accept',
      '*/*',
      'Accept-Language',
      'en',
      'Accept-Encoding',
      'gzip',
      'User-Agent',
      safari,
      'Connection',
      'keep-alive',
    ]
    expect(facts(headers).inconsistencies).toEqual(['missing_origin'])
    expect(facts([...headers, 'Origin', 'https://h']).inconsistencies).toEqual([])
  })
  it('order and case are not judged on HTTP/2', () => {
    const http2 = [
      [':method', 'POST'],
      ...[...FORM].reverse().map(([name, value]) => [name.toLowerCase(), value]),
    ] as unknown as HeaderInput
    expect(facts(http2).inconsistencies).toEqual([])
  })
})

describe('programs', () => {
  it('no user agent at all is a program, when the headers are complete', () => {
    expect(facts(['Host', 'h'])).toMatchObject({
      uaPresent: false,
      httpLibrary: { name: 'none' },
      platform: 'bot',
      crawler: null,
    })
    expect(facts({ host: 'h' })).toMatchObject({ uaPresent: false, httpLibrary: null })
  })
  it('a headless browser under another name is betrayed by its brands', () => {
    expect(facts(replaced({ 'sec-ch-ua': '"HeadlessChrome";v="156", "Chromium";v="156"' })).automation).toEqual({
      tool: 'headless-chrome',
      shell: false,
    })
  })
  it('Lynx is a browser until it is told to print a page and leave', () => {
    const lynx = [
      'Host',
      'h',
      'Accept',
      'text/html',
      'Accept-Language',
      'en',
      'User-Agent',
      'Lynx/2.9.0 libwww-FM/2.14',
    ]
    expect(facts(lynx).httpLibrary).toEqual({ name: 'lynx' })
    expect(facts([...lynx, 'Accept-Encoding', 'gzip, compress, bzip2']).httpLibrary).toBeNull()
  })
  it('a library that names itself is no crawler', () => {
    expect(facts(['User-Agent', 'curl/8.5.0'])).toMatchObject({ httpLibrary: { name: 'curl' }, crawler: null })
  })
})

describe('circumstances', () => {
  it('facts of one visit are added to the shared ones', () => {
    const ad = facts(FORM, { path: '/?gclid=x', host: 'porn.example' })
    expect(ad).toMatchObject({ clickIds: ['gclid'], adultKeyword: 'porn' })
    expect(facts(FORM).clickIds).toEqual([])
  })
  it('Opera Mini, proxies of Google and page views of apps are recognised', () => {
    expect(
      facts({ 'user-agent': 'Opera/9.80 (J2ME/MIDP; Opera Mini/9; U; en) Presto/2.5.25 Version/10.54' }),
    ).toMatchObject({ operaMini: true, legacy: { engine: 'presto' } })
    expect(facts({ 'user-agent': UA, 'x-operamini-phone-ua': 'Nokia' }).operaMini).toBe(true)
    expect(facts({ 'user-agent': UA, via: '1.1 Chrome-Compression-Proxy' }).googleProxy).toEqual({
      name: 'chrome-compression-proxy',
    })
    expect(facts({ 'user-agent': UA, 'x-requested-with': 'com.example.app' }).webView).toEqual({
      package: 'com.example.app',
    })
    expect(facts({ 'user-agent': UA, 'x-requested-with': 'XMLHttpRequest' }).webView).toBeNull()
  })
  it('old browsers and dead engines are named', () => {
    expect(facts({ 'user-agent': UA.replace('156', '100') }).oldBrowser).toMatchObject({ major: 100 })
    expect(
      facts({ 'user-agent': 'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko' }),
    ).toMatchObject({ legacy: { engine: 'trident' }, oldOs: { name: 'windows' } })
  })
})

it('nothing that a client sends makes it throw', () => {
  const text = fc.string({ maxLength: 120, unit: 'binary' })
  const name = fc.constantFrom(
    'user-agent',
    'sec-ch-ua',
    'sec-ch-ua-platform',
    'accept-language',
    'accept',
    'referer',
    'host',
    'via',
    'te',
    '__proto__',
  )
  fc.assert(fc.property(fc.array(fc.tuple(name, text), { maxLength: 12 }), (pairs) => Object.isFrozen(facts(pairs))))
})
