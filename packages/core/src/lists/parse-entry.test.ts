import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isRiskError } from '../errors.js'
import { listSubjects } from '../facts/lists.js'
import type { ListEntry } from './list-entry.js'
import { parseEntry } from './parse-entry.js'

const parse = (subject: ListEntry['subject'], value: string | number, more: Partial<ListEntry> = {}) =>
  parseEntry({ list: 'deny', subject, value, ...more }, 'lists[0]')

describe('parseEntry', () => {
  it.each([
    ['ip', '203.0.113.9', '203.0.113.9'],
    ['ip', ' ::ffff:203.0.113.9 ', '203.0.113.9'],
    ['ip', '2001:DB8:0:0:1::7', '2001:db8::/64'],
    ['cidr', '203.0.113.0/24', '203.0.113.0/24'],
    ['cidr', '2001:db8::7', '2001:db8::7/128'],
    ['asn', 64_496, '64496'],
    ['asn', 'as64496', '64496'],
    ['country', 'de', 'DE'],
    ['device', 'abc', 'abc'],
    ['user', 42, '42'],
    ['user', 'Alice', 'Alice'],
    ['email', 'A.lice+x@Googlemail.com', 'alice@gmail.com'],
    ['email_domain', '@Mail.Example', 'mail.example'],
    ['email_domain', 'müller.example', 'xn--mller-kva.example'],
  ] as const)('reads %s %p as %p', (subject, value, expected) => {
    expect(parse(subject, value).value).toBe(expected)
  })

  it('keeps a user also as the login name that people type', () => {
    expect(parse('user', 'Alice')).toMatchObject({ value: 'Alice', loginName: 'alice' })
    expect(parse('device', 'Alice').loginName).toBeNull()
  })

  it.each([
    ['ip', '10.0.0.0/8'],
    ['ip', '010.0.0.1'],
    ['ip', 7],
    ['asn', 0],
    ['asn', 4_294_967_296],
    ['asn', -1],
    ['asn', 'Example Ltd'],
    ['country', 'DEU'],
    ['country', 49],
    ['user', ''],
    ['user', 'undefined'],
    ['device', 'x'.repeat(1025)],
    ['email', 'alice'],
    ['email_domain', 'a b'],
    ['email_domain', '10.0.0.1'],
  ] as const)('refuses %s %p', (subject, value) => {
    expect(() => parse(subject, value)).toThrow(
      expect.objectContaining({ code: 'RG_OPTION_INVALID', message: expect.stringContaining('lists[0].value') }),
    )
  })

  it('refuses a bad network by its own code', () => {
    expect(() => parse('cidr', '10.0.0.1/8')).toThrow(
      expect.objectContaining({ code: 'RG_CIDR_INVALID', message: expect.stringContaining('lists[0]') }),
    )
  })

  it.each([
    [undefined, null],
    [null, null],
    [1_900_000_000_000, 1_900_000_000_000],
    ['2030-03-17T17:46:40Z', 1_900_000_000_000],
    ['2030-03-17T18:46:40+01:00', 1_900_000_000_000],
    ['2030-01-31', Date.UTC(2030, 0, 31)],
  ])('reads the end %p as %p', (given, expected) => {
    expect(parse('asn', 1, { expires_at: given }).expiresAtMs).toBe(expected)
  })

  it.each([
    [1_900_000_000, 'RG_UNIT'],
    [0, 'RG_OPTION_INVALID'],
    [-1, 'RG_OPTION_INVALID'],
    [Number.NaN, 'RG_OPTION_INVALID'],
    [1e18, 'RG_OPTION_INVALID'],
    ['2030-03-17T17:46:40', 'RG_OPTION_INVALID'],
    ['soon', 'RG_OPTION_INVALID'],
  ])('refuses the end %p with %s', (given, code) => {
    expect(() => parse('asn', 1, { expires_at: given })).toThrow(expect.objectContaining({ code }))
  })

  it('takes any value, or refuses it with a code of ours', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...listSubjects),
        fc.oneof(fc.string({ unit: 'binary' }), fc.double()),
        (subject, value) => {
          try {
            parse(subject, value)
          } catch (error) {
            expect(isRiskError(error)).toBe(true)
          }
        },
      ),
    )
  })
})
