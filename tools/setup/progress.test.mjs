import { expect, test } from '@jest/globals'
import { toDuration } from './progress.mjs'

test.each([
  [0, '0.0 s'],
  [12_340, '12.3 s'],
  [59_940, '59.9 s'],
  [60_000, '1 min 00 s'],
  [125_400, '2 min 05 s'],
])('%i ms reads as %s', (ms, text) => {
  expect(toDuration(ms)).toBe(text)
})
