import { z } from 'zod'
import { describeGiven, RiskError, type RiskErrorCode } from '../errors.js'
import { nearestHint } from './nearest-name.js'

/** Names that people bring from elsewhere, or look for one floor too high, and where the thing stands here. */
const HABITS: ReadonlyMap<string, string> = new Map([
  ['redis', "store: redisStore('redis://…'), from @riskguard/redis"],
  ['logger', 'observe: { logger }'],
  ['sinks', 'observe: { sinks }'],
  ['rules', 'policy: { rules }'],
  ['thresholds', 'policy: { thresholds }'],
  ['disable', 'detectors: { disable }'],
  ['when', 'anyOf or allOf'],
])

/** An object that refuses names it doesn't know, with the nearest one that it does. */
export function strict<const S extends z.core.$ZodShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return `expected an object with any of ${known.join(', ')}`
      const [first = ''] = (issue as { readonly keys?: readonly string[] }).keys ?? []
      const elsewhere = HABITS.get(first)
      const hint = elsewhere === undefined ? nearestHint(first, known) : `; what you want is ${elsewhere}`
      return `there is no option of this name${hint}. Known here: ${known.join(', ')}`
    },
  })
}

/** One of a few words. */
export function oneOf<const T extends readonly [string, ...string[]]>(...words: T) {
  return z.enum(words, { error: `expected ${words.map((word) => `'${word}'`).join(' or ')}` })
}

/** A whole number within a range, both ends included. */
export function whole(least: number, most: number, unit: string) {
  const error = `expected a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}${unit === '' ? '' : ` (${unit})`}`
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

export function text(expected: string, shape: RegExp = /./s) {
  const error = `expected ${expected}`
  return z.string({ error }).regex(shape, { error })
}

/** A function; its arguments are checked by nobody. */
export function callable<F>(expected: string) {
  return z.custom<F>((value) => typeof value === 'function', { error: `expected a function, ${expected}` })
}

/** An object that has these methods, kept as it is: an instance with a life of its own. */
export function having<T>(expected: string, ...methods: readonly string[]) {
  const has = (value: unknown) =>
    value !== null &&
    (typeof value === 'object' || typeof value === 'function') &&
    methods.every((name) => typeof (value as Record<string, unknown>)[name] === 'function')
  return z.custom<T>(has, { error: `expected ${expected}, with ${methods.join('(), ')}()` })
}

export function listOf<S extends z.core.$ZodType>(item: S, expected: string) {
  return z.array(item, { error: `expected a list of ${expected}` })
}

/** A refinement's issue that carries a code of ours; see `toRiskError`. */
export function coded(code: RiskErrorCode, message: string) {
  return { code: 'custom' as const, message, params: { risk: code } }
}

/** Nothing of these may stand in a message or a log; a store is sometimes given as a URL with a password. */
const CONFIDENTIAL: ReadonlySet<PropertyKey | undefined> = new Set(['secret', 'identityKey', 'store'])

/** The first thing that is wrong, unknown names before all else: a misspelled option is often why another is missing. */
export function toRiskError({ issues }: z.core.$ZodError, input: unknown): RiskError {
  const flat = issues.flatMap((issue) => flatten(issue, []))
  const issue = flat.find(({ code }) => code === 'unrecognized_keys') ?? (flat[0] as z.core.$ZodIssue)
  if (issue.code === 'unrecognized_keys') {
    return new RiskError('RG_OPTION_UNKNOWN', `${pathText([...issue.path, issue.keys[0] ?? ''])}: ${issue.message}.`)
  }
  const risk = issue.code === 'custom' ? (issue.params?.['risk'] as RiskErrorCode | undefined) : undefined
  const given = CONFIDENTIAL.has(issue.path[0])
    ? `a value of type ${typeof valueAt(input, issue.path)}`
    : describeGiven(valueAt(input, issue.path))
  return new RiskError(risk ?? 'RG_OPTION_INVALID', `${pathText(issue.path)}: given ${given}, ${issue.message}.`)
}

/** Of a union the branch that the value came furthest in: an object with one unknown name was meant as the object. */
function flatten(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): readonly z.core.$ZodIssue[] {
  const here = [...path, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ ...issue, path: here }]
  const branches = issue.errors.map((errors) => errors.flatMap((inner) => flatten(inner, here)))
  const furthest = branches.find((branch) =>
    branch.some((inner) => inner.code === 'unrecognized_keys' || inner.path.length > here.length),
  )
  return furthest ?? [{ ...issue, path: here }]
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input)
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'options'
  return path
    .map((key, i) =>
      typeof key === 'number'
        ? `[${key}]`
        : /^\w+$/.test(String(key))
          ? `${i === 0 ? '' : '.'}${String(key)}`
          : `[${JSON.stringify(String(key))}]`,
    )
    .join('')
}
