import { z } from 'zod'
import { DEFAULT_THRESHOLDS, type Thresholds } from '../policy/policy.js'
import { challengeNames, publicNames, recommendationTypeNames } from '../vocabulary/index.js'
import { actionName } from './action-name.js'
import { nearestHint } from './nearest-name.js'
import { coded, listOf, oneOf, strict, text, whole } from './strict.js'

const MAX_COUNT = 60_000
const MIN_WINDOW_MS = 1000
const MAX_WINDOW_MS = 2_592_000_000
const MAX_RULES = 200

const points = z
  .number({ error: 'expected a number from 0 to 100' })
  .min(0, { error: 'expected a number from 0 to 100' })
  .max(100, { error: 'expected a number from 0 to 100' })

const thresholdShape = { challenge: points.optional(), deny: points.optional(), trust: points.optional() }

type GivenThresholds = { readonly [K in keyof Thresholds]?: number | undefined }

/** What stands below must stay below, the inherited ones included. */
function orderOf(given: GivenThresholds, inherited: GivenThresholds): string | null {
  const all = { ...defined(inherited), ...defined(given) }
  const { challenge, deny } = { ...DEFAULT_THRESHOLDS, ...all }
  if (challenge >= deny) return `expected challenge (${challenge}) below deny (${deny})`
  // The default of trust is no reason to refuse a low challenge: challenging goes first.
  if (all.trust !== undefined && all.trust >= challenge)
    return `expected trust (${all.trust}) below challenge (${challenge})`
  return null
}

function defined(thresholds: GivenThresholds): Partial<Thresholds> {
  return Object.fromEntries(Object.entries(thresholds).filter(([, value]) => value !== undefined))
}

function vocabulary<const T extends string>(names: readonly T[], what: string) {
  return z.custom<T>((value) => names.includes(value as T), {
    error: ({ input }) => `expected ${what}${typeof input === 'string' ? nearestHint(input, names) : ''}`,
  })
}

const windowMs = z
  .number({ error: 'expected milliseconds from 1,000 to 2,592,000,000' })
  .superRefine((value, context) => {
    const range = 'expected whole milliseconds from 1,000 (1 s) to 2,592,000,000 (30 days)'
    if (value > 0 && value < MIN_WINDOW_MS)
      context.addIssue(coded('RG_UNIT', `${range}; ${value} looks like seconds, which would be ${value * 1000}`))
    else if (!Number.isInteger(value) || value < MIN_WINDOW_MS || value > MAX_WINDOW_MS)
      context.addIssue(coded('RG_UNIT', range))
  })

const limit = strict({
  entity: oneOf('ip', 'network', 'device', 'profile', 'target'),
  action: actionName.optional(),
  count: whole(1, MAX_COUNT, 'events'),
  windowMs,
})

const rule = strict({
  name: text('a name of 1 to 64 characters', /^.{1,64}$/s),
  priority: z.number({ error: 'expected a number, higher first' }).optional(),
  actions: listOf(actionName, 'actions').optional(),
  anyOf: listOf(
    vocabulary(publicNames, 'a reason, signal or anomaly code'),
    'reasons, signals or anomaly codes',
  ).optional(),
  allOf: listOf(
    vocabulary(publicNames, 'a reason, signal or anomaly code'),
    'reasons, signals or anomaly codes',
  ).optional(),
  scoreAtLeast: points.optional(),
  limit: limit.optional(),
  recommend: vocabulary(recommendationTypeNames, 'trust, allow, challenge or deny'),
  challenges: listOf(vocabulary(challengeNames, 'a challenge'), 'challenges').optional(),
}).superRefine((given, context) => {
  const { anyOf, allOf, scoreAtLeast, limit } = given
  if (
    anyOf === undefined &&
    allOf === undefined &&
    scoreAtLeast === undefined &&
    limit === undefined &&
    given.actions === undefined
  ) {
    context.addIssue(
      coded(
        'RG_OPTION_INVALID',
        'expected at least one condition (actions, anyOf, allOf, scoreAtLeast or limit): this rule would always fire',
      ),
    )
  }
})

/** The option `policy`; see PolicyOptions. */
export const policySchema = strict({
  name: text('a name of 1 to 64 characters', /^.{1,64}$/s).optional(),
  version: text('a version of 1 to 64 characters', /^.{1,64}$/s).optional(),
  thresholds: strict(thresholdShape).optional(),
  actions: z
    .record(actionName, strict(thresholdShape), { error: 'expected an object of thresholds by action' })
    .optional(),
  rules: listOf(rule, 'rules')
    .max(MAX_RULES, { error: `expected at most ${MAX_RULES} rules` })
    .optional(),
}).superRefine((policy, context) => {
  const base = policy.thresholds ?? {}
  const wrong = orderOf(base, {})
  if (wrong !== null) context.addIssue({ ...coded('RG_OPTION_INVALID', wrong), path: ['thresholds'] })
  for (const [action, thresholds] of Object.entries(policy.actions ?? {})) {
    const why = wrong === null ? orderOf(thresholds, base) : null
    if (why !== null) context.addIssue({ ...coded('RG_OPTION_INVALID', why), path: ['actions', action] })
  }
  const names = new Set<string>()
  policy.rules?.forEach(({ name }, i) => {
    if (names.has(name))
      context.addIssue({
        ...coded('RG_OPTION_INVALID', 'expected a name that no other rule has: limits are counted under it'),
        path: ['rules', i, 'name'],
      })
    names.add(name)
  })
})
