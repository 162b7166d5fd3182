import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalPhone } from './canonical-phone.js'

describe('canonicalPhone', () => {
  it.each([
    ['+1 (555) 123-4567', '+15551234567'],
    ['+15551234567', '+15551234567'],
    ['0049 30 1234567', '+49301234567'],
    ['+49 (0)30 1234567', '+49301234567'],
    ['tel:+49-30-1234567', '+49301234567'],
    ['＋４９ ３０ １２３４５６７', '+49301234567'],
    ['(555) 123-4567', '5551234567'],
    ['030 1234567', '0301234567'],
  ])('reads %p as %p', (text, number) => {
    expect(canonicalPhone(text)).toBe(number)
  })

  it('does not guess a country: a national number is another number', () => {
    expect(canonicalPhone('030 1234567')).not.toBe(canonicalPhone('+49 30 1234567'))
  })

  it.each([
    '',
    '+',
    '1234',
    '+1234567890123456',
    '+0123456789',
    '555-CALL',
    '+1+5551234567',
    '555 1234567 ext 3',
    '+49\u000030123456',
    'x'.repeat(1e6),
    '1'.repeat(65),
    5551234567,
    null,
    undefined,
    {},
    Symbol('1'),
  ])('refuses %p', (value) => {
    expect(canonicalPhone(value)).toBeNull()
  })

  it('is idempotent and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: fc.constantFrom(...'+0123456789 ()-.') }), fc.string({ unit: 'binary' })),
        (text) => {
          const once = canonicalPhone(text)
          if (once !== null) expect(canonicalPhone(once)).toBe(once)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
