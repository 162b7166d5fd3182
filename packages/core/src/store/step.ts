import type { Operation, Program } from './operation.js'
import { DISTINCT_STAMP_MS } from './record.js'

/**
 * An operation with every field that any kind has, so that all are objects of one shape: reading a field of six shapes
 * costs more than what most operations do. Fields of other kinds stand at 0.
 */
export interface Step {
  readonly kind: Operation['kind']
  readonly slot: number
  /** Index into the touch's arguments; -1 = takes none. */
  readonly argument: number
  readonly add: number
  /** Bucket widths of a count's rings, or a baseline's one, deciseconds. */
  readonly widthsDs: Float64Array
  readonly cap: number
  /** Entries of a full distinct set older than this may go, in stamps. */
  readonly maxAge: number
  readonly addHalves: number
  readonly mode: 'proven' | 'probation' | 'distinct' | 'familiar' | 'set' | 'once' | ''
}

const steps = new WeakMap<Program, readonly Step[]>()

/** The program's operations as steps, made once per program. */
export function stepsOf(program: Program): readonly Step[] {
  let made = steps.get(program)
  if (made === undefined) {
    made = program.operations.map(toStep)
    steps.set(program, made)
  }
  return made
}

function toStep(operation: Operation): Step {
  const { kind, slot } = operation
  const argument = 'argument' in operation ? operation.argument : -1
  const step = { kind, slot, argument, add: 0, widthsDs: NO_WIDTHS, cap: 0, maxAge: 0, addHalves: 0, mode: '' } as const
  switch (operation.kind) {
    case 'count':
      return { ...step, add: operation.add, widthsDs: Float64Array.from(operation.widthsDs) }
    case 'distinct':
      return { ...step, cap: operation.cap, maxAge: Math.ceil(operation.maxAgeMs / DISTINCT_STAMP_MS) }
    case 'familiar':
      return { ...step, cap: operation.cap, addHalves: operation.addHalves, mode: operation.standing }
    case 'forget':
      return { ...step, mode: operation.from }
    case 'text':
      return { ...step, mode: operation.mode }
    case 'baseline':
      return { ...step, add: operation.add, widthsDs: Float64Array.of(operation.widthDs) }
    default:
      return operation satisfies never
  }
}

const NO_WIDTHS = new Float64Array(0)
