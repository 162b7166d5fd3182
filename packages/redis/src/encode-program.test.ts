import { describe, expect, it } from '@jest/globals'
import type { Operation, Program, Touch } from '@riskguard/core/store'
import { encodeCall, encodeTouch } from './encode-program.js'

const HEAD_CHARS = 13 // renewal, length of the TTL, TTL
const touchOf = (operations: readonly Operation[], values: Touch['arguments'], ttlSeconds = 60): Touch => {
  const program: Program = { ttlSeconds, protectAt: 0, operations }
  return { kind: 'i', key: 'k'.repeat(20), program, arguments: values }
}
const text = (argument: number): Operation => ({ kind: 'text', slot: 200, mode: 'set', argument })
const distinct = (argument: number): Operation => ({ kind: 'distinct', slot: 3, cap: 64, maxAgeMs: 1e20, argument })

describe('a program', () => {
  it('is 7-bit whatever the touch brings, so that a string is sent as it is', () => {
    const hostile = ['é', '\u{1f600}', 'ü'.repeat(6), '\ud800', '{}*?[]', '\r\n\0', 'x'.repeat(9000), '']
    for (const value of hostile) {
      const encoded = encodeTouch(touchOf([distinct(0), text(0)], [value]))
      expect(Buffer.byteLength(encoded)).toBe(encoded.length)
      expect([...encoded].every((char) => char.charCodeAt(0) < 128)).toBe(true)
    }
  })
  it('gives a member six characters, however many came', () => {
    const lengths = ['AAAAAA', 'A', '', 'A'.repeat(900)].map(
      (value) => encodeTouch(touchOf([distinct(0)], [value])).length,
    )
    expect(new Set(lengths).size).toBe(1)
  })
  it('leaves out what has no argument, and a text that no record could hold', () => {
    expect(encodeTouch(touchOf([distinct(0), text(1)], [null]))).toHaveLength(HEAD_CHARS)
    expect(encodeTouch(touchOf([text(0)], ['x'.repeat(8193)]))).toHaveLength(HEAD_CHARS)
  })
  it('holds the time to live between a second and 400 days, and whole', () => {
    const ttl = (seconds: number) =>
      encodeTouch(touchOf([], [], seconds))
        .slice(5)
        .trim()
    expect([0, -5, 1.9, 60, 1e12].map(ttl)).toEqual(['1', '1', '1', '60', '34560000'])
  })
})

describe('the time of a call', () => {
  it('is the server’s own where none is given that is one', () => {
    for (const atMs of [null, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(encodeCall({ atMs, clock: 'event' })).toBe('')
      expect(encodeCall({ atMs, clock: 'store', guard: 'first' })).toBe('G')
    }
  })
  it('is whole milliseconds within what a date can say', () => {
    const at = (atMs: number) => encodeCall({ atMs, clock: 'event' })
    expect([1.9, -1, 1e18, 1e300].map(at)).toEqual(['E1', 'E0', 'E8640000000000000', 'E8640000000000000'])
    expect(encodeCall({ atMs: 5, clock: 'store' })).toBe('5')
  })
})
