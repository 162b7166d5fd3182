import { createHash } from 'node:crypto'
import { canonicalMailbox } from './canonical-mailbox.js'
import { canonicalPhone } from './canonical-phone.js'
import { canonicalText } from './canonical-text.js'
import { looksLikeLatin } from './look-alike.js'

/** A name that a client typed, in the one spelling that counts. */
export interface CanonicalClaimed {
  /** Which rules gave `text`. `long` names aren't read, only told apart: `text` is their digest. */
  readonly kind: 'email' | 'phone' | 'name' | 'long'
  readonly text: string
  /** Letters that pass for Latin ones, or invisible characters. */
  readonly lookAlike: boolean
}

/** Longer names are no longer normalised, which would take time in proportion to what a client sends. */
const MAX_NAME_CHARS = 1024

/**
 * Reads a login name as typed: emails by their mailbox, phone numbers that begin with `+` by their digits, other
 * names trimmed and folded (NFKC, lower case). Null for what can't be a login name: empty text, NaN, objects, symbols,
 * booleans. Never throws and calls nothing on what it was given.
 */
export function canonicalClaimed(value: unknown): CanonicalClaimed | null {
  if (typeof value === 'number') return Number.isFinite(value) ? name(String(value)) : null
  if (typeof value === 'bigint') return canonicalBigint(value)
  if (typeof value !== 'string') return null
  if (value.length > MAX_NAME_CHARS) return long(value)
  const mailbox = value.includes('@') || value.includes('＠') || value.includes('﹫') ? canonicalMailbox(value) : null
  if (mailbox !== null) return { kind: 'email', text: mailbox.mailbox, lookAlike: mailbox.lookAlike }
  const text = canonicalText(value)
  if (text === '') return null
  const phone = text.startsWith('+') ? canonicalPhone(text) : null
  return phone === null ? name(text) : { kind: 'phone', text: phone, lookAlike: false }
}

/** Reads claimed names and counts those that can't be one, so that a host that passes the wrong thing gets to know. */
export interface ClaimedReader {
  read(value: unknown): CanonicalClaimed | null
  /** Values refused so far; absent ones (undefined, null) aren't counted. */
  refused(): number
}

export function createClaimedReader(): ClaimedReader {
  let refused = 0
  return {
    read(value) {
      const claimed = canonicalClaimed(value)
      if (claimed === null && value !== undefined && value !== null) refused++
      return claimed
    },
    refused: () => refused,
  }
}

function name(text: string): CanonicalClaimed {
  return { kind: 'name', text, lookAlike: looksLikeLatin(text, 'any') }
}

/** UTF-16, so that lone surrogates, which UTF-8 can't carry, stay different. */
function long(text: string): CanonicalClaimed {
  return { kind: 'long', text: createHash('sha256').update(text, 'utf16le').digest('base64url'), lookAlike: false }
}

/** Decimal text of a huge bigint takes quadratic time: nobody logs in with a number beyond 256 bits. */
function canonicalBigint(value: bigint): CanonicalClaimed | null {
  return BigInt.asIntN(256, value) === value ? name(String(value)) : null
}
