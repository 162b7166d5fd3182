import { COST_STEP_BITS, LETTER_COSTS } from './letter-costs.js'

const SYMBOLS = 27
const EDGE = 26
/** Bits of one of 26 letters, were all alike: what a random text pays for each. */
const RANDOM_LETTER_BITS = Math.log2(26)
/** Bits for the end of a random text of 8 letters. */
const RANDOM_END_BITS = 3
/** A first letter that stands for a name: `jsmith`. */
const INITIAL_BITS = 0.5

/** In the order of steps, as the trainer writes them. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const costs = Float32Array.from(LETTER_COSTS, (letter) => LETTERS.indexOf(letter) * COST_STEP_BITS)

/**
 * How much better chance explains a word than the names of the world do, in bits: 10 means a thousand times better. Names
 * are mostly at −5 to −20, eight random letters mostly at 10 to 35. The word may be a name with an initial before it.
 * Linear; reads `text` from `from` to `to`, which must be a–z throughout.
 */
export function randomBits(text: string, from: number, to: number): number {
  const whole = bits(text, from, to)
  return to - from < 4 ? whole : Math.min(whole, INITIAL_BITS + bits(text, from + 1, to))
}

/**
 * The most that any stretch of a word of letters and digits says for chance, so that a name before it takes nothing away.
 * @param digitsBits what digits between letters say
 */
export function stretchBits(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  digitsBits: number,
): number {
  let end = to
  while (end > from && isDigitAt(text, end - 1)) end--
  let [before, last, most, sum] = [EDGE, EDGE, 0, 0]
  for (let i = from; i < end; i++) {
    if (isDigitAt(text, i)) {
      if (last !== EDGE) sum += digitsBits
      before = EDGE
      last = EDGE
    } else {
      const letter = text.charCodeAt(i) - 97
      sum += (costs[(before * SYMBOLS + last) * SYMBOLS + letter] as number) - RANDOM_LETTER_BITS
      before = last
      last = letter
    }
    sum = Math.max(0, sum)
    most = Math.max(most, sum)
  }
  return most
}

function isDigitAt(text: string, at: number): boolean {
  return text.charCodeAt(at) < 97
}

function bits(text: string, from: number, to: number): number {
  let before = EDGE
  let last = EDGE
  let sum = 0
  for (let i = from; i < to; i++) {
    const letter = text.charCodeAt(i) - 97
    sum += (costs[(before * SYMBOLS + last) * SYMBOLS + letter] as number) - RANDOM_LETTER_BITS
    before = last
    last = letter
  }
  return sum + (costs[(before * SYMBOLS + last) * SYMBOLS + EDGE] as number) - RANDOM_END_BITS
}
