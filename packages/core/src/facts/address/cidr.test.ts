import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isRiskError } from '../../errors.js'
import { createCidrSet, maskBytes, parseCidr, parseCidrLine } from './cidr.js'
import { type ParsedIp, parseIp, toIpText } from './parse-ip.js'

const ip = (text: string): ParsedIp => {
  const parsed = parseIp(text)
  if (parsed === null) throw new Error(`${text} is meant to be valid`)
  return parsed
}

describe('parseCidr', () => {
  it.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['203.0.113.9', '203.0.113.9/32'],
    ['203.0.113.9/32', '203.0.113.9/32'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['::/0', '::/0'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['::ffff:10.1.2.3', '10.1.2.3/32'],
  ])('reads %s as %s', (text, canonical) => {
    expect(parseCidr(text).text).toBe(canonical)
  })

  it.each([
    '10.0.0.0/33',
    '10.0.0.1/8',
    '10.0.0.0/',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '10.0.0.0/8.0',
    '10.0.0.0/ 8',
    '10.0.0.0/8/8',
    '10.0.0.0/1e1',
    '10.0.0.0/255.0.0.0',
    '10.0/8',
    '010.0.0.0/8',
    '2001:db8::/129',
    '2001:db8::1/64',
    '::ffff:10.0.0.0/33',
    '::ffff:0.0.0.0/90',
    'fe80::1%eth0',
    'fe80::%eth0/64',
    '/8',
    '',
    'private',
    '1'.repeat(1e5),
    8,
    null,
    undefined,
    {},
  ])('refuses %p with RG_CIDR_INVALID', (text) => {
    expect(() => parseCidr(text as string)).toThrow(expect.objectContaining({ code: 'RG_CIDR_INVALID' }))
    expect(parseCidrLine(text as string)).toBeNull()
  })

  it('says what was given, what is wrong and what was probably meant', () => {
    expect(() => parseCidr('10.0.0.0/33')).toThrow(/"10\.0\.0\.0\/33".*0 to 32/)
    expect(() => parseCidr('10.1.2.3/8')).toThrow(/did you mean 10\.0\.0\.0\/8/)
  })
})

describe('createCidrSet', () => {
  const set = createCidrSet([
    '10.0.0.0/8',
    '10.1.0.0/16',
    '192.168.0.0/24',
    '192.168.1.0/24',
    '255.255.255.255',
    '2001:db8::/32',
    '2001:db9::/32',
    'fe80::/10',
  ])

  it.each([
    ['10.0.0.0', true],
    ['10.255.255.255', true],
    ['9.255.255.255', false],
    ['11.0.0.0', false],
    ['192.168.1.255', true],
    ['192.168.2.0', false],
    ['192.167.255.255', false],
    ['255.255.255.255', true],
    ['255.255.255.254', false],
    ['2001:db8::', true],
    ['2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', true],
    ['2001:db9::1', true],
    ['2001:db7:ffff::', false],
    ['2001:dba::', false],
    ['febf:ffff::', true],
    ['fec0::', false],
    ['::a00:1', false],
    ['::ffff:10.0.0.1', true],
  ])('%s is inside: %p', (text, inside) => {
    expect(set.has(ip(text))).toBe(inside)
  })

  it('merges overlapping and adjacent networks', () => {
    expect(set.size).toBe(5)
    expect(createCidrSet(['0.0.0.0/1', '128.0.0.0/1']).size).toBe(1)
    expect(createCidrSet(['::/1', '8000::/1', 'ffff::/16']).size).toBe(1)
  })

  it('holds nothing when empty, everything with /0, and keeps the versions apart', () => {
    expect(createCidrSet([]).has(ip('1.2.3.4'))).toBe(false)
    expect(createCidrSet(['0.0.0.0/0']).has(ip('255.255.255.255'))).toBe(true)
    expect(createCidrSet(['0.0.0.0/0']).has(ip('::1'))).toBe(false)
    expect(createCidrSet(['::/0']).has(ip('1.2.3.4'))).toBe(false)
  })

  it('throws a coded error for a bad line', () => {
    let caught: unknown
    try {
      createCidrSet(['10.0.0.0/8', 'nonsense'])
    } catch (error) {
      caught = error
    }
    expect(isRiskError(caught)).toBe(true)
  })

  it('agrees with comparing every network bit by bit', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length, max: 3 })
    const network = fc
      .oneof(fc.tuple(bytes(4), fc.nat(32)), fc.tuple(bytes(16), fc.nat(128)))
      .map(([address, prefix]) => ({ bytes: maskBytes(address, prefix), prefix }))
    fc.assert(
      fc.property(
        fc.array(network, { maxLength: 12 }),
        fc.array(fc.oneof(bytes(4), bytes(16)), { minLength: 1, maxLength: 20 }),
        (networks, probes) => {
          const built = createCidrSet(networks.map((each) => `${toIpText(each.bytes)}/${each.prefix}`))
          for (const probe of probes) {
            const expected = networks.some(
              (each) =>
                each.bytes.length === probe.length && Buffer.from(maskBytes(probe, each.prefix)).equals(each.bytes),
            )
            expect(built.has(ip(toIpText(probe)))).toBe(expected)
          }
        },
      ),
    )
  })
})
