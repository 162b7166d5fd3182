import { hkdfSync, randomBytes } from 'node:crypto'
import { RiskError } from '../errors.js'

/** 32 characters of the poorest usual alphabet, hexadecimal, hold 128 bits. */
const MIN_SECRET_CHARS = 32
/** 32 random hexadecimal digits show 14 different ones on average, and fewer than 8 once in ten million. */
const MIN_DISTINCT_CHARS = 8
/** As often repeated as this, a text is its first part and a number. */
const REPEATS = 4
/** Share of characters that follow the one before them in a row or on the number line; random text has a few percent. */
const MAX_RUN_SHARE = 0.6
const MAX_SECRETS = 16
const KEY_BYTES = 32

const HINT = "Make one with: node -p \"require('crypto').randomBytes(48).toString('base64url')\""

export interface Secrets {
  /** First signs. */
  readonly secrets: readonly Buffer[]
  readonly identityKey: Buffer
  readonly origin: 'given' | 'random'
}

export interface SecretInput {
  readonly secret: string | readonly string[] | undefined
  readonly identityKey: string | undefined
  /** Other processes use the same store. */
  readonly shared: boolean
}

/**
 * Reads `secret` and `identityKey`. No message ever holds a character of either.
 * @throws RiskError `RG_SECRET_MISSING` for a shared store without one, in every environment: processes that each made
 *   their own wouldn't know each other's cookies; `RG_SECRET_WEAK` for a short or regular one
 */
export function parseSecrets({ secret, identityKey, shared }: SecretInput): Secrets {
  const given = secret === undefined ? [] : typeof secret === 'string' ? [secret] : secret
  if (secret !== undefined && given.length === 0)
    throw new RiskError('RG_SECRET_MISSING', `secret: given an empty list, expected at least one secret. ${HINT}`)
  if (given.length > MAX_SECRETS)
    throw new RiskError(
      'RG_OPTION_INVALID',
      `secret: given ${given.length} secrets, expected at most ${MAX_SECRETS}: drop those that nothing is signed with any more.`,
    )
  if (given.length === 0 && shared) {
    throw new RiskError(
      'RG_SECRET_MISSING',
      `secret: missing, but the store is shared with other processes. Expected one secret that all of them have, of at least ${MIN_SECRET_CHARS} characters. ${HINT}`,
    )
  }
  given.forEach((one, i) => {
    const why = weaknessOf(one)
    if (why !== null)
      throw new RiskError('RG_SECRET_WEAK', `${given.length > 1 ? `secret[${i}]` : 'secret'}: ${why}. ${HINT}`)
  })
  const texts = given.length > 0 ? given : [randomBytes(48).toString('base64url')]
  return {
    secrets: texts.map((text) => Buffer.from(text, 'utf8')),
    identityKey: Buffer.from(identityKey ?? deriveIdentityKey(texts.at(-1) as string), 'hex'),
    origin: given.length > 0 ? 'given' : 'random',
  }
}

/**
 * The identity key that a secret stands for while it is the last of the list: 64 hexadecimal digits. Pin it as
 * `identityKey` before that secret is dropped, or all history is lost. Keep it as safe as the secret.
 */
export function deriveIdentityKey(secret: string): string {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'utf8'), '', 'riskguard identity key', KEY_BYTES)).toString(
    'hex',
  )
}

/** What is wrong with a secret, without quoting it; null when nothing is. */
function weaknessOf(secret: string): string | null {
  const chars = Array.from(secret)
  if (chars.length < MIN_SECRET_CHARS)
    return `given ${chars.length} characters, expected at least ${MIN_SECRET_CHARS} from a random source`
  const distinct = new Set(chars).size
  if (distinct < MIN_DISTINCT_CHARS)
    return `given only ${distinct} different characters, expected at least ${MIN_DISTINCT_CHARS}, from a random source`
  if (isRepetition(secret)) return 'given a short text again and again, expected characters from a random source'
  if (runShare(secret) > MAX_RUN_SHARE)
    return 'given characters in a row, such as 0123 or abcd, expected them from a random source'
  return null
}

function isRepetition(text: string): boolean {
  for (let period = 1; period <= text.length / REPEATS; period++) {
    if (text.startsWith(text.slice(period))) return true
  }
  return false
}

function runShare(text: string): number {
  let steps = 0
  for (let i = 1; i < text.length; i++) if (Math.abs(text.charCodeAt(i) - text.charCodeAt(i - 1)) <= 1) steps++
  return steps / (text.length - 1)
}
