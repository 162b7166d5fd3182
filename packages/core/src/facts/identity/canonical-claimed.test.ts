import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalClaimed, createClaimedReader } from './canonical-claimed.js'

const throwing = {
  toString() {
    throw new Error('no')
  },
}

describe('canonicalClaimed', () => {
  it.each([
    [' Alice ', 'name', 'alice'],
    ['ＡＬＩＣＥ', 'name', 'alice'],
    ['J.Ohn+x@GoogleMail.com', 'email', 'john@gmail.com'],
    ['john＠gmail.com', 'email', 'john@gmail.com'],
    ['@alice', 'name', '@alice'],
    ['+1 (555) 123-4567', 'phone', '+15551234567'],
    ['5551234567', 'name', '5551234567'],
    ['12-34-56', 'name', '12-34-56'],
    [42, 'name', '42'],
    [-0, 'name', '0'],
    [42n, 'name', '42'],
    ['__proto__', 'name', '__proto__'],
    ['null', 'name', 'null'],
    ['{a}:*?[', 'name', '{a}:*?['],
    ['a\u0000b\r\nc', 'name', 'a\u0000b\r\nc'],
  ])('reads %p as the %s %p', (value, kind, text) => {
    expect(canonicalClaimed(value)).toMatchObject({ kind, text, lookAlike: false })
  })

  it.each([
    undefined,
    null,
    '',
    '   ',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    {},
    [],
    ['alice'],
    throwing,
    Symbol('alice'),
    () => 'alice',
    new String('alice'),
    2n ** 300n,
  ])('refuses %p', (value) => {
    expect(canonicalClaimed(value)).toBeNull()
  })

  it('tells names of a megabyte apart without normalising them', () => {
    const megabyte = 'é'.repeat(500_000)
    const one = canonicalClaimed(`${megabyte}\ud800`)
    expect(one).toMatchObject({ kind: 'long', text: expect.stringMatching(/^[\w-]{43}$/) })
    expect(canonicalClaimed(`${megabyte}\ud801`)?.text).not.toBe(one?.text)
    expect(canonicalClaimed(`${megabyte}\ud800`)).toEqual(one)
  })

  it('flags look-alikes and keeps them apart', () => {
    expect(canonicalClaimed('\u0430lice')).toMatchObject({ text: '\u0430lice', lookAlike: true })
    expect(canonicalClaimed('алиса')?.lookAlike).toBe(false)
  })

  it('never throws, and gives the same for its own answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.emailAddress()), (value) => {
        const once = canonicalClaimed(value)
        if (once !== null && once.kind !== 'long') expect(canonicalClaimed(once.text)).toEqual(once)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('createClaimedReader', () => {
  it('counts what was given and refused, but not what was absent', () => {
    const reader = createClaimedReader()
    for (const value of ['alice', undefined, null, {}, Symbol('x'), '', 5]) reader.read(value)
    expect(reader.refused()).toBe(3)
  })
})
