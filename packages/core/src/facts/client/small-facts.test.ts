import { describe, expect, it } from '@jest/globals'
import { findAdultKeyword } from './adult-keywords.js'
import { findClickIds } from './click-ids.js'
import { toHeaderFingerprint } from './header-fingerprint.js'
import { parseLanguages } from './language.js'

describe('findAdultKeyword', () => {
  it.each(['https://www.porn.example/x', 'xxx.example', 'https://example.com/free-sex-cams', 'SEX.example'])(
    'finds one in %s',
    (text) => {
      expect(findAdultKeyword(text)).not.toBeNull()
    },
  )
  it.each([
    'essex.gov.uk',
    'https://scunthorpe.example',
    'sextant.example',
    'middlesex',
    'https://example.com/analytics',
    '',
    undefined,
    null,
  ])('finds none in %s', (text) => {
    expect(findAdultKeyword(text)).toBeNull()
  })
})

describe('findClickIds', () => {
  it.each([
    ['/?gclid=Cj0K', ['gclid']],
    ['/landing?utm_source=x&wbraid=1&fbclid=IwAR', ['wbraid', 'fbclid']],
  ])('%s carries %j', (url, ids) => expect(findClickIds(url)).toEqual(ids))
  it.each(['/gclid=1', '/?notgclid=1', '/?gclid=', '/?x=gclid', '', null])('%s carries none', (url) =>
    expect(findClickIds(url)).toEqual([]),
  )
})

describe('parseLanguages', () => {
  it('orders by preference', () => expect(parseLanguages('en;q=0.8, de-CH, fr;q=0.9')).toEqual(['de-ch', 'fr', 'en']))
  it.each(['*', '', ';;;', '12', 'x'.repeat(9)])('takes nothing from %s', (header) =>
    expect(parseLanguages(header)).toEqual([]),
  )
  it('takes nothing where nothing was sent', () => expect(parseLanguages(undefined)).toEqual([]))
})

describe('toHeaderFingerprint', () => {
  const chrome = ['Host', 'Connection', 'sec-ch-ua', 'User-Agent', 'Accept']
  it('stays the same when only the purpose of the request differs', () => {
    expect(toHeaderFingerprint([...chrome, 'Cookie', 'Referer'], 'chromium')).toBe(
      toHeaderFingerprint(chrome, 'chromium'),
    )
  })
  it('differs by order, case and family', () => {
    const one = toHeaderFingerprint(chrome, 'chromium')
    expect(toHeaderFingerprint([...chrome].reverse(), 'chromium')).not.toBe(one)
    expect(
      toHeaderFingerprint(
        chrome.map((name) => name.toLowerCase()),
        'chromium',
      ),
    ).not.toBe(one)
    expect(toHeaderFingerprint(chrome, 'firefox')).not.toBe(one)
  })
  it('is null where the order is unknown', () => expect(toHeaderFingerprint([], 'chromium')).toBeNull())
})
