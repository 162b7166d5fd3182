/** Names and words of many languages in plain letters a–z: what the letter model is trained on. */
import { createRequire } from 'node:module'
import { allLocales } from '@faker-js/faker'
import { slugify, transliterate } from 'transliteration'
import { ROMANISED } from './romanised-names.js'

const require = createRequire(import.meta.url)

/** Scripts whose machine transliteration is nothing that people write: their names stand in `romanised-names.ts`. */
const NOT_TRANSLITERATED = new Set(['ar', 'fa', 'he', 'ur', 'ja', 'th', 'ku_ckb', 'dv', 'en_BORK'])

export interface NameCorpus {
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  readonly words: readonly string[]
}

export function nameCorpus(): NameCorpus {
  const firstNames = new Set<string>()
  const lastNames = new Set<string>()
  for (const [locale, { person }] of Object.entries(allLocales)) {
    if (person === undefined || NOT_TRANSLITERATED.has(locale)) continue
    for (const name of texts(person.first_name)) addSpellings(firstNames, name)
    for (const name of texts(person.last_name)) addSpellings(lastNames, name)
  }
  for (const names of Object.values(ROMANISED)) {
    for (const name of names.split(' ')) {
      addSpellings(firstNames, name)
      addSpellings(lastNames, name)
    }
  }
  for (const name of list('firstnames')) addSpellings(firstNames, name)
  for (const name of list('lastnames')) addSpellings(lastNames, name)
  const words = new Set<string>()
  for (const word of texts(allLocales.en?.word)) addSpellings(words, word)
  for (const word of texts(allLocales.en?.animal)) addSpellings(words, word)
  for (const word of texts(allLocales.en?.color)) addSpellings(words, word)
  return { firstNames: sorted(firstNames), lastNames: sorted(lastNames), words: sorted(words) }
}

/** Both ways of writing ä, ö, ü and å: `mueller` and `muller`. */
const GERMANIC: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', å: 'aa', ø: 'oe', æ: 'ae' }

function addSpellings(names: Set<string>, text: string): void {
  const lower = text.toLowerCase()
  add(names, transliterate(lower))
  if (/[äöüßåøæ]/.test(lower))
    add(names, transliterate(lower.replace(/[äöüßåøæ]/g, (letter) => GERMANIC[letter] ?? letter)))
}

function add(names: Set<string>, text: string): void {
  for (const part of slugify(text, { lowercase: true, separator: ' ' }).split(' ')) {
    if (/^[a-z]{2,20}$/.test(part)) names.add(part)
  }
  const whole = text.replace(/[^a-z]/g, '')
  if (whole.length >= 2 && whole.length <= 20) names.add(whole)
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('{{') ? [] : [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(texts)
}

function list(name: 'firstnames' | 'lastnames'): readonly string[] {
  const loaded = require(`@zxcvbn-ts/language-en/src/${name}.json`) as readonly string[]
  return loaded
}

function sorted(names: ReadonlySet<string>): readonly string[] {
  return [...names].sort((one, other) => (one < other ? -1 : 1))
}
