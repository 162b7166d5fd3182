/**
 * From findings and score to a recommendation: lists, then rules by priority (limits among them), then thresholds. First
 * match wins. It also keeps the house's promises: a denial rests on what this attempt, its rate or the operator says,
 * never on history, however much of it there is; velocity on an address of many good users denies nobody without
 * evidence of the attempt itself; trust only where the vocabulary allows it.
 */
import type { Finding } from '../detectors/finding.js'
import type { ListHit } from '../facts/lists.js'
import { riskOf, type Score } from '../score/score.js'
import {
  type ActionName,
  actionDefinition,
  type Challenge,
  type PublicName,
  type RecommendationType,
} from '../vocabulary/index.js'

/** Scores at which the recommendation changes, 0–100. */
export interface Thresholds {
  /** At or above: challenge. Default 50. */
  readonly challenge: number
  /** At or above: deny. Default 90. */
  readonly deny: number
  /** At or below, and the profile trusted: trust. Default 10. */
  readonly trust: number
}

/** Entities that a limit can count. */
export type LimitEntity = 'ip' | 'network' | 'device' | 'profile' | 'target'

export interface LimitRule {
  readonly entity: LimitEntity
  /** Events of this action count; absent = of every action that the rule applies to. */
  readonly action?: string
  /** How many are admitted in any window of `windowMs`, 1 to 60,000. */
  readonly count: number
  /** 1,000 (1 s) to 2,592,000,000 (30 days). */
  readonly windowMs: number
}

/** A rule fires when everything that it names holds. */
export interface PolicyRule {
  readonly name: string
  /** Higher first; equal ones in the order given. Default 0. */
  readonly priority?: number
  readonly actions?: readonly string[]
  /** Fires when any of these was raised. */
  readonly anyOf?: readonly PublicName[]
  /** Fires when all of these were raised. */
  readonly allOf?: readonly PublicName[]
  /** Fires at or above this risk score. */
  readonly scoreAtLeast?: number
  readonly limit?: LimitRule
  readonly recommend: RecommendationType
  readonly challenges?: readonly Challenge[]
}

export interface PolicyOptions {
  /** Default `default`. */
  readonly name?: string
  readonly thresholds?: Partial<Thresholds>
  readonly actions?: Readonly<Record<string, Partial<Thresholds>>>
  readonly rules?: readonly PolicyRule[]
  /** Shown on every assessment. Default '1'. */
  readonly version?: string
}

export interface Decision {
  readonly type: RecommendationType
  readonly challenges: readonly Challenge[]
  /** What decided: `list:deny`, a rule's name, `score`, `trusted`, `default`. */
  readonly rule: string
}

export interface PolicyInput {
  readonly action: ActionName
  readonly findings: readonly Finding[]
  readonly score: Score
  readonly listHits: readonly ListHit[]
  /** Limits that this event overshoots, by rule name. */
  readonly exceeded: ReadonlySet<string>
  /** People who proved themselves from this address in 24 h. */
  readonly goodUsersOnAddress: number
}

export interface Policy {
  readonly name: string
  readonly version: string
  readonly rules: readonly PolicyRule[]
  decide(input: PolicyInput): Decision
}

export const DEFAULT_THRESHOLDS: Thresholds = { challenge: 50, deny: 90, trust: 10 }
/** An address with at least this many good users is shared: velocity alone denies nobody there. */
export const SHARED_ADDRESS_USERS = 10

export function createPolicy(options: PolicyOptions = {}): Policy {
  const own = new Map(Object.keys(options.actions ?? {}).map((action) => [action, thresholdsOf(options, action)]))
  const common: Thresholds = { ...DEFAULT_THRESHOLDS, ...options.thresholds }
  const rules = [...(options.rules ?? [])].sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0))
  return {
    name: options.name ?? 'default',
    version: options.version ?? '1',
    rules,
    decide(input) {
      const listed = decideByLists(input)
      if (listed !== undefined) return listed
      for (const rule of rules) {
        if (applies(rule, input)) return withChallenges(rule.recommend, input.action, rule.name, rule.challenges)
      }
      return decideByScore(input, own.get(input.action) ?? common)
    },
  }
}

export function thresholdsOf({ thresholds, actions }: PolicyOptions, action: ActionName): Thresholds {
  return { ...DEFAULT_THRESHOLDS, ...thresholds, ...actions?.[action] }
}

function decideByLists({ listHits, action, findings }: PolicyInput): Decision | undefined {
  if (listHits.length === 0) return undefined
  const has = (list: ListHit['list']) => listHits.some((hit) => hit.list === list)
  if (has('deny')) return withChallenges('deny', action, 'list:deny')
  if (has('challenge')) return withChallenges('challenge', action, 'list:challenge')
  // A listed friend whose request is a proven forgery or replay is judged like anybody else.
  if (has('allow') && !findings.some(isProvenForgery)) return withChallenges('allow', action, 'list:allow')
  return undefined
}

const FORGERIES: ReadonlySet<PublicName> = new Set([
  'MCPS-3000',
  'MCPS-1400',
  'DEVICE_COOKIE_REUSED',
  'invalid_device_data',
])

function isProvenForgery(finding: Finding): boolean {
  return finding.detector.basis === 'attempt' && finding.names.some((name) => FORGERIES.has(name))
}

function applies(rule: PolicyRule, { action, findings, score, exceeded }: PolicyInput): boolean {
  if (rule.actions !== undefined && !rule.actions.includes(action)) return false
  const raised = (name: PublicName) => findings.some((finding) => finding.names.includes(name))
  if (rule.anyOf !== undefined && !rule.anyOf.some(raised)) return false
  if (rule.allOf !== undefined && !rule.allOf.every(raised)) return false
  if (rule.scoreAtLeast !== undefined && score.risk < rule.scoreAtLeast) return false
  return rule.limit === undefined || exceeded.has(rule.name)
}

function decideByScore(input: PolicyInput, thresholds: Thresholds): Decision {
  const { action, score, findings } = input
  if (score.risk >= thresholds.deny && mayDeny(input, thresholds)) return withChallenges('deny', action, 'score')
  if (score.risk >= thresholds.challenge) return withChallenges('challenge', action, 'score')
  const trusted =
    score.risk <= thresholds.trust &&
    actionDefinition(action).mayTrust &&
    findings.some((finding) => finding.names.includes('PROFILE_TRUSTED'))
  return trusted ? withChallenges('trust', action, 'trusted') : withChallenges('allow', action, 'default')
}

/**
 * A denial needs accusers that would ask for a challenge by themselves: history of the person, and what is merely known
 * around them, may only add to that. Else one odd header would deny whoever is on a new phone abroad.
 */
function mayDeny({ action, score, goodUsersOnAddress }: PolicyInput, { challenge }: Thresholds): boolean {
  const isShared = goodUsersOnAddress >= SHARED_ADDRESS_USERS
  return (
    riskOf(action, score, ({ detector: { basis } }) => {
      return basis === 'attempt' || basis === 'operator' || (basis === 'velocity' && !isShared)
    }) >= challenge
  )
}

function withChallenges(
  type: RecommendationType,
  action: ActionName,
  rule: string,
  asked?: readonly Challenge[],
): Decision {
  if (type !== 'challenge') return { type, challenges: [], rule }
  const challenges = asked ?? actionDefinition(action).challenges
  // An action without challenges (logout) is let through.
  return challenges.length === 0 ? { type: 'allow', challenges: [], rule } : { type, challenges, rule }
}
