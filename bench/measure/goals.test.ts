import { describe, expect, it } from '@jest/globals'
import { standingOf } from './goals.js'

const lower = { what: 'cost', unit: 'kI', better: 'lower', gate: 90, stretch: 60 } as const
const higher = { what: 'ratio', unit: '×', better: 'higher', gate: 1, stretch: 1.1 } as const

describe('how a figure stands to its goal', () => {
  it.each([
    [lower, 60, 'stretch met'],
    [lower, 60.1, 'met'],
    [lower, 90, 'met'],
    [lower, 90.1, 'missed'],
    [higher, 1.1, 'stretch met'],
    [higher, 1, 'met'],
    [higher, 0.99, 'missed'],
    [{ ...lower, stretch: null }, 1, 'met'],
    [lower, null, 'not measured'],
    [lower, Number.NaN, 'not measured'],
  ])('%o at %p is %s', (goal, measured, standing) => {
    expect(standingOf({ ...goal, measured })).toBe(standing)
  })
})
