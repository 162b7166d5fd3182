/** Characters of one text that are looked at. */
const MAX_CHARS = 1024

/** Whole words of adult sites' names and addresses. Short on purpose: a word that has another meaning is not in it. */
const WORDS: ReadonlySet<string> = new Set([
  'porn',
  'porno',
  'porntube',
  'pornhub',
  'xxx',
  'sex',
  'sexcam',
  'sexcams',
  'sexchat',
  'sexdating',
  'sextube',
  'hentai',
  'nsfw',
  'milf',
  'milfs',
  'xvideos',
  'xnxx',
  'xhamster',
  'redtube',
  'youporn',
  'livejasmin',
  'chaturbate',
  'camgirl',
  'camgirls',
  'webcamsex',
  'fuck',
  'fucking',
  'hardcoreporn',
  'freeporn',
  'gayporn',
  'onlyfans',
  'brazzers',
  'escorts',
  'erotic',
  'erotica',
  'blowjob',
  'threesome',
  'camsex',
  'sexting',
])

/**
 * The first adult word that stands in a text as a whole token, or null. Tokens end at anything but a letter, so Essex,
 * Scunthorpe, sextant and Middlesex stay silent.
 */
export function findAdultKeyword(text: string | undefined | null): string | null {
  if (!text) return null
  for (const token of text
    .slice(0, MAX_CHARS)
    .toLowerCase()
    .split(/[^a-z]+/)) {
    if (WORDS.has(token)) return token
  }
  return null
}
