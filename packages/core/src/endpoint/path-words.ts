/** The words of a folded path: compounds taken apart, plurals folded, and phrases such as `sign in` read as one word. */
import { FOLDED } from './fold-path.js'
import { phrases, vocabulary } from './lexicon.js'

export interface PathWord {
  readonly text: string
  /** Index of the segment that it stands in. */
  readonly segment: number
}

const MAX_WORDS = 32
const LONGEST_COMPOUND = 40
/** Segments and words that every API has and that say nothing. */
const NOISE = new Set([
  'api',
  'apis',
  'rest',
  'restapi',
  'restful',
  'www',
  'index',
  'v',
  'http',
  'https',
  'svc',
  'webapi',
  'publicapi',
  'odata',
  'rpc',
  'json',
  'default',
  'wp',
])

export function toWords(segments: readonly string[]): readonly PathWord[] {
  const words: PathWord[] = []
  let run: PathWord[] = []
  for (let segment = 0; segment < segments.length && words.length + run.length < MAX_WORDS; segment++) {
    const raw = segments[segment] as string
    if (raw === FOLDED || isSlug(raw, segments[segment - 1])) {
      // No phrase reaches across an identifier.
      joinPhrases(run, words)
      run = []
      continue
    }
    const spaced = raw
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .toLowerCase()
    for (const piece of spaced.split(/[^a-z0-9@]+/)) {
      if (piece === '' || NOISE.has(piece)) continue
      for (const word of takeApart(piece)) run.push({ text: toSingular(word), segment })
    }
  }
  joinPhrases(run, words)
  return words.length > MAX_WORDS ? words.slice(0, MAX_WORDS) : words
}

/** Whether a segment is the name of one thing: hyphenated, below a collection, and made of words that the lexicon lacks. */
export function isSlug(segment: string, collection: string | undefined): boolean {
  if (collection === undefined || !segment.includes('-') || !/[^s]s$/i.test(collection)) return false
  return segment.split('-').every((word) => !vocabulary.has(toSingular(word.toLowerCase())))
}

/** `invoices` → `invoice`, `addresses` → `address`, `companies` → `company`. */
export function toSingular(word: string): string {
  if (word.length <= 3 || !word.endsWith('s')) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sse|xe|che|she)s$/.test(word)) return word.slice(0, -2)
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1)
}

/** Fewest known words that spell the piece; the piece itself when they don't. */
function takeApart(piece: string): readonly string[] {
  const plain = piece.replace(/(?<=[a-z]{3})\d{1,2}$/, (digits) => (vocabulary.has(piece) ? digits : ''))
  if (vocabulary.has(plain) || vocabulary.has(toSingular(plain)) || plain.length < 6 || plain.length > LONGEST_COMPOUND)
    return [plain]
  const cost = new Array<number>(plain.length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Array<number>(plain.length + 1).fill(-1)
  cost[0] = 0
  for (let end = 2; end <= plain.length; end++) {
    for (let start = Math.max(0, end - 16); start <= end - 2; start++) {
      const before = cost[start] as number
      if (before + 1 >= (cost[end] as number)) continue
      const part = plain.slice(start, end)
      if (vocabulary.has(part) || (part.length > 3 && vocabulary.has(toSingular(part)))) {
        cost[end] = before + 1
        from[end] = start
      }
    }
  }
  const pieces = cost[plain.length] as number
  if (pieces > Math.max(2, plain.length / 4)) return [plain]
  const words: string[] = []
  for (let end = plain.length; end > 0; end = from[end] as number) words.unshift(plain.slice(from[end] as number, end))
  return words
}

function joinPhrases(run: readonly PathWord[], into: PathWord[]) {
  for (let at = 0; at < run.length; ) {
    const one = run[at] as PathWord
    const second = run[at + 1]
    const third = run[at + 2]
    const two = second === undefined ? '' : `${one.text} ${second.text}`
    const three = third === undefined ? '' : `${two} ${third.text}`
    const long = three === '' ? undefined : phrases.get(three)
    const short = two === '' ? undefined : phrases.get(two)
    if (long !== undefined) into.push({ text: long, segment: (third as PathWord).segment })
    else if (short !== undefined) into.push({ text: short, segment: (second as PathWord).segment })
    else into.push(one)
    at += long !== undefined ? 3 : short !== undefined ? 2 : 1
  }
}
