import { createHash, createHmac } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { describeGiven, RiskError } from '../../errors.js'

export interface IdentityKeysOptions {
  /** The key of the HMAC, 16 bytes at least. Another key is another history. */
  readonly identityKey: Uint8Array
  /** Which application or tenant counts: 1–64 of letters, digits, `_ . -`. Keys of two namespaces are never equal. */
  readonly namespace: string
  /** Keys remembered, so that the same person costs no second HMAC. Default 20,000, some 8 MB at the very most. */
  readonly cacheSize?: number | undefined
}

/** A part of an identity. Anything else is taken by its type alone: canonicalise first. */
export type IdentityPart = string | number | bigint

export interface IdentityKeys {
  /**
   * The stored name of an identity: 20 characters of base64url, 120 bits. Nothing of the identity can be read from it,
   * and no choice of parts gives another tuple's key: `('a:b', 'c')` isn't `('a', 'b:c')`, `'1'` isn't `1`. Never throws.
   */
  keyOf(kind: string, ...parts: readonly IdentityPart[]): string
}

/** Goes into every key: to change how tuples are written is to start a new history, on purpose. */
const TUPLE_VERSION = 1
const KEY_BYTES = 15
const MIN_SECRET_BYTES = 16
const DEFAULT_CACHE_SIZE = 20_000
/** UTF-16 code units of all cached inputs together. */
const MAX_CACHED_CHARS = 4 * 1024 * 1024
/** Longer inputs go in as their digest, and aren't worth remembering. */
const MAX_PLAIN_CHARS = 512
/** Digits that a bigint part may take; turning a larger one into text takes quadratic time. */
const MAX_BIGINT_BITS = 256

/** How a part is written in the tuple. Appending to this list is safe, renumbering isn't. */
const PART = { utf8: 0, utf16: 1, number: 2, bigint: 3, other: 4, digest: 5 } as const

/**
 * Builds the one place where identities become keys: HMAC-SHA256 over version, namespace, kind and parts, each behind
 * its length.
 * @throws RiskError `RG_SECRET_WEAK` for a key under 16 bytes, `RG_OPTION_INVALID` for a namespace or cache size out of range.
 */
export function createIdentityKeys(options: IdentityKeysOptions): IdentityKeys {
  const secret = Buffer.from(parseSecret(options.identityKey))
  const namespace = parseNamespace(options.namespace)
  const cache = new LRUCache<string, string>({
    max: parseCacheSize(options.cacheSize),
    maxSize: MAX_CACHED_CHARS,
    sizeCalculation: (_, input) => input.length,
  })
  const prefix = Buffer.concat([Buffer.of(TUPLE_VERSION), encodePart(namespace)])

  function derive(kind: string, parts: readonly unknown[]): string {
    const hmac = createHmac('sha256', secret).update(prefix).update(encodePart(kind))
    for (const part of parts) hmac.update(encodePart(part))
    return hmac.digest().toString('base64url', 0, KEY_BYTES)
  }

  return {
    keyOf(kind, ...parts) {
      const input = cacheInput(kind, parts)
      if (input === null) return derive(kind, parts)
      const cached = cache.get(input)
      if (cached !== undefined) return cached
      const key = derive(kind, parts)
      cache.set(input, key)
      return key
    },
  }
}

/** The tuple as text, each part behind its type and length; null when it is too long to remember, or isn't all text and numbers. */
function cacheInput(kind: unknown, parts: readonly unknown[]): string | null {
  if (typeof kind !== 'string' || kind.length > MAX_PLAIN_CHARS) return null
  let input = `${kind.length}:${kind}`
  for (const part of parts) {
    if (typeof part === 'number') input += `n${part};`
    else if (typeof part === 'string' && part.length <= MAX_PLAIN_CHARS) input += `s${part.length}:${part}`
    else return null
  }
  return input.length > MAX_PLAIN_CHARS ? null : input
}

/** Type, length (32 bits, big-endian), bytes. */
function encodePart(part: unknown): Buffer {
  switch (typeof part) {
    case 'string':
      return encodeText(part)
    case 'number':
      return frame(PART.number, Buffer.from(String(part)))
    case 'bigint':
      return frame(PART.bigint, Buffer.from(BigInt.asIntN(MAX_BIGINT_BITS, part) === part ? String(part) : 'huge'))
    default:
      return frame(PART.other, Buffer.from(part === null ? 'null' : typeof part))
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u

/** UTF-8; text with lone surrogates, of which UTF-8 would make one replacement character, as UTF-16. */
function encodeText(text: string): Buffer {
  const wellFormed = !LONE_SURROGATE.test(text)
  const encoding = wellFormed ? 'utf8' : 'utf16le'
  const type = wellFormed ? PART.utf8 : PART.utf16
  if (text.length <= MAX_PLAIN_CHARS) return frame(type, Buffer.from(text, encoding))
  return frame(PART.digest, createHash('sha256').update(Buffer.of(type)).update(text, encoding).digest())
}

function frame(type: number, bytes: Buffer): Buffer {
  const framed = Buffer.allocUnsafe(5 + bytes.length)
  framed[0] = type
  framed.writeUInt32BE(bytes.length, 1)
  bytes.copy(framed, 5)
  return framed
}

function parseSecret(secret: unknown): Uint8Array {
  if (secret instanceof Uint8Array && secret.length >= MIN_SECRET_BYTES) return secret
  const given = secret instanceof Uint8Array ? `${secret.length} bytes` : `a value of type ${typeof secret}`
  throw new RiskError(
    'RG_SECRET_WEAK',
    `identityKey: given ${given}. Expected at least ${MIN_SECRET_BYTES} random bytes.`,
  )
}

function parseNamespace(namespace: unknown): string {
  if (typeof namespace === 'string' && /^[\w.-]{1,64}$/.test(namespace)) return namespace
  throw new RiskError(
    'RG_OPTION_INVALID',
    `namespace: ${describeGiven(namespace)} is refused. Expected 1 to 64 letters, digits or any of _ . -`,
  )
}

function parseCacheSize(size: unknown): number {
  if (size === undefined) return DEFAULT_CACHE_SIZE
  if (typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= 1_000_000) return size
  throw new RiskError(
    'RG_OPTION_INVALID',
    `cacheSize: ${describeGiven(size)} is refused. Expected a whole number from 1 to 1,000,000.`,
  )
}
