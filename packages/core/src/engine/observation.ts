/** From a sealed action and its outcome to what it says about everybody. */
import { CLOSENESS, type Closeness } from '../detectors/closeness.js'
import type { Observation } from '../history/global/everyone.js'
import { MEMBER_CHARS } from '../store/index.js'
import type { ActionToken } from './action-token.js'
import { lessonOf, type Outcome } from './outcome.js'

/** Nobody has succeeded under the name before. */
const NEW_PEOPLE: ReadonlySet<Closeness> = new Set(['newcomer', 'unknown_name'])

/**
 * Null for what says nothing: actions that were only inferred or ended unfinished, and attempts that were denied (their
 * source is known, and must not colour everybody else). A success that had to be challenged is no measure of what is normal.
 */
export function toObservation(token: ActionToken, outcome: Outcome): Observation | null {
  if (token.actionSource === 'inferred' || token.recommended === 'deny' || outcome.result === 'incomplete') return null
  const result = outcome.challenge?.result === 'failed' ? 'failure' : outcome.result
  const lesson = result === 'success' ? lessonOf(token, outcome) : 'none'
  if (result === 'success' && lesson !== 'full' && lesson !== 'half') return null
  const { members, traits, keys } = token
  const near = CLOSENESS[traits.closeness] ?? 'newcomer'
  return {
    result,
    atMs: outcome.at ?? token.atMs,
    traits: {
      action: token.action,
      closeness: near,
      carries: traits.carries,
      kind: traits.kind,
      asn: members.asn ?? null,
      browser: members.browser ?? null,
      shape: members.shape ?? null,
    },
    values: {
      ip: keys.ip?.slice(0, MEMBER_CHARS) ?? null,
      asn: members.asn ?? null,
      country: members.country ?? null,
      ua: members.ua ?? null,
      build: members.build ?? null,
      system: members.system ?? null,
      platform: traits.platform,
    },
    steps: traits.steps,
    isFirst: NEW_PEOPLE.has(near),
  }
}
