/** From a sealed action and its outcome to what the store is told. */
import { toGenerationText } from '../facts/device/generation.js'
import type { MemberName } from '../facts/event.js'
import type { FeatureRef } from '../facts/need.js'
import { aliasText } from '../history/aliases.js'
import type { EntityKind } from '../history/entity.js'
import { entities } from '../history/entity.js'
import type { Feature } from '../history/feature.js'
import { profileTainted } from '../history/features/profile.js'
import { toPlaceText } from '../history/place.js'
import { compilePlan, type TouchPlan, type TouchValues, toTouches } from '../history/plan.js'
import { MEMBER_CHARS, type Program, type Touch } from '../store/index.js'
import type { ActionToken } from './action-token.js'
import type { Lesson } from './outcome.js'

export interface Teacher {
  /** Counts a failure against the address, the device and the name; never against the profile. */
  failure(token: ActionToken): Touch[]
  /**
   * @param profiles keys of every record of this person: by the typed name and by the reported id
   * @param generation of the device's cookie from now on; null leaves it
   */
  success(
    token: ActionToken,
    lesson: Exclude<Lesson, 'none'>,
    profiles: readonly string[],
    generation?: number | null,
  ): Touch[]
  /** The mark under which an outcome counts once; goes first, under `guard: 'first'`. */
  mark(token: ActionToken, source: 'explicit' | 'inferred', key: string): Touch
  /** Takes back what an action taught about a person, and notes its device as one that isn't theirs. */
  unlearn(token: ActionToken, profiles: readonly string[]): Touch[]
  /** Takes back that note. */
  absolve(token: ActionToken, profiles: readonly string[]): Touch[]
}

const MARK_SLOT = { explicit: 1, inferred: 2 } as const
const MARK_ARGUMENT = ['1'] as const

export function createTeacher(needed: readonly FeatureRef[], registry: readonly Feature[]): Teacher {
  const plans = new Map<string, TouchPlan>()
  const familiarOnly = needed.filter((ref) => isFamiliar(registry, ref))
  const planFor = (action: string, kind: 'failure' | Exclude<Lesson, 'none'>): TouchPlan => {
    const known = plans.get(`${kind} ${action}`)
    if (known !== undefined) return known
    const plan = compilePlan({
      needed: kind === 'probation' ? familiarOnly : needed,
      registry,
      action,
      moment: kind === 'failure' ? 'failure' : 'success',
      learning: { addHalves: kind === 'half' ? 1 : 2, standing: kind === 'probation' ? 'probation' : 'proven' },
    })
    if (plans.size < MAX_PLANS) plans.set(`${kind} ${action}`, plan)
    return plan
  }
  const marks: Record<'explicit' | 'inferred', Program> = {
    explicit: markProgram('explicit'),
    inferred: markProgram('inferred'),
  }
  const forgetting = registry.filter(
    (feature) => feature.entity === 'profile' && feature.on === 'success' && isFamiliar(registry, feature),
  )
  const unlearning = [...forgetting, profileTainted].sort((a, b) => a.slot - b.slot)
  const unlearnProgram = profileProgram(unlearning, profileTainted)
  const absolveProgram = profileProgram([profileTainted], null)

  return {
    failure(token) {
      const { profile: _, device, ...others } = token.keys
      // A device that was first named in answer to the attempt has nothing to lose yet; see the plan of the assessment.
      const keys = token.traits.carries === 'cookie' && device !== undefined ? { ...others, device } : others
      return toTouches(planFor(token.action, 'failure'), { keys, members: membersOf(token) }).touches
    },
    success(token, lesson, profiles, generation = null) {
      const texts = {
        place: placeOf(token),
        generation: generation === null ? null : toGenerationText(generation),
        major: majorOf(token),
      }
      const values: TouchValues = { keys: token.keys, members: membersOf(token), texts }
      const plan = planFor(token.action, lesson)
      const shared = plan.filter((part) => part.entity !== 'profile')
      const own = plan.filter((part) => part.entity === 'profile')
      const touches = toTouches(shared, values).touches
      for (const profile of profiles) {
        const alias = profiles.find((other) => other !== profile)
        const noted = alias === undefined ? texts : { ...texts, [aliasText(alias)]: alias }
        touches.push(...toTouches(own, { ...values, keys: { profile }, texts: noted }).touches)
      }
      return touches
    },
    mark: (_, source, key) => ({ kind: entities.nonce.code, key, program: marks[source], arguments: MARK_ARGUMENT }),
    unlearn(token, profiles) {
      const members = membersOf(token)
      const values = unlearning.map((feature) =>
        feature.takes !== null && 'member' in feature.takes ? (members[feature.takes.member] ?? null) : null,
      )
      return profiles.map((key) => ({ kind: entities.profile.code, key, program: unlearnProgram, arguments: values }))
    },
    absolve(token, profiles) {
      const device = membersOf(token).device ?? null
      return profiles.map((key) => ({ kind: entities.profile.code, key, program: absolveProgram, arguments: [device] }))
    },
  }
}

/** Forgets a member of each table, save of one where it is entered. */
function profileProgram(tables: readonly Feature[], entered: Feature | null): Program {
  return {
    ttlSeconds: entities.profile.ttlSeconds,
    protectAt: 0,
    operations: tables.map((feature, argument) =>
      feature === entered
        ? feature.operation(argument, { addHalves: 2, standing: 'proven' })
        : { kind: 'forget', slot: feature.slot, from: 'familiar', argument },
    ),
  }
}

const MAX_PLANS = 1024
/**
 * Reports repeat within seconds (a retry, a second node) or hours (a job that runs again); one that is repeated later
 * counts twice. A week of marks would cost a busy app more room than all of its profiles.
 */
const MARK_TTL_SECONDS = 86_400

function markProgram(source: 'explicit' | 'inferred'): Program {
  return {
    ttlSeconds: MARK_TTL_SECONDS,
    protectAt: 0,
    operations: [{ kind: 'text', slot: MARK_SLOT[source], mode: 'once', argument: 0 }],
  }
}

function isFamiliar(registry: readonly Feature[], ref: FeatureRef): boolean {
  const feature = registry.find((one) => one.name === ref.name)
  return feature !== undefined && feature.operation(0, { addHalves: 2, standing: 'proven' }).kind === 'familiar'
}

function membersOf(token: ActionToken): Partial<Record<MemberName, string>> {
  const { carries, kind, platform } = token.traits
  const members: Partial<Record<MemberName, string>> = { ...token.members, carries }
  if (kind !== null) members.kind = kind
  if (platform !== null) members.platform = platform
  const prefix = (name: MemberName, entity: EntityKind) => {
    const key = token.keys[entity as keyof ActionToken['keys']]
    if (key !== undefined) members[name] = key.slice(0, MEMBER_CHARS)
  }
  prefix('ip', 'ip')
  prefix('network', 'network')
  prefix('device', 'device')
  prefix('person', 'profile')
  prefix('person', 'target')
  return members
}

function majorOf({ traits: { major } }: ActionToken): string | null {
  return major === 0 ? null : String(major)
}

function placeOf(token: ActionToken): string | null {
  return token.place === null ? null : toPlaceText({ ...token.place, atMs: token.atMs })
}
