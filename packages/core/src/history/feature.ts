/**
 * Features of history. Each has a stable slot id within its entity, is declared once in `features/<entity>.ts`
 * (append-only: a slot is never reused or reshaped), says when it is written, and hands out needs that read it.
 */
import { type MemberName, memberOf, type RiskEvent } from '../facts/event.js'
import { FAILED, type Need } from '../facts/need.js'
import {
  type BaselineReading,
  FAMILIAR_ENTRY_BYTES,
  FAMILIAR_ON_PROBATION,
  FAMILIAR_STAMP_MS,
  type FamiliarReading,
  familiarCount,
  findSlot,
  firstSeenMs,
  type Operation,
  readBaseline,
  readCount,
  readDistinct,
  readFamiliar,
  readText,
  readU16,
  slotLength,
} from '../store/index.js'
import { type EntityKind, entryOf } from './entity.js'

export type { BaselineReading, FamiliarReading } from '../store/index.js'

/** When a feature is written: with the assessment, when the outcome is learned, or when somebody labels it. */
export type Moment = 'assess' | 'failure' | 'success' | 'label'

export interface Feature {
  readonly slot: number
  readonly entity: EntityKind
  readonly name: string
  readonly on: Moment
  /** Only for these actions; absent = for all. */
  readonly actions?: readonly string[]
  /** The argument that its operation takes, if any. */
  readonly takes: { readonly member: MemberName } | { readonly text: TextName } | null
  /** The operation, given the index of its argument; `learn` is filled in for familiarity. */
  operation(argument: number, learn: Learning): Operation
}

/** Texts that an outcome can leave in a record. */
export type TextName = 'place' | 'alias0' | 'alias1' | 'alias2' | 'alias3' | 'generation' | 'major'

/** How much an outcome teaches a familiarity table. */
export interface Learning {
  readonly addHalves: number
  readonly standing: 'proven' | 'probation'
}

interface Declared {
  readonly slot: number
  readonly entity: EntityKind
  readonly name: string
  readonly on: Moment
  readonly actions?: readonly string[]
}

/** 1 where this event's own touch writes the feature, so that readings include the event itself, else 0. */
function ownPart({ on, actions }: Pick<Feature, 'on' | 'actions'>): (event: RiskEvent) => 0 | 1 {
  if (on !== 'assess') return never
  return actions === undefined ? always : (event) => (actions.includes(event.action) ? 1 : 0)
}

const never = () => 0 as const
const always = () => 1 as const

/** `read` gets the record as it was before the event; null = never seen. */
function historyNeed<T>(
  name: string,
  feature: Feature,
  read: (bytes: Uint8Array | null, event: RiskEvent) => T | undefined,
): Need<T> {
  const recordOf = entryOf[feature.entity]
  return {
    name,
    source: 'history',
    features: [feature],
    optional: false,
    read(event) {
      const record = recordOf(event.records)
      if (record === undefined) return undefined
      return record.state === 'failed' ? FAILED : read(record.bytes, event)
    },
  }
}

export const WINDOW_MS = {
  '1m': 60_000,
  '10m': 600_000,
  '1h': 3_600_000,
  '24h': 86_400_000,
  '7d': 604_800_000,
  '30d': 2_592_000_000,
} as const
export type WindowName = keyof typeof WINDOW_MS

export interface CountFeature<W extends WindowName> extends Feature {
  /** Events in the window, this one included when it is being counted, rounded down to the tenth. */
  in(window: W): Need<number>
}

/** A windowed count: rings of six buckets and the current one, 0.4–2.4 % of decisions on the wrong side in bursty traffic. */
export function defineCount<const W extends WindowName>(
  declared: Declared & { readonly windows: readonly W[] },
): CountFeature<W> {
  const { slot } = declared
  const widthsDs = declared.windows.map((window) => WINDOW_MS[window] / 600)
  const own = ownPart(declared)
  const feature: CountFeature<W> = {
    ...declared,
    takes: null,
    operation: () => ({ kind: 'count', slot: declared.slot, add: 1, widthsDs }),
    in(window) {
      const ring = declared.windows.indexOf(window)
      return historyNeed(`${declared.name}.${window}`, feature, (bytes, event) => {
        const estimate = bytes === null ? 0 : readCount(bytes, slot, widthsDs, ring, event.nowMs).estimate
        return Math.floor((estimate + own(event)) * 10) / 10
      })
    },
  }
  return feature
}

export interface DistinctFeature extends Feature {
  /** Distinct members in the window, this event's own included when it is being written. */
  in(window: WindowName): Need<number>
  /** Whether this event's own member was there before. Absent without a member. */
  had(window: WindowName): Need<boolean>
}

const DISTINCT_CAP = 64

/** A distinct count, exact to `cap` members (default 64, at most 127), then a keyed sample (σ about 15 %). Kept for `keep`. */
export function defineDistinct(
  declared: Declared & { readonly member: MemberName; readonly keep: WindowName; readonly cap?: number },
): DistinctFeature {
  const { slot } = declared
  const own = ownPart(declared)
  const member = memberOf[declared.member]
  const feature: DistinctFeature = {
    ...declared,
    takes: { member: declared.member },
    operation: (argument) => ({
      kind: 'distinct',
      slot: declared.slot,
      cap: declared.cap ?? DISTINCT_CAP,
      maxAgeMs: WINDOW_MS[declared.keep],
      argument,
    }),
    in(window) {
      const windowMs = WINDOW_MS[window]
      return historyNeed(`${declared.name}.${window}`, feature, (bytes, event) => {
        const written = own(event) === 1 ? (member(event.members) ?? null) : null
        if (bytes === null) return written === null ? 0 : 1
        const reading = readDistinct(bytes, slot, windowMs, event.nowMs, written)
        return reading.count + (written !== null && !reading.known && reading.sampled === 1 ? 1 : 0)
      })
    },
    had(window) {
      const windowMs = WINDOW_MS[window]
      return historyNeed(`${declared.name}.had.${window}`, feature, (bytes, event) => {
        const mine = member(event.members) ?? null
        return mine === null ? undefined : readDistinct(bytes, slot, windowMs, event.nowMs, mine).known
      })
    },
  }
  return feature
}

export interface FamiliarFeature extends Feature {
  /** This event's member in the table; null = never seen there, or the event has no such member. */
  readonly entry: Need<FamiliarReading | null>
  /** Members in the table. */
  readonly size: Need<number>
  /** The table's shape: how often the person shows up with something new. */
  readonly novelty: Need<Novelty>
  /** Successes of all its members together, those on probation left out: how well the person is known by it. */
  readonly successes: Need<number>
}

/**
 * A familiarity table, written by outcomes (or labels) only; `cap` members, the one unseen for longest goes first.
 * @param declared.unless another table of the entity: a member that entered it less than `forMs` ago is no entry here
 */
export function defineFamiliar(
  declared: Omit<Declared, 'on'> & {
    readonly on?: 'success' | 'label'
    readonly member: MemberName
    readonly cap: number
    readonly unless?: { readonly feature: Feature; readonly forMs: number }
  },
): FamiliarFeature {
  const { slot, unless } = declared
  const member = memberOf[declared.member]
  const isExcluded = (bytes: Uint8Array | null, nowMs: number, own: string): boolean => {
    const entry = unless === undefined ? null : readFamiliar(bytes, unless.feature.slot, nowMs, own)
    return entry !== null && unless !== undefined && nowMs - entry.lastMs < unless.forMs
  }
  const feature: FamiliarFeature = {
    ...declared,
    on: declared.on ?? 'success',
    takes: { member: declared.member },
    operation: (argument, learn) => ({ kind: 'familiar', slot: declared.slot, cap: declared.cap, ...learn, argument }),
    get entry() {
      const need = historyNeed(`${declared.name}.entry`, feature, (bytes, event) => {
        const own = member(event.members)
        if (own === null || own === undefined || isExcluded(bytes, event.nowMs, own)) return null
        return readFamiliar(bytes, slot, event.nowMs, own)
      })
      return unless === undefined ? need : { ...need, features: [feature, unless.feature] }
    },
    get size() {
      return historyNeed(`${declared.name}.size`, feature, (bytes) => familiarCount(bytes, slot))
    },
    get novelty() {
      return historyNeed(`${declared.name}.novelty`, feature, (bytes, event) =>
        noveltyOf(bytes, declared.slot, event.nowMs),
      )
    },
    get successes() {
      return historyNeed(`${declared.name}.successes`, feature, (bytes) => provenSuccesses(bytes, slot))
    },
  }
  return feature
}

/** How often members of a familiarity table were new when they came. */
export interface Novelty {
  /** Members with one success, which is all that new ones have. */
  readonly singles: number
  /** Successes of all members together. */
  readonly successes: number
  /** Whether the member of the last success is one of the singles: the person was somewhere new. */
  readonly lastWasSingle: boolean
  /** When that success was, ms, hour precision; 0 = never. */
  readonly lastMs: number
}

/** Reads the bytes themselves: it runs with every assessment, over tables of up to twenty members. */
function noveltyOf(bytes: Uint8Array | null, slot: number, nowMs: number): Novelty {
  const at = bytes === null ? -1 : findSlot(bytes, slot)
  if (bytes === null || at < 0) return NO_NOVELTY
  const nowHour = Math.floor(nowMs / FAMILIAR_STAMP_MS)
  const end = at + slotLength(bytes, at)
  let [singles, halves, youngest] = [0, 0, Number.POSITIVE_INFINITY]
  let lastWasSingle = false
  for (let entry = at; entry + FAMILIAR_ENTRY_BYTES <= end; entry += FAMILIAR_ENTRY_BYTES) {
    // Somebody else's, perhaps: it must not make the person look restless.
    if (((bytes[entry + 12] as number) & FAMILIAR_ON_PROBATION) !== 0) continue
    const own = bytes[entry + 10] as number
    const isSingle = own <= 2
    if (isSingle) singles++
    halves += own
    const distance = (nowHour - readU16(bytes, entry + 8)) & 0xffff
    const age = distance >= 0x8000 ? 0 : distance
    if (age > youngest || (age === youngest && !isSingle)) continue
    youngest = age
    lastWasSingle = isSingle
  }
  return {
    singles,
    successes: halves / 2,
    lastWasSingle,
    lastMs: singles === 0 && halves === 0 ? 0 : (nowHour - youngest) * FAMILIAR_STAMP_MS,
  }
}

const NO_NOVELTY: Novelty = Object.freeze({ singles: 0, successes: 0, lastWasSingle: false, lastMs: 0 })

function provenSuccesses(bytes: Uint8Array | null, slot: number): number {
  const at = bytes === null ? -1 : findSlot(bytes, slot)
  if (bytes === null || at < 0) return 0
  const end = at + slotLength(bytes, at)
  let halves = 0
  for (let entry = at; entry + FAMILIAR_ENTRY_BYTES <= end; entry += FAMILIAR_ENTRY_BYTES) {
    if (((bytes[entry + 12] as number) & FAMILIAR_ON_PROBATION) === 0) halves += bytes[entry + 10] as number
  }
  return halves / 2
}

export interface BaselineFeature extends Feature {
  /** Decayed mean and variance of events per bucket, and the current bucket's count with this event. */
  readonly reading: Need<BaselineReading>
}

/** What is typical for one entity: events per bucket in which anything happened, decayed over about 16 of them. */
export function defineBaseline(declared: Declared & { readonly bucketMs: number }): BaselineFeature {
  const { slot } = declared
  const widthDs = declared.bucketMs / 100
  const own = ownPart(declared)
  const feature: BaselineFeature = {
    ...declared,
    takes: null,
    operation: () => ({ kind: 'baseline', slot: declared.slot, add: 1, widthDs }),
    get reading() {
      return historyNeed(`${declared.name}.baseline`, feature, (bytes, event) => {
        const { current, finished, mean, variance } = readBaseline(bytes, slot, widthDs, event.nowMs)
        return { current: current + own(event), finished, mean, variance }
      })
    },
  }
  return feature
}

export interface TextFeature extends Feature {
  /** The text as it stands; absent when there is none. */
  readonly value: Need<string>
}

/** A short last value, written by outcomes. */
export function defineText(
  declared: Declared & { readonly text: TextName; readonly mode: 'set' | 'once' },
): TextFeature {
  const feature: TextFeature = {
    ...declared,
    takes: { text: declared.text },
    operation: (argument) => ({ kind: 'text', slot: declared.slot, mode: declared.mode, argument }),
    get value() {
      return historyNeed(`${declared.name}.value`, feature, (bytes) => readText(bytes, declared.slot) ?? undefined)
    },
  }
  return feature
}

/** Age of an entity's record in ms; absent when this event is its first. */
export function ageOf(anchor: Feature): Need<number> {
  return historyNeed(`${anchor.entity}.age`, anchor, (bytes, event) =>
    bytes === null ? undefined : Math.max(0, event.nowMs - firstSeenMs(bytes, event.nowMs)),
  )
}
