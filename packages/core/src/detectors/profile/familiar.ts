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
  return entry !== null && entry !== undefined && hasEnough(entry)
}

function hasEnough(entry: FamiliarReading): boolean {
  const span = entry.lastMs - entry.firstMs
  if (entry.onProbation) return span >= WEEK_MS && entry.successes >= ENOUGH_SUCCESSES
  return entry.successes >= ENOUGH_SUCCESSES || (entry.successes >= FEW_SUCCESSES && span >= WEEK_MS)
}

/** Whether the user ever succeeded with it in a way that counts: what is on probation doesn't until it is familiar. */
export function isKnown(entry: FamiliarReading | null | undefined): entry is FamiliarReading {
  return entry !== null && entry !== undefined && (!entry.onProbation || hasEnough(entry))
}

const DAY_OLD_MS = DAY_MS
/** Of a thing on probation: right after its first success it is nearly as good as new, after a day and two successes less so. */
const FRESH_NOVELTY = 0.55
const SETTLING_NOVELTY = 0.3

/**
 * How new a thing is to the user: 1 for never seen, 0 for known, between them while it is on probation, so that a host
 * that applies no challenge doesn't see a good customer's new phone challenged for a week.
 */
export function novelty(entry: FamiliarReading | null | undefined): number {
  if (entry === null || entry === undefined) return 1
  if (!entry.onProbation || hasEnough(entry)) return 0
  return entry.successes >= FEW_SUCCESSES && entry.lastMs - entry.firstMs >= DAY_OLD_MS
    ? SETTLING_NOVELTY
    : FRESH_NOVELTY
}

/** Successes from which on a profile is settled; before, people still bring their second device and their office. */
const SETTLED = 3
const UNSETTLED_WEIGHT = 0.7

/**
 * How much "never seen" says of somebody with so many successes: with the default 0.8 after the first, 1 from the third
 * on. A trait of which people have several needs more of them.
 */
export function settledness(successes: number, settled: number = SETTLED): number {
  return Math.min(1, UNSETTLED_WEIGHT + ((1 - UNSETTLED_WEIGHT) * Math.max(0, successes)) / settled)
}

/** Successes with a thing; on probation they count as far as it isn't new any more. */
export function habitCount(entry: FamiliarReading | null | undefined): number {
  return entry === null || entry === undefined ? 0 : entry.successes * (1 - novelty(entry))
}

/** Share of the person's successes that a thing has, drawn towards none while they are few; what is on probation counts as far as it isn't new. */
export function habitShare(entry: FamiliarReading | null | undefined, successes: number | undefined): number {
  const own = habitCount(entry)
  return Math.min(1, own / (Math.max(successes ?? 0, own) + 1))
}
