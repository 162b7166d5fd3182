/** Letters with their marks, and characters that take no room: soft hyphen, joiners, direction marks, variation selectors. */
const WORDS = /[\p{L}\p{M}\p{Default_Ignorable_Code_Point}]+/gu
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u
const LATIN = /\p{Script=Latin}/u
/** Scripts with letters drawn as Latin ones. */
const LATIN_LIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}]/u
/** Lower-case Cyrillic, Greek and Armenian letters that common fonts draw as Latin ones (after the confusables of Unicode TS 39). */
const DRAWN_AS_LATIN = /^[аеорсухіјѕһԁԛԝӏѵαονρυικγχօսհոցզ]+$/u

/**
 * Whether a word in the text could be taken for another by the eye: Latin mixed with letters of a similar script,
 * invisible characters between letters, or, where Latin is `expected`, a word wholly of letters drawn as Latin ones.
 * For flagging only; what is flagged is never merged. Honest people trip it with a brand's own spelling (µTorrent).
 * A user name of words in two scripts (`Алексей_pro`) is silent.
 */
export function looksLikeLatin(text: string, expected: 'latin' | 'any'): boolean {
  for (const [word] of text.matchAll(WORDS)) {
    const latin = LATIN.test(word)
    const similar = LATIN_LIKE.test(word)
    if (latin && similar) return true
    // Joiners are part of spelling in Persian and Indic scripts, and of emoji.
    if ((latin || similar) && INVISIBLE.test(word)) return true
    if (similar && expected === 'latin' && DRAWN_AS_LATIN.test(word)) return true
  }
  return false
}
