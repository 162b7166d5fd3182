/** How surprising each letter is after the two before it, in names of many languages; bits, in 64 steps. */
import type { NameCorpus } from './names.js'
import { createRandom, pick } from './random.js'

/** a–z, and 26 for the edge of a word. */
const SYMBOLS = 27
const EDGE = 26
export const COST_STEP_BITS = 0.2
export const COST_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** 27³ costs, `COST_LETTERS[cost / COST_STEP_BITS]` each; index ((before last) · 27 + last) · 27 + letter. */
export function trainLetters(corpus: NameCorpus): string {
  const counts = new Float64Array(SYMBOLS ** 3)
  const random = createRandom(20_260_101)
  for (const name of corpus.firstNames) count(counts, name, 2)
  for (const name of corpus.lastNames) count(counts, name, 1)
  for (const word of corpus.words) count(counts, word, 0.5)
  // As people write themselves: jsmith, smithj, johnsmith.
  for (let i = 0; i < 60_000; i++) {
    const first = pick(random, corpus.firstNames)
    const last = pick(random, corpus.lastNames)
    const form = random()
    const text = form < 0.45 ? first.charAt(0) + last : form < 0.6 ? last + first.charAt(0) : first + last
    count(counts, text, 0.7)
  }
  return encode(smoothed(counts))
}

function count(counts: Float64Array, name: string, weight: number): void {
  let [before, last] = [EDGE, EDGE]
  for (let i = 0; i <= name.length; i++) {
    const letter = i === name.length ? EDGE : name.charCodeAt(i) - 97
    const at = (before * SYMBOLS + last) * SYMBOLS + letter
    counts[at] = (counts[at] as number) + weight
    before = last
    last = letter
  }
}

/** Witten–Bell: each context trusts its own counts as far as it has seen few new letters. */
function smoothed(three: Float64Array): Float64Array {
  const two = new Float64Array(SYMBOLS ** 2)
  const one = new Float64Array(SYMBOLS)
  three.forEach((n, at) => {
    two[at % SYMBOLS ** 2] = (two[at % SYMBOLS ** 2] as number) + n
    one[at % SYMBOLS] = (one[at % SYMBOLS] as number) + n
  })
  const uniform = new Float64Array(SYMBOLS).fill(1 / SYMBOLS)
  const p1 = interpolate(one, () => uniform)
  const p2 = interpolate(two, () => p1)
  return interpolate(three, (context) =>
    p2.subarray((context % SYMBOLS) * SYMBOLS, (context % SYMBOLS) * SYMBOLS + SYMBOLS),
  )
}

function interpolate(counts: Float64Array, lower: (context: number) => Float64Array): Float64Array {
  const out = new Float64Array(counts.length)
  for (let context = 0; context < counts.length / SYMBOLS; context++) {
    const own = counts.subarray(context * SYMBOLS, (context + 1) * SYMBOLS)
    const below = lower(context)
    const total = own.reduce((sum, n) => sum + n, 0)
    const kinds = own.filter((n) => n > 0).length + 1
    for (let letter = 0; letter < SYMBOLS; letter++) {
      out[context * SYMBOLS + letter] = ((own[letter] as number) + kinds * (below[letter] as number)) / (total + kinds)
    }
  }
  return out
}

function encode(probabilities: Float64Array): string {
  let text = ''
  for (const probability of probabilities) {
    const step = Math.round(-Math.log2(probability) / COST_STEP_BITS)
    text += COST_LETTERS.charAt(Math.min(COST_LETTERS.length - 1, step))
  }
  return text
}
