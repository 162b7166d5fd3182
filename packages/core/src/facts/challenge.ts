import type { Challenge } from '../vocabulary/index.js'
import { defineFact, FAILED } from './need.js'

/** What the challenge token is worth that came with the event. It proves nothing by itself: thieves get one too. */
export interface ChallengeFact {
  /**
   * - `none`: no token.
   * - `valid`: ours, in time, of this device and person, presented for the first time.
   * - `repeated`: as `valid`, again from the same client within 10 s: a double click, the same event.
   * - `used`: presented before, by another client or longer ago.
   * - `expired`: ours, but older than 10 minutes.
   * - `invalid`: not ours, or of another device or person.
   * - `unknown`: the store could not tell whether it was presented before.
   */
  readonly standing: 'none' | 'valid' | 'repeated' | 'used' | 'expired' | 'invalid' | 'unknown'
  /** Why it is used or invalid. */
  readonly cause: 'same_device' | 'other_client' | 'foreign' | 'future' | 'other_device' | 'other_person' | null
  /** The challenges that were offered with it; empty for what isn't ours. */
  readonly offered: readonly Challenge[]
}

export const NO_CHALLENGE: ChallengeFact = Object.freeze({ standing: 'none', cause: null, offered: Object.freeze([]) })

/** Absent when no token came, or none that says anything: most events. */
export const presentedChallenge = defineFact({
  name: 'challenge.presented',
  source: 'request',
  read({ challenge }) {
    if (challenge.standing === 'unknown') return FAILED
    return challenge.standing === 'none' ? undefined : challenge
  },
})
