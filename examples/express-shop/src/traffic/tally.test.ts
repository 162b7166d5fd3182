import { describe, expect, test } from '@jest/globals'
import type { RecommendationType } from '@riskguard/core'
import { createPaint } from './paint.js'
import { families } from './run-traffic.js'
import type { Family } from './stage.js'
import { createTally, type FamilyTally, findFaults, stoppedShare } from './tally.js'

const family = (side: Family['side']): Family => ({ name: side, side, about: '', scenes: () => [] })

function tallied(side: Family['side'], counts: Partial<Record<RecommendationType, number>>): FamilyTally {
  const [tally] = createTally([family(side)]).values()
  return { ...(tally as FamilyTally), counts: { trust: 0, allow: 0, challenge: 0, deny: 0, ...counts }, played: 1 }
}

describe('the demo judges itself', () => {
  test.each([
    ['good people who pass, some with a code', tallied('good', { trust: 9, allow: 3, challenge: 2 }), 0],
    ['a good person denied', tallied('good', { trust: 99, deny: 1 }), 1],
    ['an attack seen in part', tallied('attack', { allow: 30, challenge: 1 }), 0],
    ['an attack that nobody saw', tallied('attack', { trust: 1, allow: 30 }), 1],
    ['a family without a decision', tallied('good', {}), 1],
  ])('%s', (_, tally, faults) => {
    expect(findFaults([tally])).toHaveLength(faults)
  })

  test('stopped are the challenged and the denied', () => {
    expect(stoppedShare(tallied('attack', { trust: 1, allow: 4, challenge: 3, deny: 2 }))).toBe(0.5)
    expect(stoppedShare(tallied('attack', {}))).toBe(0)
  })

  test('no two families have one name', () => {
    expect(new Set(families.map(({ name }) => name)).size).toBe(families.length)
  })
})

test('colour is for terminals that want it', () => {
  expect(createPaint({ isTTY: true }, {}).recommendation('deny', 'deny')).toBe('\u001b[31mdeny\u001b[0m')
  expect(createPaint({ isTTY: true }, { NO_COLOR: '' }).dim('x')).not.toBe('x')
  expect(createPaint({ isTTY: true }, { NO_COLOR: '1' }).recommendation('deny', 'deny')).toBe('deny')
  expect(createPaint({}, {}).bold('x')).toBe('x')
})
