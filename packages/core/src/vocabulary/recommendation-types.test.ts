import { describe, expect, it } from '@jest/globals'
import { parseRecommendationType, recommendationTypeNames, stricterRecommendation } from './recommendation-types.js'

describe('recommendation types', () => {
  it('are written in lower case, mildest first', () => {
    expect(recommendationTypeNames).toEqual(['trust', 'allow', 'challenge', 'deny'])
  })

  it.each([
    ['deny', 'deny'],
    ['DENY', 'deny'],
    [' Challenge\n', 'challenge'],
    ['Allow', 'allow'],
    ['tRuSt', 'trust'],
  ])('are read in any letter case: %j is %s', (input, expected) => {
    expect(parseRecommendationType(input)).toBe(expected)
  })

  it.each([['block'], [''], ['denyy'], [0], [1], [null], [undefined], [{}], [['deny']]])(
    'are not guessed from %j',
    (input) => {
      expect(parseRecommendationType(input)).toBeUndefined()
    },
  )

  it('know which of two is the stricter', () => {
    expect(stricterRecommendation('trust', 'allow')).toBe('allow')
    expect(stricterRecommendation('deny', 'challenge')).toBe('deny')
    expect(stricterRecommendation('allow', 'allow')).toBe('allow')
  })
})
