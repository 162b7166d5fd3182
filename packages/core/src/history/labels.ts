/** Labels as the history keeps them with the entity that they are about, and which of them holds. */
import type { RiskEvent } from '../facts/event.js'
import { FAILED, type Need } from '../facts/need.js'
import { type Program, readText } from '../store/index.js'
import { type EntityKind, entities, entryOf } from './entity.js'
import type { Feature } from './feature.js'

export const labelTypes = [
  'confirmed_fraud',
  'suspected_fraud',
  'confirmed_legit',
  'undetermined',
  'device_takeover',
] as const
export type LabelType = (typeof labelTypes)[number]

/** Strongest first: the word of the first one that said anything holds. */
export const labelSources = ['manual_review', 'chargeback', 'customer_complaint', 'other'] as const
export type LabelSource = (typeof labelSources)[number]

/** For how long a device of a confirmed fraud or takeover is no device of the person whose account it was. */
export const TAINTED_MS = 90 * 86_400_000

/** What a person said of an entity. */
export interface HeldLabel {
  readonly type: LabelType
  readonly source: LabelSource
  /** When it was said, ms, to the second. */
  readonly atMs: number
}

export interface Labels {
  readonly features: readonly Feature[]
  /** After this a label is forgotten, ms. */
  readonly lifeMs: number
  /** The label that holds; null = none does. Absent where the event has no such entity. */
  readonly held: Need<HeldLabel | null>
  /** Writes the first argument as what a source says. */
  program(source: LabelSource): Program
  /** Every label that stands in a record, strongest source first. */
  read(bytes: Uint8Array | null, nowMs: number): readonly HeldLabel[]
}

/** One letter per type; letters are never reused. */
const LETTERS = {
  confirmed_fraud: 'f',
  suspected_fraud: 's',
  confirmed_legit: 'l',
  undetermined: 'u',
  device_takeover: 't',
} as const satisfies Record<LabelType, string>

/** The text of a label in its slot. */
export function toLabelText(type: LabelType, atMs: number): string {
  return LETTERS[type] + Math.max(0, Math.floor(atMs / 1000)).toString(36)
}

function parseLabelText(text: string, source: LabelSource): HeldLabel | null {
  const type = labelTypes.find((name) => LETTERS[name] === text[0])
  const seconds = Number.parseInt(text.slice(1), 36)
  return type === undefined || !Number.isFinite(seconds) ? null : { type, source, atMs: seconds * 1000 }
}

export function defineLabels(declared: {
  readonly entity: EntityKind
  /** The first of four slots, one per source. */
  readonly firstSlot: number
  readonly lifeMs: number
}): Labels {
  const { entity, firstSlot, lifeMs } = declared
  const slots = labelSources.map((source, i) => ({ source, slot: firstSlot + i }))
  const operation = (slot: number, argument: number) => ({ kind: 'text', slot, mode: 'set', argument }) as const
  const features = slots.map(
    ({ source, slot }): Feature => ({
      slot,
      entity,
      name: `${entity}.labels.${source}`,
      on: 'label',
      takes: null,
      operation: (argument) => operation(slot, argument),
    }),
  )
  const { ttlSeconds } = entities[entity]
  const programs = slots.map(({ slot }): Program => ({ ttlSeconds, protectAt: 0, operations: [operation(slot, 0)] }))

  function read(bytes: Uint8Array | null, nowMs: number): HeldLabel[] {
    const labels: HeldLabel[] = []
    for (const { source, slot } of slots) {
      const text = readText(bytes, slot)
      const label = text === null ? null : parseLabelText(text, source)
      if (label !== null && nowMs - label.atMs <= lifeMs) labels.push(label)
    }
    return labels
  }

  return {
    features,
    lifeMs,
    held: {
      name: `${entity}.label`,
      source: 'history',
      features,
      optional: false,
      read(event: RiskEvent) {
        const record = entryOf[entity](event.records)
        if (record === undefined) return undefined
        return record.state === 'failed' ? FAILED : heldLabel(read(record.bytes, event.nowMs))
      },
    },
    program: (source) => programs[labelSources.indexOf(source)] as Program,
    read,
  }
}

/**
 * The one that holds: by rank of its source, those that can't tell left out, and a suspicion gone once anybody confirmed
 * the contrary later.
 * @param labels strongest source first
 */
export function heldLabel(labels: readonly HeldLabel[]): HeldLabel | null {
  if (labels.length === 0) return null
  const clearedMs = labels.reduce(
    (last, { type, atMs }) => (type === 'confirmed_legit' ? Math.max(last, atMs) : last),
    0,
  )
  const holds = ({ type, atMs }: HeldLabel) =>
    type !== 'undetermined' && (type !== 'suspected_fraud' || atMs > clearedMs)
  return labels.find(holds) ?? null
}

/** How much of a label's weight is left: halved each `halfLifeMs`. A label from ahead of now (clocks differ) is fresh. */
export function labelFreshness({ atMs }: HeldLabel, nowMs: number, halfLifeMs: number): number {
  return 0.5 ** (Math.max(0, nowMs - atMs) / halfLifeMs)
}
