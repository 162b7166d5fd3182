import type { Assessment } from '@riskguard/core'

/** What a page shows of the last action's assessment. A real shop shows none of it: reasons are for its own people. */
export interface LastDecision {
  readonly action: string
  readonly type: Assessment['recommendation']['type']
  readonly challenges: readonly string[]
  readonly score: number
  readonly scores: Assessment['scores']
  readonly rule: string
  /** Reasons, signals and anomaly codes. */
  readonly names: readonly string[]
  readonly evidence: readonly { readonly detector: string; readonly points: number; readonly data: string }[]
  readonly degraded: string | null
}

export function toLastDecision(assessment: Assessment): LastDecision {
  const { recommendation, context, policy } = assessment
  return {
    action: context.action_type,
    type: recommendation.type,
    challenges: recommendation.challenges,
    score: assessment.risk_score,
    scores: assessment.scores,
    rule: policy.rule,
    names: namesOf(assessment),
    evidence: assessment.evidence.map(({ detector, weight, data }) => ({
      detector,
      points: strongest(Object.values(weight)),
      data: Object.entries(data)
        .map(([key, value]) => `${key} ${String(value)}`)
        .join(', '),
    })),
    degraded: assessment.degraded?.reason ?? null,
  }
}

export function namesOf(assessment: Assessment): readonly string[] {
  return [...assessment.reasons, ...assessment.signals, ...assessment.anomaly_codes]
}

function strongest(shares: readonly number[]): number {
  return shares.reduce((most, share) => (Math.abs(share) > Math.abs(most) ? share : most), 0)
}
