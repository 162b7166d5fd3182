/** What the model sees of a request: short names, hashed to 32 bits. The trainer and the product share this one definition. */
import { LRUCache } from 'lru-cache'
import { FOLDED } from './fold-path.js'
import { type PathReading, toHint } from './hints.js'
import { conceptsByWord, vocabulary } from './lexicon.js'
import { type PathWord, toWords } from './path-words.js'

/** Changes whenever the features do: a model is only read by the features that it was trained on. */
export const FEATURES_VERSION = 1

const MOST_FEATURES = 512
const MAX_HOST_CHARS = 253
/** Words of host names that tell what stands behind them; everything else of a host is somebody's name. */
const HOST_WORDS = new Set([
  'auth',
  'login',
  'sso',
  'id',
  'identity',
  'accounts',
  'account',
  'oauth',
  'pay',
  'payment',
  'payments',
  'billing',
  'shop',
  'store',
  'checkout',
  'admin',
  'crm',
  'telecom',
  'voice',
  'sms',
  'bank',
  'banking',
  'loyalty',
  'orders',
  'track',
  'tracking',
  'kyc',
  'verify',
])
const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
const GRAM = 4

export interface Sight {
  readonly segments: readonly string[]
  readonly words: readonly PathWord[]
  readonly reading: PathReading
  /** Words of the last segment with words. */
  readonly lastWords: ReadonlySet<string>
}

/** Reads method and path once, for the features and for the action. */
export function toSight(method: string, segments: readonly string[]): Sight {
  const words = toWords(segments)
  const concepts = new Set<string>()
  const texts = new Set<string>()
  const lastConcepts = new Set<string>()
  const lastSegment = words[words.length - 1]?.segment
  for (const { text, segment } of words) {
    texts.add(text)
    for (const concept of conceptsByWord.get(text) ?? []) {
      concepts.add(concept)
      if (segment === lastSegment) lastConcepts.add(concept)
    }
  }
  const reading: PathReading = {
    concepts,
    words: texts,
    last: lastConcepts,
    method,
    endsWithId: segments.length > 0 && (lastSegment ?? -1) < segments.length - 1,
  }
  const lastWords = new Set(words.filter(({ segment }) => segment === lastSegment).map(({ text }) => text))
  return { segments, words, reading, lastWords }
}

/** Distinct feature names of a request, at most 512; `hostWords` as `toHostWords` gives them. */
export function toFeatures(sight: Sight, hostWords: string): readonly string[] {
  const { words, reading, segments } = sight
  const names = new Set<string>()
  const add = (name: string) => {
    if (names.size < MOST_FEATURES) names.add(name)
  }
  const method = READS.has(reading.method) ? 'GET' : reading.method
  const way = method === 'GET' ? 'r' : 'w'
  const tail = reading.endsWithId ? 'i' : 'e'
  add(`m:${method}`)
  add(`e:${tail}`)
  add(`em:${tail}${method}`)
  add(`n:${Math.min(6, words.length)}`)
  add(`s:${Math.min(6, segments.length)}`)
  const hint = toHint(reading)
  const unknown = Math.min(
    3,
    words.reduce((count, { text }) => (vocabulary.has(text) ? count : count + 1), 0),
  )
  add(`h:${hint}`)
  add(`h:${hint}:${way}`)
  add(`hu:${hint}:${unknown}`)
  add(`hn:${hint}:${Math.min(5, words.length)}`)
  add(`u:${unknown}`)
  // What the last segment says alone: `/orders/7/refund` is about a refund, `/cart/settings` about settings.
  const lastHint = toHint({ ...reading, concepts: reading.last, words: sight.lastWords })
  add(`q:${lastHint}`)
  add(`q:${lastHint}:${hint}`)
  const lastSegment = words[words.length - 1]?.segment ?? -1
  const lastWord = words[words.length - 1]?.text
  // Plural or not, which the words no longer tell: `GET /user` is somebody's own account, `GET /users` a list.
  const end = segments.findLast((segment) => segment !== FOLDED)
  if (end !== undefined) {
    const plural = /[^s]s$/i.test(end) ? 'many' : 'one'
    add(`y:${plural}:${lastWord}`)
    add(`y:${plural}:${method}${tail}`)
  }
  let before: PathWord | undefined
  for (const word of words) {
    const { text, segment } = word
    add(`w:${text}`)
    add(`w:${text}:${way}`)
    if (segment === lastSegment) {
      add(`l:${text}`)
      add(`l:${text}:${method}${tail}`)
    } else add(`p:${text}`)
    if (before !== undefined) add(`b:${before.text} ${text}`)
    if (!vocabulary.has(text)) addGrams(add, text)
    before = word
  }
  if (words.length === 1 && lastWord !== undefined) add(`o:${lastWord}`)
  const list = [...reading.concepts]
  for (let a = 0; a < list.length; a++) {
    const one = list[a] as string
    add(`c:${one}`)
    add(`c:${one}:${method}${tail}`)
    for (let b = a + 1; b < list.length && b < 12; b++) {
      const two = list[b] as string
      add(one < two ? `d:${one} ${two}` : `d:${two} ${one}`)
    }
  }
  for (const concept of reading.last) {
    add(`k:${concept}`)
    add(`k:${concept}:${method}${tail}`)
  }
  if (hostWords !== '') for (const word of hostWords.split(' ')) add(`t:${word}`)
  return [...names]
}

const hostWordsOf = new LRUCache<string, string>({ max: 256 })

/** The telling words of a host name, with a blank between them: nothing of whose host it is. */
export function toHostWords(host: string): string {
  const known = hostWordsOf.get(host)
  if (known !== undefined) return known
  const labels = host.slice(0, MAX_HOST_CHARS).toLowerCase().split(/[.:-]/)
  const words = [...new Set(labels.filter((label) => HOST_WORDS.has(label)))].join(' ')
  if (host.length <= MAX_HOST_CHARS) hostWordsOf.set(host, words)
  return words
}

function addGrams(add: (name: string) => void, text: string) {
  if (text.length <= GRAM || text.length > 24) return
  const framed = `^${text}$`
  for (let at = 0; at + GRAM <= framed.length; at++) add(`g:${framed.slice(at, at + GRAM)}`)
}

/** 32-bit FNV-1a. */
export function hashFeature(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
