import type { Score } from '../score/score.js'
import type { Reason } from '../vocabulary/index.js'
import type { Decision } from './policy.js'

/**
 * What the whole assessment comes to, said only where the score is far from doubtful. Not a detector: it looks at what all
 * of them found, and adds no evidence of its own.
 */
export interface Conclusion {
  readonly name: string
  /** One sentence: when it is drawn. */
  readonly summary: string
  /** The honest person whom it may concern, and why that is all right. */
  readonly honest: string
  readonly raises: { readonly reasons: readonly [Reason] }
  readonly holds: (score: Score, decision: Pick<Decision, 'type' | 'rule'>) => boolean
}

/** On the development stream 36,000 good logins and no attack lie below it; `docs/detection.md` has the figures. */
const LEGIT_AT_MOST = 3
/** Above it no good login of the development stream, from 0.1 % below the threshold of denial on. */
const FRAUD_AT_LEAST = 95

export const conclusions = [
  {
    name: 'conclusion_legit',
    summary: 'The action is trusted, and its risk score is 3 at most.',
    honest: 'Nobody is harmed: it is said of regulars on their own devices and networks.',
    raises: { reasons: ['ACTION_IS_LEGIT'] },
    holds: ({ risk }, { type }) => type === 'trust' && risk <= LEGIT_AT_MOST,
  },
  {
    name: 'conclusion_suspected_fraud',
    summary: 'The action is denied by its score, which is 95 or more.',
    honest: 'Hardly anybody: history alone never denies, and on a shared address neither does velocity alone.',
    raises: { reasons: ['ACTION_IS_SUSPECTED_FRAUD'] },
    holds: ({ risk }, { type, rule }) => type === 'deny' && rule === 'score' && risk >= FRAUD_AT_LEAST,
  },
] as const satisfies readonly Conclusion[]

/** Null in the ordinary case: neither holds. */
export function conclude(score: Score, decision: Pick<Decision, 'type' | 'rule'>): Reason | null {
  for (const { holds, raises } of conclusions) if (holds(score, decision)) return raises.reasons[0]
  return null
}
