import { isFamiliar, isKnown } from '../profile/familiar.js'

type Entry = Parameters<typeof isKnown>[0]

/** What speaks for a familiar device must not speak for a copy of its cookie. */
const AWAY = 1.5

/** Strength of a sign that a cookie was copied: on a familiar device in a place that its owner never had, it outweighs the familiarity. */
export function copiedStrength(own: Entry, block: Entry): number {
  return isFamiliar(own) && !isKnown(block) ? AWAY : 1
}
