import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type ForwardedSyntax,
  forwardedHops,
  forwardedSyntax,
  MAX_FORWARDED_CHARS,
  MAX_FORWARDED_HOPS,
} from './forwarded.js'

const hops = (value: string, syntax: ForwardedSyntax) =>
  [...forwardedHops(value, syntax)].map((hop) => hop?.text ?? null)

describe('forwardedSyntax', () => {
  it.each([
    ['forwarded', 'rfc7239'],
    ['x-forwarded-for', 'list'],
    ['x-original-forwarded-for', 'list'],
    ['x-real-ip', 'single'],
    ['cf-connecting-ip', 'single'],
    ['true-client-ip', 'single'],
    ['x-anything', 'single'],
  ])('%s is written as %s', (name, syntax) => {
    expect(forwardedSyntax(name)).toBe(syntax)
  })
})

describe('forwardedHops of X-Forwarded-For', () => {
  it.each<[string, (string | null)[]]>([
    ['203.0.113.9', ['203.0.113.9']],
    ['203.0.113.9, 10.0.0.1', ['10.0.0.1', '203.0.113.9']],
    ['203.0.113.9,10.0.0.1', ['10.0.0.1', '203.0.113.9']],
    ['\t203.0.113.9 ,  10.0.0.1 ', ['10.0.0.1', '203.0.113.9']],
    ['203.0.113.9:4711', ['203.0.113.9']],
    ['[2001:db8::1]:4711', ['2001:db8::1']],
    ['[2001:DB8:0::1]', ['2001:db8::1']],
    ['2001:db8::1', ['2001:db8::1']],
    ['fe80::1%eth0', ['fe80::1']],
    ['[fe80::1%eth0]:80', ['fe80::1']],
    ['::ffff:203.0.113.9', ['203.0.113.9']],
    ['unknown', [null]],
    ['_hidden, 203.0.113.9', ['203.0.113.9', null]],
    ['203.0.113.9,,10.0.0.1', ['10.0.0.1', null, '203.0.113.9']],
    ['203.0.113.9, ', [null, '203.0.113.9']],
    ['203.0.113.9:', [null]],
    ['203.0.113.9:99999999', [null]],
    ['[203.0.113.9]', [null]],
    ['[2001:db8::1', [null]],
    ['[2001:db8::1]x', [null]],
    ['"203.0.113.9"', [null]],
    ['0x7f.1', [null]],
    ['localhost', [null]],
    ['', []],
  ])('reads %p from the right as %p', (value, expected) => {
    expect(hops(value, 'list')).toEqual(expected)
  })
})

describe('forwardedHops of Forwarded (RFC 7239)', () => {
  it.each<[string, (string | null)[]]>([
    ['for=192.0.2.60;proto=http;by=203.0.113.43', ['192.0.2.60']],
    ['for=192.0.2.43, for=198.51.100.17', ['198.51.100.17', '192.0.2.43']],
    ['For="[2001:db8:cafe::17]:4711"', ['2001:db8:cafe::17']],
    ['for="[2001:db8:cafe::17]"', ['2001:db8:cafe::17']],
    ['for="192.0.2.43:47011"', ['192.0.2.43']],
    ['for="192.0.2.43:_port"', ['192.0.2.43']],
    ['for="1\\92.0.2.43"', ['192.0.2.43']],
    ['proto=https ; for=192.0.2.60', ['192.0.2.60']],
    ['for=unknown', [null]],
    ['for="_gazonk"', [null]],
    ['for=_SEVKISEK, for=192.0.2.60', ['192.0.2.60', null]],
    ['proto=https', [null]],
    ['for=192.0.2.1;for=192.0.2.2', [null]],
    ['for=192.0.2.1;ext="a,b;for=6.6.6.6"', ['192.0.2.1']],
    ['for=192.0.2.1;ext="a\\"b,c"', ['192.0.2.1']],
    ['for=192.0.2.1;ext="a\\\\"', ['192.0.2.1']],
    ['192.0.2.1', [null]],
    ['for=', [null]],
    ['for', [null]],
    ['=', [null]],
    ['"', [null]],
  ])('reads %p from the right as %p', (value, expected) => {
    expect(hops(value, 'rfc7239')).toEqual(expected)
  })

  it.each(['for="', 'for="x, ', '"', 'for="\\', 'ext="a', '"""', 'for=6.6.6.6;x="'])(
    "understands what the proxy appended behind a client's %p",
    (junk) => {
      expect(hops(`${junk}, for=192.0.2.60`, 'rfc7239')[0]).toBe('192.0.2.60')
      expect(hops(`${junk}, for="[2001:db8::1]:80"`, 'rfc7239')[0]).toBe('2001:db8::1')
    },
  )
})

describe('forwardedHops of a single-address header', () => {
  it('reads only the last when it came several times', () => {
    expect(hops('203.0.113.9', 'single')).toEqual(['203.0.113.9'])
    expect(hops('6.6.6.6, 203.0.113.9', 'single')).toEqual(['203.0.113.9'])
    expect(hops('6.6.6.6, ', 'single')).toEqual([null])
  })
})

describe('forwardedHops of hostile input', () => {
  it('reads the last 8 KB and no half element', () => {
    const all = hops(`${'6.6.6.6'.padStart(64_000, '6')}, 203.0.113.9`, 'list')
    expect(all).toEqual(['203.0.113.9'])
    const exact = hops(`x${'1'.repeat(MAX_FORWARDED_CHARS - 13)}, 203.0.113.9`, 'list')
    expect(exact).toEqual(['203.0.113.9'])
    expect(hops(`x${'1'.repeat(MAX_FORWARDED_CHARS - 14)}, 203.0.113.9`, 'list')).toEqual(['203.0.113.9', null])
    expect(hops(`6${'6.6.6.6'.padStart(MAX_FORWARDED_CHARS, ' ')}`, 'list')).toEqual([])
  })

  it('reads 64 hops at most', () => {
    expect(hops(Array(500).fill('10.0.0.1').join(','), 'list')).toHaveLength(MAX_FORWARDED_HOPS)
    expect(hops(','.repeat(8000), 'list')).toHaveLength(MAX_FORWARDED_HOPS)
  })

  it('never throws, yields addresses or null, and finds what was appended last', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'for=";,\\[]:_.%0f '), maxLength: 200 }),
    )
    fc.assert(
      fc.property(
        junk,
        fc.constantFrom<ForwardedSyntax>('rfc7239', 'list', 'single'),
        fc.ipV4(),
        (before, syntax, address) => {
          expect(hops(before, syntax).length).toBeLessThanOrEqual(MAX_FORWARDED_HOPS)
          const appended = syntax === 'rfc7239' ? `for=${address};proto="https"` : address
          expect(hops(`${before}, ${appended}`, syntax)[0]).toBe(address)
        },
      ),
    )
  })
})
