/**
 * Scores of the app's own successes as a histogram of quarter steps of their natural logarithm: 1 to 255, e^-32 to e^32.
 * 0 stands for no score.
 */
const STEPS_PER_UNIT = 4
const MIDDLE = 128
const HIGHEST = 255
/** With fewer successes the highest hundredth is one or none. */
const ENOUGH = 200

export function toStep(score: number): number {
  if (!(score > 0)) return 1
  return Math.min(HIGHEST, Math.max(1, MIDDLE + Math.round(Math.log(score) * STEPS_PER_UNIT)))
}

/** The step that a share `alpha` of the successes exceeds; null while there are too few to tell. */
export function stepAbove(
  steps: { readonly of: (step: string) => number; readonly total: () => number },
  alpha: number,
): number | null {
  const total = steps.total()
  if (total < ENOUGH) return null
  let above = 0
  for (let step = HIGHEST; step > 0; step--) {
    above += steps.of(String(step))
    if (above > alpha * total) return step
  }
  return null
}
