import type { DeviceCookieReading } from './device-cookie.js'

/**
 * A device cookie's generation rises by one with each proven success. Two copies of one cookie drift apart as soon as one
 * of them is used twice while the other rests: the resting one is then older than the last two, which is *reused*.
 *
 * The last two are good because browsers have several tabs, and because a response can get lost on its way: the next one
 * counts from the generation that the browser *has*, so an honest browser is never more than one behind.
 */

const GENERATIONS = 0x10000
/** Of two generations on the ring, the newer is the one less than half a turn ahead. */
const HALF_TURN = 0x8000
/** The newest and the one before it. */
const ACCEPTED_BEHIND = 1

/** The generation to sign and, once it has been sent, to store. 65,535 is followed by 0. */
export function nextGeneration(generation: number): number {
  return (generation + 1) % GENERATIONS
}

/** The newer of two generations; what is stored never goes back. */
export function newestGeneration(one: number, stored: number | null): number {
  if (stored === null) return one
  return behind(stored, one) < HALF_TURN ? one : stored
}

/**
 * Whether a cookie is older than the last two of its device. One *newer* than what is stored is good: the store has
 * forgotten or was out of reach, and only we can sign. `null`: nothing stored yet.
 */
export function isReused(cookieGeneration: number, storedGeneration: number | null): boolean {
  if (storedGeneration === null) return false
  const steps = behind(cookieGeneration, storedGeneration)
  return steps > ACCEPTED_BEHIND && steps < HALF_TURN
}

/** Steps from `from` forward to `to` on the ring. */
function behind(from: number, to: number): number {
  return (to - from + GENERATIONS) % GENERATIONS
}

/** How a generation stands in the store's text slot. */
export function toGenerationText(generation: number): string {
  return String(generation)
}

/** Null for a text that isn't a generation, such as a corrupt one: nobody is accused on its word. */
export function parseGenerationText(text: string | null | undefined): number | null {
  if (typeof text !== 'string' || !/^(?:0|[1-9]\d{0,4})$/.test(text)) return null
  const generation = Number(text)
  return generation < GENERATIONS ? generation : null
}

/** The reading with what history knows: an old copy's standing becomes `reused`. */
export function withStoredGeneration(
  reading: DeviceCookieReading,
  storedGeneration: number | null,
): DeviceCookieReading {
  return reading.standing === 'known' && isReused(reading.generation, storedGeneration)
    ? { ...reading, standing: 'reused' }
    : reading
}
