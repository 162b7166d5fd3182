/** Per action, compiled on first use: its detectors, its touch plan, its limits. */
import type { Detector } from '../detectors/define-detector.js'
import type { Skip } from '../detectors/finding.js'
import { compileDetectors, type DetectorSet } from '../detectors/run.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import type { FeatureRef } from '../facts/need.js'
import { aliasFeatures } from '../history/aliases.js'
import type { EntityKind } from '../history/entity.js'
import type { Feature } from '../history/feature.js'
import { deviceGeneration } from '../history/features/device.js'
import { ipGoodUsers } from '../history/features/ip.js'
import { compilePlan, type TouchPlan, toTouches } from '../history/plan.js'
import type { Policy } from '../policy/policy.js'
import type { Touch } from '../store/index.js'
import type { DraftEvent } from './draft-event.js'
import { compileLimits, limitTouches } from './limits.js'

export interface ActionPlan {
  readonly detectors: DetectorSet
  /** The one round trip: entities first, in the order of `kinds`, then limits. */
  touches(
    draft: DraftEvent,
    keys: IdentityKeys,
  ): {
    readonly touches: readonly Touch[]
    readonly kinds: readonly EntityKind[]
    readonly limits: ReturnType<typeof compileLimits>
  }
}

/** `observed`: an inferred action; its counts stand apart and the person's record is only read. */
export type PlanMode = 'declared' | 'observed'

export interface ActionPlans {
  of(action: string, mode: PlanMode): ActionPlan
  /** Features that any enabled detector reads, for whatever action. */
  readonly needed: readonly FeatureRef[]
  /** Every detector as skipped, for answers to events that nobody assessed. */
  readonly allSkipped: readonly Skip[]
}

/** An app has a handful of actions; names beyond this are compiled anew each time rather than kept. */
const MAX_PLANS = 256

export function createActionPlans(options: {
  readonly detectors: readonly Detector[]
  readonly registry: readonly Feature[]
  readonly policy: Policy
  readonly onFault: (fault: string, error: unknown) => void
}): ActionPlans {
  const { detectors, registry, policy } = options
  // Read by no detector: the policy asks how many good users share the address, and erasure follows aliases.
  const needed: FeatureRef[] = [ipGoodUsers, ...aliasFeatures, deviceGeneration, ...detectors.flatMap(featuresOf)]
  const plans = new Map<string, ActionPlan>()

  function compile(action: string, mode: PlanMode): ActionPlan {
    const applicable = detectors.filter(
      (detector) => detector.actions === undefined || detector.actions.includes(action),
    )
    const set = compileDetectors(applicable, (name, error) => options.onFault(`detector:${name}`, error))
    const plan = readOnlyProfile(compilePlan({ needed, registry, action, moment: 'assess' }), mode)
    const limits = mode === 'declared' ? compileLimits(policy.rules, action) : []
    return {
      detectors: set,
      touches(draft, keys) {
        const entityKeys = mode === 'declared' ? draft.keys : observedKeys(draft.keys, keys)
        // An id first issued in answer to this request has no history, and unless it comes back it shall leave no record:
        // whoever drops our cookie each time would fill the store.
        const stored = draft.event.device.standing === 'new' ? { ...entityKeys, device: undefined } : entityKeys
        const { touches, kinds } = toTouches(plan, { keys: stored, members: draft.event.members })
        if (limits.length === 0) return { touches, kinds, limits }
        const limited = limitTouches(limits, draft.keys, keys)
        return { touches: [...touches, ...limited.touches], kinds, limits: limited.limits }
      },
    }
  }

  return {
    needed,
    allSkipped: Object.freeze(
      detectors.map((detector): Skip => Object.freeze({ detector: detector.name, need: 'action', why: 'absent' })),
    ),
    of(action, mode) {
      const name = `${mode} ${action}`
      const known = plans.get(name)
      if (known !== undefined) return known
      const plan = compile(action, mode)
      if (plans.size < MAX_PLANS) plans.set(name, plan)
      return plan
    },
  }
}

function featuresOf(detector: Detector): readonly FeatureRef[] {
  return Object.values(detector.needs).flatMap((need) => need.features)
}

function readOnlyProfile(plan: TouchPlan, mode: PlanMode): TouchPlan {
  if (mode === 'declared') return plan
  return plan.map((part) =>
    part.entity === 'profile' ? { ...part, takes: [], program: { ...part.program, operations: [] } } : part,
  )
}

/** Inferred events count under keys of their own, so that guessing an action never feeds a declared one's limits. */
function observedKeys(entityKeys: DraftEvent['keys'], keys: IdentityKeys): DraftEvent['keys'] {
  const observed: Partial<Record<EntityKind, string>> = {}
  for (const [kind, key] of Object.entries(entityKeys) as [EntityKind, string | undefined][]) {
    if (key !== undefined)
      observed[kind] = kind === 'profile' || kind === 'ip_label' ? key : keys.keyOf('observed', key)
  }
  return observed
}
