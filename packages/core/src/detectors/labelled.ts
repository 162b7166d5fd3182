import type { HeldLabel } from '../history/labels.js'

const DAY_MS = 86_400_000
/** A suspicion that nobody confirmed. */
const SUSPECTED = 0.4
/** Beyond so many people one label says nothing of the entity. */
export const CROWDED_USERS = 20

/** How much of a fraud label's weight its type gives, 0 to 1. */
export function suspicionOf({ type }: HeldLabel): number {
  if (type === 'confirmed_fraud' || type === 'device_takeover') return 1
  return type === 'suspected_fraud' ? SUSPECTED : 0
}

/** One label among so many good users: (labelled + 1) / (seen + 1), at most 1; 0 for a crowd. */
export function shareOfLabel(users: number): number {
  return users > CROWDED_USERS ? 0 : Math.min(1, 2 / (users + 1))
}

/** Whole days since a label was given. */
export function labelAgeDays({ atMs }: HeldLabel, now: number): number {
  return Math.max(0, Math.floor((now - atMs) / DAY_MS))
}
