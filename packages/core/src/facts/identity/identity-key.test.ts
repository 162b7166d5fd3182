import { createHmac } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createIdentityKeys, type IdentityPart } from './identity-key.js'

const identityKey = Buffer.alloc(32, 7)
const keys = createIdentityKeys({ identityKey, namespace: 'shop' })

describe('keyOf', () => {
  it('is 20 characters of base64url, whatever the identity', () => {
    for (const part of [
      'alice',
      '',
      'x'.repeat(1e6),
      '{a}:*?[]',
      'a\u0000b',
      'a\r\nb',
      '__proto__',
      'constructor',
      '\ud800',
      '🙂',
      0,
      -1,
      Number.NaN,
      10n ** 30n,
    ]) {
      expect(keys.keyOf('user', part)).toMatch(/^[\w-]{20}$/)
    }
  })

  it("is stable across processes: changing it loses everybody's history", () => {
    expect(keys.keyOf('user', 'alice')).toBe('19wU7lqMcQtI78P1c-rM')
    const frame = (text: string) => Buffer.concat([Buffer.of(0, 0, 0, 0, text.length), Buffer.from(text)])
    const tuple = Buffer.concat([Buffer.of(1), frame('shop'), frame('user'), frame('alice')])
    expect(keys.keyOf('user', 'alice')).toBe(
      createHmac('sha256', identityKey).update(tuple).digest().subarray(0, 15).toString('base64url'),
    )
  })

  it.each<[readonly IdentityPart[], readonly IdentityPart[]]>([
    [
      ['a:b', 'c'],
      ['a', 'b:c'],
    ],
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [['a', ''], ['a']],
    [
      ['', 'a'],
      ['a', ''],
    ],
    [['1'], [1]],
    [[1], [1n]],
    [['1s1:a'], [1, 'a']],
    [['\ud800'], ['\ud801']],
    [['\ud800'], ['\ufffd']],
    [['é'], ['e\u0301']],
    [['a'], ['a\u0000']],
    [['x'.repeat(600)], ['x'.repeat(601)]],
    [['x'.repeat(512)], ['x'.repeat(513)]],
    [[`${'x'.repeat(1e6)}\ud800`], [`${'x'.repeat(1e6)}\ud801`]],
  ])('tells apart two tuples that look alike (%#)', (one, other) => {
    expect(keys.keyOf('user', ...one)).not.toBe(keys.keyOf('user', ...other))
  })

  it('tells kinds, namespaces and secrets apart, and a kind from a part', () => {
    const all = [
      keys.keyOf('user', 'alice'),
      keys.keyOf('ip', 'alice'),
      keys.keyOf('useralice'),
      keys.keyOf('user'),
      createIdentityKeys({ identityKey, namespace: 'shop2' }).keyOf('user', 'alice'),
      createIdentityKeys({ identityKey, namespace: 'shopuser' }).keyOf('alice'),
      createIdentityKeys({ identityKey: Buffer.alloc(32, 8), namespace: 'shop' }).keyOf('user', 'alice'),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  it('gives one key per tuple and no two tuples one key, remembered or not', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'ab:s1;n'), maxLength: 6 }),
      fc.integer(),
      fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }),
    )
    const tuple = fc.array(part, { maxLength: 4 })
    const tiny = createIdentityKeys({ identityKey, namespace: 'shop', cacheSize: 1 })
    const same = (a: readonly IdentityPart[], b: readonly IdentityPart[]) =>
      a.length === b.length && a.every((each, i) => each === b[i] || (each === 0 && b[i] === 0))
    fc.assert(
      fc.property(tuple, tuple, (one, other) => {
        expect(keys.keyOf('t', ...one) === keys.keyOf('t', ...other)).toBe(same(one, other))
        expect(tiny.keyOf('t', ...one)).toBe(keys.keyOf('t', ...one))
        expect(tiny.keyOf('t', ...one)).toBe(keys.keyOf('t', ...one))
      }),
      { numRuns: 1000 },
    )
  })

  it('never throws for parts of the wrong type', () => {
    const throwing = {
      toString() {
        throw new Error('no')
      },
    }
    for (const part of [Symbol('a'), throwing, {}, [], null, undefined, true, () => 1, 2n ** 5000n]) {
      expect(keys.keyOf('user', part as never)).toMatch(/^[\w-]{20}$/)
      expect(keys.keyOf(part as never, 'alice')).toMatch(/^[\w-]{20}$/)
    }
    expect(keys.keyOf('user', null as never)).not.toBe(keys.keyOf('user', 'null'))
    expect(keys.keyOf('user', Symbol('a') as never)).not.toBe(keys.keyOf('user', 'symbol'))
  })

  it('does not notice a secret that is overwritten after construction', () => {
    const secret = Buffer.alloc(32, 7)
    const own = createIdentityKeys({ identityKey: secret, namespace: 'shop' })
    secret.fill(0)
    expect(own.keyOf('user', 'alice')).toBe(keys.keyOf('user', 'alice'))
  })
})

describe('createIdentityKeys', () => {
  it.each([[Buffer.alloc(15)], ['a string of enough length'], [undefined], [null]])('refuses the key %p', (weak) => {
    expect(() => createIdentityKeys({ identityKey: weak as never, namespace: 'shop' })).toThrow(
      expect.objectContaining({ code: 'RG_SECRET_WEAK' }),
    )
  })

  it('does not show the key in its error', () => {
    expect(() => createIdentityKeys({ identityKey: 'hunter2' as never, namespace: 'shop' })).toThrow(/^(?!.*hunter2)/)
  })

  it.each([[''], ['a{b}'], ['a:b'], ['*'], ['a\n'], ['x'.repeat(65)], [1], [undefined]])(
    'refuses the namespace %p',
    (namespace) => {
      expect(() => createIdentityKeys({ identityKey, namespace: namespace as never })).toThrow(
        expect.objectContaining({ code: 'RG_OPTION_INVALID' }),
      )
    },
  )

  it.each([[0], [-1], [1.5], [Number.NaN], [Number.POSITIVE_INFINITY], ['10']])(
    'refuses the cache size %p',
    (cacheSize) => {
      expect(() => createIdentityKeys({ identityKey, namespace: 'shop', cacheSize: cacheSize as never })).toThrow(
        expect.objectContaining({ code: 'RG_OPTION_INVALID' }),
      )
    },
  )
})
