import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'

/** Seals bytes into text that only holders of a secret can read or make. */
export interface Sealer {
  /** base64url, 4/3 of (29 + length) characters. Never the same text twice. */
  seal(bytes: Uint8Array): string
  /** The bytes, or null for everything that none of the secrets sealed for this purpose. Never throws. */
  open(text: string): Uint8Array | null
}

const KEY_BYTES = 32
const ID_BYTES = 1
/** NIST SP 800-38D, 8.2.2. With random ones, 2^34 seals under one key (200 days at 1,000/s) meet a repeat with p ≈ 2^-29. */
const IV_BYTES = 12
const TAG_BYTES = 16
const OVERHEAD_BYTES = ID_BYTES + IV_BYTES + TAG_BYTES
/** What we seal has 400 characters at the very most. */
const MAX_TEXT_CHARS = 2048
/** One call to the random source fills this many IVs: the call costs more than its bytes. */
const POOLED_IVS = 256

interface SealKey {
  readonly id: number
  readonly key: KeyObject
}

/**
 * AES-256-GCM under keys that HKDF-SHA256 derives per secret and purpose, so that what was sealed for one purpose can't
 * be presented for another. The first secret seals, all of them open.
 * @param secrets at least one
 * @param purpose such as `action-id`; part of the key
 */
export function createSealer(secrets: readonly Uint8Array[], purpose: string): Sealer {
  const keys = secrets.map((secret) => toSealKey(secret, purpose))
  const [first] = keys
  if (first === undefined) throw new RangeError('createSealer needs at least one secret')
  const pool = Buffer.allocUnsafeSlow(IV_BYTES * POOLED_IVS)
  let used = pool.length

  function nextIv(): Buffer {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    const iv = pool.subarray(used, used + IV_BYTES)
    used += IV_BYTES
    return iv
  }

  return {
    seal(bytes) {
      const sealed = Buffer.allocUnsafe(OVERHEAD_BYTES + bytes.length)
      const iv = nextIv()
      const cipher = createCipheriv('aes-256-gcm', first.key, iv)
      sealed[0] = first.id
      iv.copy(sealed, ID_BYTES)
      // GCM is a stream: all of the text comes out of update, final only completes the tag.
      cipher.update(bytes).copy(sealed, ID_BYTES + IV_BYTES)
      cipher.final()
      cipher.getAuthTag().copy(sealed, sealed.length - TAG_BYTES)
      return sealed.toString('base64url')
    },
    open(text) {
      const sealed = fromBase64url(text)
      if (sealed === null || sealed.length < OVERHEAD_BYTES) return null
      for (const { id, key } of keys) {
        const bytes = id === sealed[0] ? decrypt(key, sealed) : null
        if (bytes !== null) return bytes
      }
      return null
    },
  }
}

function toSealKey(secret: Uint8Array, purpose: string): SealKey {
  // Its own derivation: a byte of the key itself would be given away.
  const [id = 0] = new Uint8Array(hkdfSync('sha256', secret, '', 'riskguard seal key id', ID_BYTES))
  const key = hkdfSync('sha256', secret, '', `riskguard seal key ${purpose}`, KEY_BYTES)
  return { id, key: createSecretKey(Buffer.from(key)) }
}

function decrypt(key: KeyObject, sealed: Buffer): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(ID_BYTES, ID_BYTES + IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const bytes = decipher.update(sealed.subarray(ID_BYTES + IV_BYTES, -TAG_BYTES))
  try {
    decipher.final()
  } catch {
    // The only thing that final can refuse is the tag.
    return null
  }
  return bytes
}

/** Only the one spelling that `toString('base64url')` gives: else one token would be many texts, and single use a wish. */
function fromBase64url(text: unknown): Buffer | null {
  if (typeof text !== 'string' || text.length === 0 || text.length > MAX_TEXT_CHARS) return null
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}
