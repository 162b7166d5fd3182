/** Digits of the longest number in E.164, and of the shortest that names a subscriber anywhere. */
const MAX_DIGITS = 15
const MIN_DIGITS = 5
/** Characters that hold no more than 15 digits and their separators. */
const MAX_PHONE_CHARS = 64

/**
 * A phone number as `+` and digits when it was written internationally (`+`, or the prefix `00`), else as the digits
 * given: without a country those are a number of their own, never guessed. Null when it is no number; never throws.
 * Idempotent.
 */
export function canonicalPhone(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_PHONE_CHARS) return null
  const text = value
    .normalize('NFKC')
    .replace(/^\s*tel:/i, '')
    .trim()
  if (!/^[+\d(][\d\s().\-/\u2010-\u2015]*$/.test(text)) return null
  // In +44 (0)20 the bracketed zero is for callers at home and no part of the international number.
  const digits = (text.startsWith('+') ? text.replace('(0)', '') : text).replace(/\D/g, '')
  const isInternational = text.startsWith('+') || digits.startsWith('00')
  const number = text.startsWith('+') ? digits : digits.replace(/^00/, '')
  if (number.length < MIN_DIGITS || number.length > MAX_DIGITS) return null
  if (!isInternational) return number
  // No country code begins with 0.
  return number.startsWith('0') ? null : `+${number}`
}
