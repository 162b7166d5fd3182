/** What the part before the @ says by itself: how random it is, and what it was put together from. Bounded and linear. */
import { isKeyboardMash } from './keyboard.js'
import { randomBits, stretchBits } from './letter-model.js'
import { localShape } from './local-shape.js'

/** Why a local part looks made by a program. */
export type GeneratedBy =
  /** Letters or letters and digits that chance explains better than the names of the world. */
  | 'chance'
  /** A word that stands for nobody, with a running number: `user48213`. */
  | 'placeholder'
  /** A name with a long number that is no year, date or run of keys: `emma482139`. */
  | 'number'

export interface LocalPartFacts {
  readonly generated: GeneratedBy | null
  /** By how many bits chance explains it better than names do; below 0 for names. Null for scripts that the model doesn't know. */
  readonly randomBits: number | null
  readonly keyboard: boolean
  readonly repetition: boolean
  readonly profanity: boolean
  /** Runs of letters and digits with their lengths: `jsmith92` is `a6d2`. */
  readonly shape: string
}

/** Bits above which a local part is called random: 0.1 % of people's names are, and 1 % of eight random letters aren't. */
const RANDOM_BITS = 3.5
/** The most random word of several must say more: a rare name beside an ordinary one is a rare name. */
const RANDOM_WORD_BITS = 8
/** The same for a word with digits inside. */
const MIXED_WORD_BITS = 5
/** A stretch of such a word that says so much is chance, whatever name stands before it: `emma4xk9q`. */
const STRETCH_BITS = 8
/** Below this many letters and digits there is too little to tell. */
const MIN_CHARS = 6
/** For each character that is missing to eight. */
const SHORT_BITS = 1.5
/** Digits between letters: hardly anybody's name has any. */
const INNER_DIGITS_BITS = 4
const LEADING_DIGITS_BITS = 2
/** One or two letters between digits: `30d879449`. */
const INNER_LETTERS_BITS = 3
/** Syllables drawn by lot (`xaxikibi`) read like names; one in 10,000 names that alternate as long is as odd as two in three of them. */
const ALTERNATING_BITS = 5.5
const ALTERNATING_LETTERS = 8
const VOWELS = 'aeiou'
/** A run of one or two letters between digits shows little. */
const SHORT_RUN_BITS = 2

const PLACEHOLDER =
  /^(?:user|users|usr|test|tester|testing|account|acct|acc|member|guest|client|customer|player|signup|register|email|mail|tmp|temp|bot|demo|fake|anon|dummy|random|trial|qa|dev|login|newuser|testuser|testaccount|promo|spam|trash|null|undefined|sample|example|abc|xyz|reg)[._-]?\d{3,}$/
/** Not 6 or 8 digits, which are birthdays, nor 9 to 11, which are telephones. */
const MANY_DIGITS = /^[a-z][a-z._-]*(\d{5}|\d{7}|\d{12,})$/
/** As programs write large numbers: `3f2504e0-4f89-11d3`. */
const HEX = /^(?=.*\d)(?=.*[a-f])[0-9a-f]{8}(?:-?[0-9a-f]{4,}){2,}$/
const PROFANITY =
  /fuck|cunt|bitch|asshole|arsehole|wanker|motherf|faggot|nigger|pussy|cocksuck|dickhead|bullshit|shithead|blowjob|suckmy|arschloch|wichser|hurensohn|scheisse|putamadre|hijodeputa|pendejo|putain|connard|salope|kurwa|vaffanculo|stronzo|blyat/

/** @param local what stands before the @, at most 64 characters are looked at; a tag after + is left out */
export function localPartFacts(local: string): LocalPartFacts {
  const text = plain(local.slice(0, 64))
  const isLatin = /^[\x21-\x7e]*$/.test(text)
  const bits = isLatin ? localBits(text) : null
  const keyboard = isKeyboardMash(text)
  const repetition = isRepetition(text)
  return {
    // What fingers drummed is odd, but a person did it.
    generated: !isLatin || keyboard || repetition ? null : generatedBy(text, bits),
    randomBits: bits === null ? null : Math.round(bits.all * 10) / 10,
    keyboard,
    repetition,
    profanity: PROFANITY.test(text),
    shape: localShape(text),
  }
}

/** Lower case, without accents and the tag. */
function plain(local: string): string {
  const plus = local.indexOf('+')
  const name = plus > 0 ? local.slice(0, plus) : local
  const lower = name.toLowerCase()
  return /^[\x21-\x7e]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '')
}

function generatedBy(text: string, bits: LocalBits | null): GeneratedBy | null {
  if (bits !== null && (isRandom(bits) || HEX.test(text))) return 'chance'
  if (PLACEHOLDER.test(text)) return 'placeholder'
  const digits = MANY_DIGITS.exec(text)?.[1]
  return digits !== undefined && isArbitrary(digits) ? 'number' : null
}

/** No count, no repetition and no date in it: `12345`, `77777`, `10101` and `1990123` are people's. */
function isArbitrary(digits: string): boolean {
  const steps = new Set<number>()
  for (let i = 1; i < digits.length; i++) steps.add(digits.charCodeAt(i) - digits.charCodeAt(i - 1))
  return steps.size > 2 && new Set(digits).size > 2 && (digits.length > 11 || !/(?:19|20)\d\d/.test(digits))
}

interface LocalBits {
  readonly all: number
  /** Of the most random word, above what such a word needs. */
  readonly word: number
  readonly chars: number
}

function isRandom({ all, word, chars }: LocalBits): boolean {
  if (chars < MIN_CHARS) return false
  const short = SHORT_BITS * Math.max(0, 8 - chars)
  return all > RANDOM_BITS + short || word > short
}

const isLetter = (code: number) => code >= 97 && code <= 122
const isDigit = (code: number) => code >= 48 && code <= 57

/** Null when there are no letters: numbers are how a billion people are known to their provider. */
function localBits(text: string): LocalBits | null {
  let [all, word, chars, letters, at] = [0, Number.NEGATIVE_INFINITY, 0, 0, 0]
  while (at < text.length) {
    let end = at
    while (end < text.length && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++
    if (end > at) {
      const token = tokenBits(text, at, end)
      all += token.bits
      if (token.letters > 0) word = Math.max(word, token.bits - (token.mixed ? MIXED_WORD_BITS : RANDOM_WORD_BITS))
      if (token.mixed) word = Math.max(word, stretchBits(text, { from: at, to: end }, INNER_DIGITS_BITS) - STRETCH_BITS)
      letters += token.letters
      chars += end - at
    }
    at = end + 1
  }
  return letters === 0 ? null : { all, word, chars }
}

interface TokenBits {
  readonly bits: number
  readonly letters: number
  /** Digits stand between its letters, or letters between its digits. */
  readonly mixed: boolean
}

/** Of one word of letters and digits. */
function tokenBits(text: string, from: number, to: number): TokenBits {
  let [bits, letters, mixed, at] = [0, 0, false, from]
  while (at < to) {
    const start = at
    const kind = isDigit(text.charCodeAt(at)) ? isDigit : isLetter
    while (at < to && kind(text.charCodeAt(at))) at++
    const isInner = start > from && at < to
    mixed ||= isInner
    if (kind === isLetter) {
      letters += at - start
      bits += runBits(text, start, at, isInner)
    } else if (isInner) bits += INNER_DIGITS_BITS
    else if (at < to) bits += LEADING_DIGITS_BITS
  }
  return { bits: letters === 0 ? 0 : bits, letters, mixed }
}

function runBits(text: string, from: number, to: number, isInner: boolean): number {
  if (to - from > 2) return randomBits(text, from, to) + (alternates(text, from, to) ? ALTERNATING_BITS : 0)
  if (isInner) return INNER_LETTERS_BITS
  // One letter is anybody's initial.
  return to - from === 1 ? 0 : Math.min(SHORT_RUN_BITS, randomBits(text, from, to))
}

/** Consonant, vowel, consonant, vowel: eight letters or more. */
function alternates(text: string, from: number, to: number): boolean {
  if (to - from < ALTERNATING_LETTERS) return false
  for (let i = from; i < to; i++) if (VOWELS.includes(text.charAt(i)) !== ((i - from) % 2 === 1)) return false
  return true
}

/** Four of a kind in a row, or one to three characters again and again. */
function isRepetition(text: string): boolean {
  return (
    /(.)\1{3}/.test(text.replace(/\d/g, '#').replace(/#+/g, '#')) || (text.length >= 8 && /^(.{1,3})\1{2,}$/.test(text))
  )
}
