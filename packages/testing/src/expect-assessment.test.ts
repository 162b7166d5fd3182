import { afterAll, expect, test } from '@jest/globals'
import { createRiskEngine } from '@riskguard/core'
import { describeAssessment, differences, expectAssessment, expectRecommendation } from './expect-assessment.js'

const engine = createRiskEngine({ secret: 'a secret of the tests, Kq7vW2xN9rT4bZ1m' })
afterAll(() => engine.close())

const curl = () => engine.assess({ action: 'login', headers: [['User-Agent', 'curl/8.14.1']] })

test('an assessment as expected has no differences', async () => {
  const assessment = await curl()
  const expected = {
    recommendation: ['challenge', 'deny'],
    raised: ['http_client_library'],
    notRaised: ['web_crawler'],
    scoreAtLeast: 50,
    scoreAtMost: 100,
    rule: 'score',
    challenges: ['second_factor'],
  } as const
  expect(differences(assessment, expected)).toEqual([])
  expectAssessment(assessment, expected)
  expectRecommendation(assessment, 'challenge')
})

test('each difference is named, with what the assessment rests on', async () => {
  const assessment = await curl()
  const expected = {
    recommendation: 'allow',
    raised: ['IP_TRUSTED'],
    notRaised: ['http_client_library'],
    scoreAtMost: 1,
    rule: 'default',
    challenges: ['sms_verification'],
  } as const
  expect(differences(assessment, expected)).toHaveLength(6)
  expect(differences(assessment, { scoreAtLeast: 100 })).toHaveLength(1)
  expect(() => expectAssessment(assessment, expected)).toThrow(
    /recommends challenge, expected allow; IP_TRUSTED was not raised/,
  )
  expect(() => expectRecommendation(assessment, 'deny')).toThrow(describeAssessment(assessment))
  expect(describeAssessment(assessment)).toMatch(/http_client_library.*bot \+\d/)
})
