import type { Touch, TouchOptions } from '../store/index.js'

/** What was learned from one event. */
export interface Outcome {
  readonly touches: readonly Touch[]
  readonly options: TouchOptions
}

/** An outcome that may wait long: a third of the memory, since thousands of them share their fixed parts. */
export interface PackedOutcome {
  readonly shape: Shape
  /** Keys and arguments as JSON. */
  readonly values: string
  readonly options: TouchOptions
}

type Shape = readonly Pick<Touch, 'kind' | 'program'>[]

/** Packs outcomes, sharing the shape of the one before where it is the same. */
export function createOutcomePacker(): (outcome: Outcome) => PackedOutcome {
  let last: Shape = []
  return ({ touches, options }) => {
    if (!hasShape(touches, last)) last = touches.map(({ kind, program }) => ({ kind, program }))
    return { shape: last, values: JSON.stringify(touches.map((touch) => [touch.key, ...touch.arguments])), options }
  }
}

export function unpackOutcome({ shape, values, options }: PackedOutcome): Outcome {
  const parts = JSON.parse(values) as readonly [string, ...(string | null)[]][]
  return {
    touches: parts.map(([key, ...rest], i) => ({ ...(shape[i] as Shape[number]), key, arguments: rest })),
    options,
  }
}

function hasShape(touches: readonly Touch[], shape: Shape): boolean {
  if (touches.length !== shape.length) return false
  return touches.every(({ kind, program }, i) => shape[i]?.program === program && shape[i]?.kind === kind)
}
