import { describe, expect, it } from '@jest/globals'
import { median, quantile } from './statistics.js'

describe('statistics of slices', () => {
  it('take the middle, and the mean of two middles', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
  })

  it('leave out what was not measured', () => {
    expect(median([null, 5, Number.NaN])).toBe(5)
    expect(median([null])).toBeNull()
    expect(median([])).toBeNull()
  })

  it('lie between neighbours in proportion', () => {
    expect(quantile([0, 10, 20, 30, 40, 50], 0.2)).toBe(10)
    expect(quantile([0, 10], 0.25)).toBe(2.5)
  })
})
