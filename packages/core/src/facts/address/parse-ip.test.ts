import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseIp, toIpText } from './parse-ip.js'

const V6_SPELLINGS = [
  ['2001:DB8::1', '2001:db8::1'],
  ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['0:0:0:0:0:0:0:0', '::'],
  ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8'],
  ['fe80::1%eth0', 'fe80::1'],
  ['FEBF::1%1', 'febf::1'],
]

describe('parseIp', () => {
  it.each(V6_SPELLINGS)('gives %s its one canonical spelling, %s', (text, canonical) => {
    expect(parseIp(text)).toMatchObject({ text: canonical, version: 6 })
  })

  it.each(['::ffff:203.0.113.9', '::FFFF:cb00:7109', '0:0:0:0:0:ffff:203.0.113.9', '203.0.113.9'])(
    'takes %s for the IPv4 address',
    (text) => {
      expect(parseIp(text)).toEqual({ text: '203.0.113.9', version: 4, bytes: Uint8Array.of(203, 0, 113, 9) })
    },
  )

  it.each([
    ['64:ff9b::203.0.113.9', '64:ff9b::cb00:7109'],
    ['2002:cb00:7109::1', '2002:cb00:7109::1'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['::203.0.113.9', '::cb00:7109'],
    ['::ffff:0:203.0.113.9', '::ffff:0:cb00:7109'],
  ])('keeps the transition form %s as IPv6, spelled %s', (text, canonical) => {
    expect(parseIp(text)).toMatchObject({ text: canonical, version: 6 })
    expect(parseIp(canonical)).toEqual(parseIp(text))
  })

  it.each([
    '',
    ' ',
    '0177.0.0.1',
    '0x7f.0.0.1',
    '2130706433',
    '127.1',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    '1.2.3.4 ',
    ' 1.2.3.4',
    '1.2.3.4\n',
    '１２７.0.0.1',
    '1。2。3。4',
    '1.2.3.4:80',
    '[::1]',
    '[::1]:80',
    '1.2.3.4/32',
    ':::',
    '1::2::3',
    '12345::',
    'g::1',
    '::1%eth0',
    '2001:db8::1%25',
    '1.2.3.4%eth0',
    '::ffff:1.2.3.4%1',
    'localhost',
    'unknown',
    '-1.0.0.0',
    '+1.0.0.0',
    '1e1.0.0.0',
    '\u0000',
    '1.2.3.4\u0000',
    '1'.repeat(70_000),
    `fe80::1%${'x'.repeat(70_000)}`,
  ])('refuses %p', (text) => {
    expect(parseIp(text)).toBeNull()
  })

  it('refuses what is not text', () => {
    for (const value of [undefined, null, 1, {}, ['1.2.3.4']]) expect(parseIp(value as never)).toBeNull()
  })

  it('agrees with the URL standard on every IPv6 address, and reads its own spelling as the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toIpText)), (text) => {
        const parsed = parseIp(text)
        const viaUrl = new URL(`http://[${text}]/`).hostname.slice(1, -1)
        if (parsed?.version === 6) expect(parsed.text).toBe(viaUrl)
        else expect(viaUrl).toMatch(/^::ffff:/)
        expect(parseIp(parsed?.text ?? '')).toEqual(parsed)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.%f[]/') })),
        (text) => {
          const parsed = parseIp(text)
          expect(parsed === null || parsed.text.length <= 39).toBe(true)
        },
      ),
    )
  })
})
