import { describe, expect, it } from '@jest/globals'
import { unusualAbove } from './baseline.js'

const prior = { mean: 2, variance: 4, floor: 5 }

describe('what is unusual for an entity', () => {
  it('is what the prior says as long as nothing is known', () => {
    expect(unusualAbove({ finished: 0, mean: 0, variance: 0 }, prior)).toBe(2 + 4 * 2)
  })

  it('is never below the floor', () => {
    expect(unusualAbove({ finished: 1000, mean: 1, variance: 0 }, { ...prior, variance: 0 })).toBe(5)
  })

  it('grows with what the entity is used to', () => {
    const busy = unusualAbove({ finished: 1000, mean: 100, variance: 400 }, prior)
    expect(busy).toBeCloseTo((16 * 100 + 4 * 2) / 20 + 4 * Math.sqrt((16 * 400 + 4 * 4) / 20), 10)
  })
})
