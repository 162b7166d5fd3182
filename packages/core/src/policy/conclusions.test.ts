import { describe, expect, it } from '@jest/globals'
import type { Score } from '../score/score.js'
import { conclude } from './conclusions.js'

const scored = (risk: number): Score => ({
  risk,
  scores: { account_takeover: risk, account_abuse: risk, bot: risk },
  logOdds: { account_takeover: 0, account_abuse: 0, bot: 0 },
  contributions: [],
})

describe('what an assessment comes to', () => {
  it('is legit for what is trusted far below the threshold', () => {
    expect(conclude(scored(3), { type: 'trust', rule: 'trusted' })).toBe('ACTION_IS_LEGIT')
    expect(conclude(scored(3.1), { type: 'trust', rule: 'trusted' })).toBeNull()
    expect(conclude(scored(0.1), { type: 'allow', rule: 'default' })).toBeNull()
  })
  it('is suspected fraud for what its score denies, far above the threshold', () => {
    expect(conclude(scored(95), { type: 'deny', rule: 'score' })).toBe('ACTION_IS_SUSPECTED_FRAUD')
    expect(conclude(scored(94.9), { type: 'deny', rule: 'score' })).toBeNull()
  })
  it('is nothing where a list denied, or where the score may only challenge', () => {
    expect(conclude(scored(99), { type: 'deny', rule: 'list:deny' })).toBeNull()
    expect(conclude(scored(99), { type: 'challenge', rule: 'score' })).toBeNull()
  })
})
