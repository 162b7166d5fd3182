/**
 * One spelling for text that people see as the same: compatibility forms (full-width letters, ligatures) and case
 * folded, white space around it dropped. Idempotent. Letters of different scripts that look alike stay different.
 */
export function canonicalText(text: string): string {
  // Lower case can leave a sequence that composes (İ), and composing can leave an upper-case letter: normalise on both sides.
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').trim()
}
