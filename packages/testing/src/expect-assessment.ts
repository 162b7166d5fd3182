import type { Assessment } from '@riskguard/core'

/** What an assessment should be like; what isn't named isn't looked at. */
export interface ExpectedAssessment {
  /** One type, or several of which one must hold. */
  readonly recommendation?: Assessment['recommendation']['type'] | readonly Assessment['recommendation']['type'][]
  /** Each of these was raised: a reason, a signal or an anomaly code. */
  readonly raised?: readonly string[]
  /** None of these was raised. */
  readonly notRaised?: readonly string[]
  /** 0–100, inclusive. */
  readonly scoreAtLeast?: number
  /** 0–100, inclusive. */
  readonly scoreAtMost?: number
  /** The policy rule that decided. */
  readonly rule?: string
  /** Each of these challenges is offered. */
  readonly challenges?: readonly string[]
}

/** In words, each way in which the assessment isn't as expected; empty when it is. For matchers of any test runner. */
export function differences(assessment: Assessment, expected: ExpectedAssessment): readonly string[] {
  const found: string[] = []
  const see = (differs: boolean, text: string): void => {
    if (differs) found.push(text)
  }
  const { type, challenges } = assessment.recommendation
  const raised: ReadonlySet<string> = new Set([
    ...assessment.reasons,
    ...assessment.signals,
    ...assessment.anomaly_codes,
  ])
  if (expected.recommendation !== undefined) {
    const wanted = [expected.recommendation].flat()
    see(!wanted.includes(type), `recommends ${type}, expected ${wanted.join(' or ')}`)
  }
  for (const name of expected.raised ?? []) see(!raised.has(name), `${name} was not raised`)
  for (const name of expected.notRaised ?? []) see(raised.has(name), `${name} was raised`)
  const { risk_score: score } = assessment
  const { scoreAtLeast = 0, scoreAtMost = 100, rule } = expected
  see(score < scoreAtLeast, `scores ${score}, expected at least ${scoreAtLeast}`)
  see(score > scoreAtMost, `scores ${score}, expected at most ${scoreAtMost}`)
  see(
    rule !== undefined && assessment.policy.rule !== rule,
    `was decided by ${assessment.policy.rule}, expected ${rule}`,
  )
  for (const name of expected.challenges ?? [])
    see(!challenges.some((offered) => offered === name), `${name} is not offered`)
  return found
}

/** @throws Error that names each difference and what the assessment rests on */
export function expectAssessment(assessment: Assessment, expected: ExpectedAssessment): void {
  const found = differences(assessment, expected)
  if (found.length === 0) return
  throw new Error(`The assessment ${found.join('; ')}.\n${describeAssessment(assessment)}`)
}

/** @throws Error unless the recommendation is of this type, or one of these */
export function expectRecommendation(
  assessment: Assessment,
  recommendation: NonNullable<ExpectedAssessment['recommendation']>,
): void {
  expectAssessment(assessment, { recommendation })
}

/** An assessment in one line per finding, as a test's failure shows it. Holds no identifier. */
export function describeAssessment(assessment: Assessment): string {
  const { recommendation, risk_score, context, policy, evidence } = assessment
  const head = `${context.action_type}: ${recommendation.type} at ${risk_score}, decided by ${policy.rule}`
  const lines = evidence.map(({ detector, names, weight }) => {
    const shares = Object.entries(weight).filter(([, share]) => share !== 0)
    return `  ${detector} (${names.join(', ')}): ${shares.map(([name, share]) => `${name} ${share > 0 ? '+' : ''}${share.toFixed(2)}`).join(', ') || 'no weight'}`
  })
  return [head, ...lines].join('\n')
}
