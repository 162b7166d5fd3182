import type { Novelty } from '../../history/feature.js'

const DAY_MS = 86_400_000
/** From this share of successes in places never seen again, another new place says nothing (Good and Turing's estimate). */
const RESTLESS = 0.6
const STEEP = 3.5
/** A small table has new members by necessity. */
const FIRST_PLACES = 1
/** Exits of VPNs and relays are others the next time: that is known before the person has shown it. */
const OTHER_EXIT = 1
const PRIOR_HABIT = 0.5
const PRIOR_SUCCESSES = 2
/** Who was somewhere new the last time is likely under way; half of that is over after so many days. */
const UNDER_WAY = 0.8
const UNDER_WAY_DAYS = 2
const LEAST = 0.05

/** What is known of the person's successes on the event's kind of network. */
export interface OnThisKind {
  /** Whether the kind is an ordinary connection: those of one's own come again, exits of VPNs and relays don't. */
  readonly isPlain: boolean
  readonly successes: number
  /** On other kinds. */
  readonly others: number
}

/**
 * How much a place never seen says of this person: 1 for somebody who is always in the same ones, near 0 for somebody who
 * is always somewhere new (travellers, users of VPNs and relays), less than 1 for somebody who was somewhere new just now.
 */
export function calmness(
  { singles, successes, lastWasSingle, lastMs }: Novelty,
  nowMs: number,
  kind: OnThisKind,
): number {
  // The table doesn't tell of which kind a place was; places that came again are taken for ordinary ones.
  const places = kind.isPlain
    ? { singles: Math.max(0, singles - kind.others - FIRST_PLACES), of: Math.min(kind.successes, successes) }
    : { singles: singles + OTHER_EXIT, of: Math.max(singles, successes - kind.others) }
  const habit = kind.successes / (kind.successes + PRIOR_HABIT)
  const rest = (places.singles / (places.of + PRIOR_SUCCESSES)) * habit
  const settled = 1 - Math.min(1, rest / RESTLESS) ** STEEP
  const isAway = lastWasSingle && successes > PRIOR_SUCCESSES && (!kind.isPlain || singles > kind.others)
  const away = isAway ? UNDER_WAY * 2 ** (-Math.max(0, nowMs - lastMs) / (UNDER_WAY_DAYS * DAY_MS)) * habit : 0
  return Math.max(LEAST, settled * (1 - away))
}
