import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalUserId } from './canonical-user-id.js'

class DatabaseId {
  constructor(private readonly hex: string) {}

  toString(): string {
    return this.hex
  }
}

const throwing = {
  get toString(): () => string {
    throw new Error('no')
  },
}

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('canonicalUserId', () => {
  it.each([
    ['u_1', 'u_1'],
    ['AbC', 'AbC'],
    [' x', ' x'],
    ['__proto__', '__proto__'],
    ['a\u0000{b}', 'a\u0000{b}'],
    [42, '42'],
    [0, '0'],
    [9007199254740993n, '9007199254740993'],
    [new DatabaseId('507f1f77'), '507f1f77'],
  ])('reads %p as %p', (value, id) => {
    expect(canonicalUserId(value)).toBe(id)
  })

  it('keeps ids apart that differ in case', () => {
    expect(canonicalUserId('abc')).not.toBe(canonicalUserId('ABC'))
  })

  it.each([
    [undefined],
    [null],
    [''],
    ['undefined'],
    ['null'],
    ['[object Object]'],
    ['NaN'],
    [Number.NaN],
    [Number.NEGATIVE_INFINITY],
    [true],
    [{}],
    [Object.create(null)],
    [[]],
    [['a']],
    [Symbol('a')],
    [() => 'a'],
    [{ toString: () => 5 }],
    [{ toString: 'text' }],
    [2n ** 300n],
  ])('refuses %p', (value) => {
    expect(canonicalUserId(value)).toBeNull()
  })

  it('survives a throwing getter, a revoked proxy and anything else', () => {
    expect(canonicalUserId(throwing)).toBeNull()
    expect(canonicalUserId(revoked())).toBeNull()
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) =>
        ['string', 'object'].includes(typeof canonicalUserId(value)),
      ),
    )
  })
})
