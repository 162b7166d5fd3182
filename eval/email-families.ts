/** Local parts drawn by programs that the labelled data does not have, and forms that people use; the same at each run. */
import { nameCorpus } from '../tools/email-model/names.js'
import { createRandom, pick } from '../tools/email-model/random.js'

const random = createRandom(77)
const { firstNames, lastNames } = nameCorpus()
const first = () => pick(random, firstNames)
const last = () => pick(random, lastNames)
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'
const HEX = '0123456789abcdef'
const of = (characters: string, n: number) => Array.from({ length: n }, () => pick(random, [...characters])).join('')
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
const many = (n: number, draw: () => string) => Array.from({ length: n }, draw)

export const drawnFamilies: Readonly<Record<string, readonly string[]>> = {
  hexadecimal: many(2_000, () => of(HEX, between(8, 16))),
  uuid: many(2_000, () => [8, 4, 4, 4, 12].map((n) => of(HEX, n)).join('-')),
  'mixed case and digits': many(2_000, () => of(LETTERS + LETTERS.toUpperCase() + DIGITS, between(8, 12))),
  'letters, then digits': many(2_000, () => of(LETTERS, between(5, 8)) + of(DIGITS, between(2, 4))),
  'a name, a dot and a random tail': many(2_000, () => `${first()}.${of(LETTERS + DIGITS, 6)}`),
  'a name and a random tail': many(2_000, () => first() + of(LETTERS + DIGITS, 5)),
  'two random words': many(2_000, () => `${of(LETTERS, 5)}.${of(LETTERS, 6)}`),
  syllables: many(2_000, () =>
    many(between(4, 5), () => pick(random, [...'bcdfghjklmnpqrstvwxyz']) + pick(random, [...'aeiou'])).join(''),
  ),
  consonants: many(2_000, () => of('bcdfghjklmnpqrstvwxz', 8)),
  'six letters and digits': many(2_000, () => of(LETTERS + DIGITS, 6)),
  'a time stamp': many(2_000, () => `u${1.7e12 + Math.floor(random() * 1e11)}`),
  'a full name and five digits': many(2_000, () => first() + last() + of(DIGITS, 5)),
}

export const peopleForms: Readonly<Record<string, readonly string[]>> = {
  'first.last': many(4_000, () => `${first()}.${last()}`),
  firstlast: many(4_000, () => first() + last()),
  flast99: many(4_000, () => first().charAt(0) + last() + of(DIGITS, 2)),
  last_f: many(4_000, () => `${last()}_${first().charAt(0)}`),
  'first and a year': many(4_000, () => first() + between(1950, 2009)),
  'first and a birthday': many(
    4_000,
    () => `${first()}${of('012', 1)}${of(DIGITS, 1)}0${of('123456789', 1)}${between(60, 99)}`,
  ),
}
