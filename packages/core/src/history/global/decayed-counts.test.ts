import { describe, expect, it } from '@jest/globals'
import { createDecayedCounts } from './decayed-counts.js'

const counts = (cap = 100) => {
  const made = createDecayedCounts({ halfLifeMinutes: 10, cap })
  made.advance(0)
  return made
}

describe('decayed counts', () => {
  it('halve with event time, and total with them', () => {
    const made = counts()
    made.add('a', 8)
    made.add('b', 8)
    made.advance(10)
    expect(made.of('a')).toBe(4)
    expect(made.total()).toBe(8)
    made.add('a', 1)
    expect(made.of('a')).toBe(5)
  })
  it('never go back in time', () => {
    const made = counts()
    made.add('a', 8)
    made.advance(10)
    made.advance(3)
    expect(made.of('a')).toBe(4)
  })
  it('keep their values over any span, and forget what is nearly nothing', () => {
    const made = counts()
    made.add('a', 2 ** 40)
    made.add('b', 1)
    made.advance(350)
    expect(made.of('a')).toBeCloseTo(32, 6)
    expect(made.of('b')).toBe(0)
    expect(made.distinct()).toBe(1)
  })
  it('hold no more names than allowed, the most frequent ones', () => {
    const made = counts(16)
    for (let i = 0; i < 100; i++) made.add(`once-${i}`, 1)
    made.add('often', 50)
    for (let i = 0; i < 100; i++) made.add(`again-${i}`, 1)
    expect(made.distinct()).toBeLessThanOrEqual(16)
    expect(made.of('often')).toBe(50)
    expect(made.total()).toBe(250)
  })
})
