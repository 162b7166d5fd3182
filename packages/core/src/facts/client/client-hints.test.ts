import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseHeaders } from '../headers.js'
import { chromiumOf, parseBrands, toClientHints } from './client-hints.js'

const hints = (headers: Record<string, string>) => toClientHints(parseHeaders(headers))

describe('parseBrands', () => {
  it('reads brands and versions in the order sent', () => {
    expect(parseBrands('"Not:A-Brand";v="8", "Chromium";v="156"')).toEqual([
      { brand: 'Not:A-Brand', version: '8' },
      { brand: 'Chromium', version: '156' },
    ])
  })
  it('keeps separators and escapes inside quotes', () => {
    expect(parseBrands('"Not)A;Brand, \\"x\\"";v="24"')).toEqual([{ brand: 'Not)A;Brand, "x"', version: '24' }])
  })
  it.each([
    '',
    'Chromium',
    '"Chromium',
    '"Chromium";v',
    '"Chromium";v=131',
    '"a";v="1",',
    '"a" "b"',
    '"a";v="1"; ',
    ',',
  ])('refuses %s', (raw) => {
    expect(parseBrands(raw)).toBeNull()
  })
  it('never throws, and reads 64 KB of brackets as nothing', () => {
    expect(parseBrands('["'.repeat(32_768))).toBeNull()
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (raw) => parseBrands(raw) === null || Array.isArray(parseBrands(raw))),
    )
  })
})

describe('toClientHints', () => {
  it('is null where no hint was sent', () => expect(hints({ accept: '*/*' })).toBeNull())
  it('reads the three that Chromium always sends', () => {
    const read = hints({
      'sec-ch-ua': '"Chromium";v="131"',
      'sec-ch-ua-mobile': '?1',
      'sec-ch-ua-platform': '"Android"',
    })
    expect(read).toMatchObject({ mobile: true, platform: 'Android', model: null, malformed: false })
    expect(chromiumOf(read?.brands ?? null)).toBe(131)
  })
  it('takes empty strings as Chromium sends them on Linux', () => {
    expect(hints({ 'sec-ch-ua-platform-version': '""', 'sec-ch-ua-model': '""' })).toMatchObject({
      platformVersion: '',
      model: '',
      malformed: false,
    })
  })
  it.each([{ 'sec-ch-ua-mobile': 'true' }, { 'sec-ch-ua-platform': 'Windows' }, { 'sec-ch-ua': '' }])(
    'calls %j malformed',
    (headers) => {
      expect(hints(headers as unknown as Record<string, string>)?.malformed).toBe(true)
    },
  )
})
