/**
 * The touch plan of an action, compiled at construction: which entities' records to read, and which features to write,
 * because an enabled detector reads them. An event then only fills in keys, members and texts.
 */
import { type MemberName, memberOf } from '../facts/event.js'
import type { FeatureRef } from '../facts/need.js'
import type { Operation, Program, Touch } from '../store/index.js'
import { type EntityKind, entities, entryOf } from './entity.js'
import type { Feature, Learning, Moment, TextName } from './feature.js'

/** The fixed part for one entity at one moment. */
export interface EntityPlan {
  readonly entity: EntityKind
  /** The entity's character in store keys. */
  readonly kind: string
  readonly keyOf: (typeof entryOf)[EntityKind]
  readonly program: Program
  readonly takes: readonly NonNullable<Feature['takes']>[]
}

export type TouchPlan = readonly EntityPlan[]

/** What an event fills a plan with. An entity without a key isn't touched. */
export interface TouchValues {
  readonly keys: Readonly<Partial<Record<EntityKind, string | null>>>
  readonly members: Readonly<Partial<Record<MemberName, string | null>>>
  readonly texts?: Readonly<Partial<Record<TextName, string | null>>>
}

const NO_LEARNING: Learning = { addHalves: 2, standing: 'proven' }

/**
 * @param needed features that enabled detectors read
 * @param registry every feature there is, to resolve `needed`
 */
export function compilePlan(options: {
  readonly needed: Iterable<FeatureRef>
  readonly registry: readonly Feature[]
  readonly action: string
  readonly moment: Moment
  readonly learning?: Learning
}): TouchPlan {
  const names = new Set<string>()
  for (const feature of options.needed) names.add(feature.name)
  const chosen = options.registry.filter((feature) => names.has(feature.name))
  const kinds = new Set(chosen.map((feature) => feature.entity))
  const plan: EntityPlan[] = []
  for (const entity of kinds) {
    const written = chosen
      .filter((feature) => feature.entity === entity && feature.on === options.moment)
      .filter((feature) => feature.actions === undefined || feature.actions.includes(options.action))
      .sort((a, b) => a.slot - b.slot)
    // At the moment of the assessment an entity without writes is still read.
    if (written.length === 0 && options.moment !== 'assess') continue
    plan.push(entityPlan(entity, written, options.learning ?? NO_LEARNING))
  }
  return plan
}

function entityPlan(entity: EntityKind, written: readonly Feature[], learning: Learning): EntityPlan {
  const takes: NonNullable<Feature['takes']>[] = []
  const operations: Operation[] = written.map((feature) => {
    if (feature.takes === null) return feature.operation(-1, learning)
    takes.push(feature.takes)
    return feature.operation(takes.length - 1, learning)
  })
  const { code, ttlSeconds } = entities[entity]
  return { entity, kind: code, keyOf: entryOf[entity], takes, program: { ttlSeconds, protectAt: 0, operations } }
}

/** The touches of one event, in the plan's order, without entities that the event doesn't have. */
export function toTouches(plan: TouchPlan, values: TouchValues): { touches: Touch[]; kinds: EntityKind[] } {
  const touches: Touch[] = []
  const kinds: EntityKind[] = []
  for (const part of plan) {
    const key = part.keyOf(values.keys)
    if (key === null || key === undefined) continue
    kinds.push(part.entity)
    touches.push({ kind: part.kind, key, program: part.program, arguments: argumentsOf(part, values) })
  }
  return { touches, kinds }
}

const NO_ARGUMENTS: readonly (string | null)[] = Object.freeze([])

function argumentsOf({ takes }: EntityPlan, { members, texts }: TouchValues): readonly (string | null)[] {
  if (takes.length === 0) return NO_ARGUMENTS
  const given: (string | null)[] = []
  for (const take of takes) {
    given.push(('member' in take ? memberOf[take.member](members) : texts?.[take.text]) ?? null)
  }
  return given
}
