import { type Challenge, challenges } from '../vocabulary/index.js'
import type { ActionToken } from './action-token.js'

/** How an action ended. */
export interface Outcome {
  readonly result: 'success' | 'failure' | 'incomplete'
  /** The account that it turned out to be. */
  readonly user_id?: string | number | bigint | null
  readonly challenge?: { readonly type: Challenge; readonly result: 'passed' | 'failed' | 'abandoned' } | null
  /** Event time of the outcome, ms. Default now. */
  readonly at?: number | null
}

export interface ReportOptions {
  /** Wait until a replica has it (Redis). Default false. */
  readonly durable?: boolean
  /** Set by adapters for what the response status says. Default `explicit`; an explicit report wins over an inferred one. */
  readonly source?: 'explicit' | 'inferred'
  /** Set by adapters: the generation that the response rotates the device's cookie to. */
  readonly deviceGeneration?: number | null
}

/** What became of a report. */
export type ReportReceipt =
  | 'learned'
  /** Reported before: counted once. */
  | 'duplicate'
  /** Noted, but there is nothing to learn from it (an incomplete action, a success after deny). */
  | 'noted'
  /** Queued; the store did not answer in time. It is sent when it can be. */
  | 'queued'
  /** The handle can't be opened: not ours, cut short, or sealed under a secret that is gone. */
  | 'unknown_action'

/** How much a success teaches. */
export type Lesson = 'full' | 'half' | 'probation' | 'none'

/**
 * A success after deny teaches nothing; after challenge it teaches what the passed challenge proves; where nobody applied
 * the challenge it teaches on probation, or a good customer's new phone would be challenged for ever. Under a challenge
 * token that was refused (presented before, of another device) a passed challenge is nobody's.
 */
export function lessonOf(
  { recommended, stepUp }: Pick<ActionToken, 'recommended' | 'stepUp'>,
  outcome: Outcome,
): Lesson {
  if (recommended === 'deny') return 'none'
  const challenge = outcome.challenge ?? null
  if (challenge !== null && challenge.result !== 'passed') return 'none'
  if (stepUp?.standing === 'refused') return 'probation'
  if (recommended !== 'challenge') return 'full'
  const proof =
    challenge !== null && Object.hasOwn(challenges, challenge.type) ? challenges[challenge.type].teaches : 'none'
  return proof === 'none' ? 'probation' : proof
}
