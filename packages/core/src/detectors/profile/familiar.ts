import type { FamiliarReading } from '../../history/feature.js'

const DAY_MS = 86_400_000
/** Successes that make a thing one's own, on any days. */
const ENOUGH_SUCCESSES = 3
/** Two do when this far apart: a stolen password is used within days, not again after a week. */
const FEW_SUCCESSES = 2
const WEEK_MS = 7 * DAY_MS

/**
 * Whether a thing counts as the user's own: three successes, or two at least a week apart. What was learned while nobody
 * applied the challenge needs both: a week, and two more successes after the first.
 */
export function isFamiliar(entry: FamiliarReading | null | undefined): entry is FamiliarReading {
  if (entry === null || entry === undefined) return false
  const span = entry.lastMs - entry.firstMs
  if (entry.onProbation) return span >= WEEK_MS && entry.successes >= ENOUGH_SUCCESSES
  return entry.successes >= ENOUGH_SUCCESSES || (entry.successes >= FEW_SUCCESSES && span >= WEEK_MS)
}

/** Whether the user ever succeeded with it in a way that counts: what is on probation doesn't until it is familiar. */
export function isKnown(entry: FamiliarReading | null | undefined): entry is FamiliarReading {
  return entry !== null && entry !== undefined && (!entry.onProbation || isFamiliar(entry))
}

/** Things that a user has: on three devices or from three networks somebody new is unlike them; with one, it is early to say. */
const SETTLED = 3

/** How much "never seen" says of somebody with so many successes: 0.6 after the first, 1 from the third on. */
export function settledness(successes: number): number {
  return Math.min(1, 0.4 + (0.6 * Math.max(0, successes)) / SETTLED)
}
