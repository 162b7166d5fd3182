import fc from 'fast-check'
import type { Operation, Program } from '../operation.js'
import { entityKey, memberOf } from './reference.js'

/** One call of a random history: how far the clock moved first, and what is touched. */
export interface HistoryStep {
  readonly clockMs: number
  readonly touches: readonly HistoryTouch[]
  /** Index of an entity to remove after the call; null = none. */
  readonly removed: number | null
}

export interface HistoryTouch {
  readonly entity: number
  readonly program: Program
  readonly arguments: readonly (string | null)[]
}

export interface History {
  readonly startMs: number
  readonly steps: readonly HistoryStep[]
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Where the record's 32-bit deciseconds start over, 2038-01-19 (five times 2^32 tenths of a second). */
const WRAP_MS = 5 * 4294967296 * 100

export const ENTITIES = 3
/** Slots of this id and above hold baselines in every release: floats aren't read out of other kinds' bytes. */
const FIRST_BASELINE_SLOT = 10
const SLOTS = [1, 2, 3, 4, 5, 6, 7, 10, 11] as const

const width = fc.constantFrom(1, 10, 100, 600, 6000, 36_000, 144_000, 864_000)
const cap = fc.constantFrom(1, 2, 5, 8, 64, 127)
const argument = fc.nat({ max: 3 })

function operationOn(slot: number): fc.Arbitrary<Operation> {
  const at = fc.constant(slot)
  if (slot >= FIRST_BASELINE_SLOT) {
    return fc.record({
      kind: fc.constant('baseline' as const),
      slot: at,
      add: fc.constantFrom(1, 7, 60_000),
      widthDs: width,
    })
  }
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('count' as const),
        slot: at,
        add: fc.constantFrom(1, 1, 1, 3, 0, 40_000),
        widthsDs: fc.array(width, { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('distinct' as const),
        slot: at,
        cap,
        maxAgeMs: fc.constantFrom(60_000, HOUR_MS, DAY_MS, 30 * DAY_MS),
        argument,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('familiar' as const),
        slot: at,
        cap,
        addHalves: fc.constantFrom(1, 2, 200),
        standing: fc.constantFrom('proven' as const, 'probation' as const),
        argument,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('forget' as const),
        slot: at,
        from: fc.constantFrom('distinct' as const, 'familiar' as const),
        argument,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('text' as const),
        slot: at,
        mode: fc.constantFrom('set' as const, 'once' as const),
        argument,
      }),
    },
  )
}

const program: fc.Arbitrary<Program> = fc.record({
  // Longer than a run lasts on a store with a real clock: expiry has its own test.
  ttlSeconds: fc.constantFrom(3600, 86_400, 400 * 86_400),
  protectAt: fc.constantFrom(0, 0, 3),
  operations: fc
    .subarray([...SLOTS], { minLength: 0, maxLength: 6 })
    .chain((slots) => (slots.length === 0 ? fc.constant<Operation[]>([]) : fc.tuple(...slots.map(operationOn)))),
})

/** Few members, so that they meet again, of which some differ in their last characters only. */
const member = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 12 }).map((n) => memberOf(`m${n}`)) },
  { weight: 2, arbitrary: fc.nat({ max: 400 }).map((n) => memberOf(`m${n}`)) },
  { weight: 1, arbitrary: fc.constantFrom('AAAAAA', 'AAAAAB', '------', '______') },
  { weight: 1, arbitrary: fc.constant(null) },
)

const clockMove = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 2000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 * 60_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(HOUR_MS, -HOUR_MS, -1, -100, DAY_MS, -DAY_MS, 40 * DAY_MS, 8 * DAY_MS) },
)

/** Histories of a few entities, written by a handful of programs ("releases") that don't know each other's slots. */
export const arbitraryHistory: fc.Arbitrary<History> = fc
  .array(program, { minLength: 1, maxLength: 4 })
  .chain((programs) => {
    const touch = fc.record({
      entity: fc.nat({ max: ENTITIES - 1 }),
      program: fc.constantFrom(...programs),
      arguments: fc.array(member, { minLength: 4, maxLength: 4 }),
    })
    const step = fc.record({
      clockMs: clockMove,
      touches: fc.array(touch, { minLength: 1, maxLength: 5 }),
      removed: fc.option(fc.nat({ max: ENTITIES - 1 }), { freq: 12 }),
    })
    return fc.record({
      startMs: fc.constantFrom(
        Date.UTC(2026, 10, 21, 23, 59, 59, 950),
        Date.UTC(2024, 1, 29),
        WRAP_MS - HOUR_MS,
        WRAP_MS + 1,
      ),
      steps: fc.array(step, { minLength: 1, maxLength: 40 }),
    })
  })

/** Keys of one history's entities; `run` keeps histories on one store apart. */
export function historyKeys(run: string): readonly string[] {
  return Array.from({ length: ENTITIES }, (_, i) => entityKey(`${run}.${i}`))
}
