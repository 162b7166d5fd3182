import type { Detector } from '../detectors/define-detector.js'
import { type Contribution, riskOf } from '../score/score.js'
import type { ActionName } from '../vocabulary/index.js'
import { type PolicyOptions, thresholdsOf } from './policy.js'

/** What is needed of an assessment, by its own names. */
export interface Denial {
  readonly context: { readonly action_type: ActionName; readonly claimed_user_id: string | null }
  readonly policy: { readonly rule: string }
  readonly evidence: readonly { readonly detector: string; readonly weight: Contribution['logOdds'] }[]
}

/**
 * Whether a denial would stand whoever had been named. One that history tips over the threshold tells a stranger, who has
 * proved nothing yet, that the name has a history: it may be spoken only after authentication. What lists and rules deny
 * is the operator's own word.
 */
export function createPersonBlind(options: {
  readonly detectors: readonly Detector[]
  readonly policy: PolicyOptions
}): (denial: Denial) => boolean {
  const detectors = new Map(options.detectors.map((detector) => [detector.name, detector]))
  return ({ context, policy, evidence }) => {
    if (policy.rule !== 'score' || context.claimed_user_id === null) return true
    const action = context.action_type
    const contributions = evidence.flatMap(({ detector: name, weight }): Contribution[] => {
      const detector = detectors.get(name)
      return detector === undefined
        ? []
        : [{ finding: { detector, names: [], strength: 1, data: {} }, logOdds: weight }]
    })
    const risk = riskOf(action, { contributions }, ({ detector: { basis } }) => {
      return basis === 'attempt' || basis === 'velocity' || basis === 'operator'
    })
    return risk >= thresholdsOf(options.policy, action).deny
  }
}
