/** Limit rules: one small record per rule and identity, counted in the assessment's own round trip. */

import type { IdentityKeys } from '../facts/identity/identity-key.js'
import { type EntityKind, LIMIT_CODE } from '../history/entity.js'
import type { LimitRule, PolicyRule } from '../policy/policy.js'
import { type Program, readCount, type Touch, type TouchReply } from '../store/index.js'

interface CompiledLimit {
  readonly rule: string
  readonly limit: LimitRule
  readonly widthsDs: readonly number[]
  readonly program: Program
}

const SLOT = 1

/** The limit rules that an action's events count towards. */
export function compileLimits(rules: readonly PolicyRule[], action: string): readonly CompiledLimit[] {
  return rules.flatMap((rule) => {
    const { limit } = rule
    if (limit === undefined) return []
    const counts = limit.action === undefined ? (rule.actions?.includes(action) ?? true) : limit.action === action
    if (!counts) return []
    const widthsDs = [Math.ceil(limit.windowMs / 600)]
    return [
      {
        rule: rule.name,
        limit,
        widthsDs,
        program: {
          // The ring's seven buckets, and one more so that a record outlives what it still counts.
          ttlSeconds: Math.ceil(((widthsDs[0] as number) * 8) / 10),
          protectAt: limit.count,
          operations: [{ kind: 'count', slot: SLOT, add: 1, widthsDs }],
        },
      },
    ]
  })
}

/** A limit's touch per entity that the event has, in the order of the limits; the others are left out of both lists. */
export function limitTouches(
  limits: readonly CompiledLimit[],
  entityKeys: Readonly<Partial<Record<EntityKind, string>>>,
  keys: IdentityKeys,
): { touches: Touch[]; limits: CompiledLimit[] } {
  const touches: Touch[] = []
  const touched: CompiledLimit[] = []
  for (const one of limits) {
    const entityKey = entityKeys[one.limit.entity] ?? standIn(one.limit, entityKeys)
    if (entityKey === undefined) continue
    const key = keys.keyOf('limit', one.rule, one.limit.entity, one.limit.action ?? '', one.limit.windowMs, entityKey)
    touches.push({ kind: LIMIT_CODE, key, program: one.program, arguments: [] })
    touched.push(one)
  }
  return { touches, limits: touched }
}

/** A name that no account has is counted like one that has: else whom a limit stops would tell which names exist. */
function standIn({ entity }: LimitRule, entityKeys: Readonly<Partial<Record<EntityKind, string>>>): string | undefined {
  return entity === 'profile' ? entityKeys.target : undefined
}

/**
 * Names of the rules whose limit this event overshoots. The whole of the oldest bucket counts, so never more than
 * `count` events are admitted in any window; the price is that the window is up to a sixth longer.
 * @param first where the limits' replies begin
 */
export function exceededLimits(
  limits: readonly CompiledLimit[],
  replies: readonly TouchReply[],
  first: number,
): ReadonlySet<string> {
  if (limits.length === 0) return NONE_EXCEEDED
  const exceeded = new Set<string>()
  limits.forEach((one, i) => {
    const reply = replies[first + i]
    if (reply?.state !== 'known') return
    const before = readCount(reply.record, SLOT, one.widthsDs, 0, reply.nowMs).upperBound
    if (before + 1 > one.limit.count) exceeded.add(one.rule)
  })
  return exceeded
}

const NONE_EXCEEDED: ReadonlySet<string> = new Set()
