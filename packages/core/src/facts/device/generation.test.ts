import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  isReused,
  newestGeneration,
  nextGeneration,
  parseGenerationText,
  toGenerationText,
  withStoredGeneration,
} from './generation.js'

const generation = fc.integer({ min: 0, max: 65_535 })

describe('isReused', () => {
  it.each([
    ['nothing stored yet', 5, null, false],
    ['the newest', 5, 5, false],
    ['the one before, from another tab or after a lost response', 4, 5, false],
    ['older than the last two', 3, 5, true],
    ['much older', 0, 300, true],
    ['newer than stored: the store forgot', 9, 5, false],
    ['the newest after the turn', 0, 0, false],
    ['the one before the turn', 65_535, 0, false],
    ['two before the turn', 65_534, 0, true],
    ['newer, across the turn', 0, 65_535, false],
  ])('%s', (_, cookie, stored, expected) => {
    expect(isReused(cookie, stored)).toBe(expected)
  })

  it('accepts every generation and its next, and refuses the second next', () => {
    fc.assert(
      fc.property(generation, (start) => {
        const next = nextGeneration(start)
        return !isReused(start, start) && !isReused(start, next) && isReused(start, nextGeneration(next))
      }),
    )
  })
})

describe('a browser among copies', () => {
  it('stays good through lost responses, however many', () => {
    let stored = 0
    const browser = 7
    stored = browser
    for (let login = 0; login < 20; login++) {
      stored = newestGeneration(nextGeneration(browser), stored)
      expect(isReused(browser, stored)).toBe(false)
    }
  })

  it('stays good with several tabs that sign in at once', () => {
    let stored = 3
    let browser = 3
    for (let round = 0; round < 20; round++) {
      const seenByEachTab = [browser, browser, browser]
      for (const seen of seenByEachTab) {
        expect(isReused(seen, stored)).toBe(false)
        stored = newestGeneration(nextGeneration(seen), stored)
      }
      browser = nextGeneration(browser)
    }
  })

  it('is found out when a copy was used twice while the other rested', () => {
    const victim = 3
    let thief = 3
    let stored = 3
    for (let use = 0; use < 2; use++) {
      thief = nextGeneration(thief)
      stored = newestGeneration(thief, stored)
    }
    expect(isReused(thief, stored)).toBe(false)
    expect(isReused(victim, stored)).toBe(true)
  })
})

describe('newestGeneration', () => {
  it.each([
    [4, null, 4],
    [4, 3, 4],
    [3, 4, 4],
    [0, 65_535, 0],
    [65_535, 0, 0],
  ])('of %d and stored %p is %d', (one, stored, expected) => {
    expect(newestGeneration(one, stored)).toBe(expected)
  })
})

describe('the stored text', () => {
  it('survives a round trip', () => {
    fc.assert(fc.property(generation, (given) => parseGenerationText(toGenerationText(given)) === given))
  })

  it.each(['', '-1', '65536', '99999', '1e3', '01', ' 1', 'x', '1.5', null, undefined])(
    'is nothing when it is %p',
    (text) => {
      expect(parseGenerationText(text)).toBeNull()
    },
  )
})

describe('withStoredGeneration', () => {
  const known = { id: 'a', standing: 'known', generation: 3, renew: false } as const

  it('turns an old copy of a good cookie into a reused one, keeping its id', () => {
    expect(withStoredGeneration(known, 5)).toEqual({ ...known, standing: 'reused' })
    expect(withStoredGeneration(known, 4)).toBe(known)
    expect(withStoredGeneration(known, null)).toBe(known)
  })

  it('leaves a cookie alone that was none', () => {
    const invalid = { id: null, standing: 'invalid', generation: 0, renew: false } as const
    expect(withStoredGeneration(invalid, 5)).toBe(invalid)
  })
})
