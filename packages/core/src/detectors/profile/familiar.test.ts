import { describe, expect, it } from '@jest/globals'
import { habitShare, isFamiliar, isKnown, novelty, settledness } from './familiar.js'

const DAY = 86_400_000
const entry = (successes: number, days: number, onProbation = false) => ({
  firstMs: 0,
  lastMs: days * DAY,
  successes,
  days: Math.max(1, days),
  onProbation,
})

describe('what is familiar', () => {
  it('takes three successes, or two a week apart', () => {
    expect(isFamiliar(entry(3, 0))).toBe(true)
    expect(isFamiliar(entry(2, 7))).toBe(true)
    expect(isFamiliar(entry(2, 6))).toBe(false)
    expect(isFamiliar(null)).toBe(false)
  })

  it('takes a week and two more successes for what nobody proved', () => {
    expect(isFamiliar(entry(3, 7, true))).toBe(true)
    expect(isFamiliar(entry(30, 6, true))).toBe(false)
    expect(isFamiliar(entry(2, 30, true))).toBe(false)
  })
})

describe('what is known', () => {
  it('is a single success, unless it is on probation', () => {
    expect(isKnown(entry(1, 0))).toBe(true)
    expect(isKnown(entry(1, 0, true))).toBe(false)
    expect(isKnown(entry(3, 7, true))).toBe(true)
    expect(isKnown(undefined)).toBe(false)
  })

  it('loses its novelty at once when proven, step by step on probation', () => {
    expect(novelty(null)).toBe(1)
    expect(novelty(entry(1, 0))).toBe(0)
    expect(novelty(entry(1, 0, true))).toBe(0.55)
    expect(novelty(entry(5, 0, true))).toBe(0.55)
    expect(novelty(entry(2, 1, true))).toBe(0.3)
    expect(novelty(entry(3, 7, true))).toBe(0)
  })
})

describe('a habit', () => {
  it('is the share of successes, drawn towards none while they are few', () => {
    expect(habitShare(entry(3, 5), 3)).toBe(0.75)
    expect(habitShare(entry(9, 5), 19)).toBe(0.45)
    expect(habitShare(null, 19)).toBe(0)
  })
  it('forms on probation too, slowly', () => {
    expect(habitShare(entry(2, 0, true), 8)).toBeCloseTo((2 * 0.45) / 9, 10)
  })
})

describe('how settled a profile is', () => {
  it('grows with its successes, up to 1', () => {
    expect(settledness(1)).toBeCloseTo(0.8, 10)
    expect(settledness(3)).toBe(1)
    expect(settledness(100)).toBe(1)
    expect(settledness(1, 8)).toBeCloseTo(0.7375, 10)
  })
})
