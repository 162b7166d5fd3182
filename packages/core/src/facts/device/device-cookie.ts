import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomFillSync, timingSafeEqual } from 'node:crypto'
import { readCookie } from '../cookies.js'
import { createRecentMap } from '../recent-map.js'
import { nextGeneration } from './generation.js'

/** What a request's device cookie says. */
export interface DeviceCookieReading {
  /** 22 characters of base64url; null unless `standing` is `known` or `reused`. */
  readonly id: string | null
  /**
   * `none`: no cookie, or one past its time. `known`: ours and unaltered. `invalid`: not ours, or altered. `reused`: ours,
   * but an old copy; only history can tell, see `withStoredGeneration`.
   */
  readonly standing: 'none' | 'known' | 'reused' | 'invalid'
  /** Rotations so far, 0–65,535, then from 0 again. */
  readonly generation: number
  /** It should be set again under the same id and generation: signed by an older secret, older than 30 days, or under the plain name over HTTPS. */
  readonly renew: boolean
}

/** How the response that carries the cookie travels; `https` only where that is known, from the socket or a trusted proxy. */
export interface DeviceCookieResponse {
  /** ms since the Unix epoch. */
  readonly nowMs: number
  readonly transport: 'https' | 'unknown'
}

export interface DeviceCookieOptions {
  /** First signs, all verify. */
  readonly secrets: readonly Uint8Array[]
  /** Default `__Host-rg_d` over HTTPS, else `rg_d`. A given name is used as it is for both. */
  readonly name?: string | undefined
  /** Default none: this host alone. */
  readonly domain?: string | undefined
  /** Default `/`. */
  readonly path?: string | undefined
  /** Default `Lax`. */
  readonly sameSite?: 'Lax' | 'Strict' | 'None' | undefined
  /** Default `auto`: when the response is known to travel over HTTPS. */
  readonly secure?: 'auto' | 'always' | 'never' | undefined
}

/** Our signed first-party cookie: it names a browser, and nothing else. */
export interface DeviceCookie {
  /** Reads a `Cookie` header. `transport` as for the response, default `unknown`. Never throws, whatever it holds. */
  read(
    cookieHeader: string | undefined,
    nowMs: number,
    transport?: DeviceCookieResponse['transport'],
  ): DeviceCookieReading
  /** A device that has none yet; `id` stands for no device until it comes back. */
  issue(response: DeviceCookieResponse): { readonly id: string; readonly setCookie: string }
  /** The next generation, to be set on a proven success. Store `nextGeneration(generation)` only when it was really sent. */
  rotate(device: { readonly id: string; readonly generation: number }, response: DeviceCookieResponse): string
  /** The same again, freshly signed and dated. */
  renew(device: { readonly id: string; readonly generation: number }, response: DeviceCookieResponse): string
}

const PLAIN_NAME = 'rg_d'
const HOST_NAME = `__Host-${PLAIN_NAME}`

/** What browsers cap a cookie's life at (RFC 6265bis, 5.5). */
const MAX_AGE_DAYS = 400
/** A cookie older than this is dated anew, so that a regular customer's never runs out. */
const RENEW_AFTER_DAYS = 30
const DAY_MS = 86_400_000
const DAY_SECONDS = 86_400

const ID_BYTES = 16
/** Half of SHA-256: NIST SP 800-107 asks for 4, RFC 2104 for half the hash. */
const MAC_BYTES = 16
/** key id, generation, day of issue (days since the Unix epoch, till 2149), id. */
const SIGNED_BYTES = 1 + 2 + 2 + ID_BYTES
const VALUE_BYTES = SIGNED_BYTES + MAC_BYTES
/** 37 bytes in base64url. */
const VALUE_CHARS = Math.ceil((VALUE_BYTES * 4) / 3)

interface SigningKey {
  readonly id: number
  readonly key: KeyObject
}

const NONE: DeviceCookieReading = { id: null, standing: 'none', generation: 0, renew: false }
const INVALID: DeviceCookieReading = { ...NONE, standing: 'invalid' }

/** @throws RangeError without a secret. */
export function createDeviceCookie(options: DeviceCookieOptions): DeviceCookie {
  const keys = options.secrets.map(toSigningKey)
  const verified = createRecentMap<string, Verified>(MAX_VERIFIED)
  const [signer] = keys
  if (signer === undefined) throw new RangeError('createDeviceCookie needs at least one secret')
  const { name, domain, path = '/', sameSite = 'Lax', secure = 'auto' } = options
  // `__Host-` is refused by browsers with a Domain, another Path, or without Secure.
  const hostPrefix = name === undefined && domain === undefined && path === '/' && secure !== 'never'
  const plainName = name ?? PLAIN_NAME
  const tail = `; Max-Age=${MAX_AGE_DAYS * DAY_SECONDS}; Path=${path}${domain === undefined ? '' : `; Domain=${domain}`}; HttpOnly; SameSite=${sameSite}`

  function write(id: string, generation: number, { nowMs, transport }: DeviceCookieResponse): string {
    const isSecure = secure === 'always' || (secure === 'auto' && transport === 'https')
    const cookieName = hostPrefix && isSecure ? HOST_NAME : plainName
    return `${cookieName}=${sign(signer as SigningKey, id, generation, nowMs)}${tail}${isSecure ? '; Secure' : ''}`
  }

  /** Only what is ours is remembered, so that nobody fills the memory with inventions. */
  function open(text: string): Verified | null {
    if (text.length !== VALUE_CHARS) return null
    const known = verified.get(text)
    if (known !== undefined) return known
    const found = verify(keys, text)
    if (found !== null) verified.set(text, found)
    return found
  }

  return {
    read(cookieHeader, nowMs, transport = 'unknown') {
      const prefixed = hostPrefix ? readCookie(cookieHeader, HOST_NAME) : null
      const found = prefixed ?? readCookie(cookieHeader, plainName)
      // Some privacy tools empty cookies instead of dropping them.
      if (found === null || found.value === '') return NONE
      const reading = read(open(found.value), nowMs)
      // Two under one name: the other was planted, by a neighbouring subdomain perhaps. That is not this person's doing.
      if (reading.standing === 'invalid' && found.count > 1) return NONE
      const promote = hostPrefix && prefixed === null && transport === 'https'
      return promote && reading.standing === 'known' ? { ...reading, renew: true } : reading
    },
    issue(response) {
      const id = randomFillSync(Buffer.allocUnsafe(ID_BYTES)).toString('base64url')
      return { id, setCookie: write(id, 0, response) }
    },
    rotate: ({ id, generation }, response) => write(id, nextGeneration(generation), response),
    renew: ({ id, generation }, response) => write(id, generation, response),
  }
}

function toSigningKey(secret: Uint8Array): SigningKey {
  const [id = 0] = new Uint8Array(hkdfSync('sha256', secret, '', 'riskguard device cookie key id', 1))
  return { id, key: createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'riskguard device cookie key', 32))) }
}

function sign({ id: keyId, key }: SigningKey, id: string, generation: number, nowMs: number): string {
  const value = Buffer.alloc(VALUE_BYTES)
  value.writeUInt8(keyId, 0)
  value.writeUInt16BE(generation & 0xffff, 1)
  value.writeUInt16BE(toDay(nowMs), 3)
  value.write(id, 5, ID_BYTES, 'base64url')
  macOf(key, value).copy(value, SIGNED_BYTES, 0, MAC_BYTES)
  return value.toString('base64url')
}

function macOf(key: KeyObject, value: Buffer): Buffer {
  return createHmac('sha256', key).update('riskguard device cookie v1').update(value.subarray(0, SIGNED_BYTES)).digest()
}

/** A cookie whose signature has been seen to be ours. */
interface Verified {
  readonly id: string
  readonly generation: number
  /** Position of the secret that signed it. */
  readonly position: number
  /** Day of issue. */
  readonly day: number
}

/** Verified cookies remembered: a browser sends the same one with every request, and the signature is the dear part. */
const MAX_VERIFIED = 8_192

function read(verified: Verified | null, nowMs: number): DeviceCookieReading {
  if (verified === null) return INVALID
  const { id, generation, position, day } = verified
  const ageDays = toDay(nowMs) - day
  if (ageDays > MAX_AGE_DAYS) return NONE
  return { id, standing: 'known', generation, renew: position > 0 || ageDays > RENEW_AFTER_DAYS }
}

/** Null for what isn't ours. */
function verify(keys: readonly SigningKey[], text: string): Verified | null {
  const value = Buffer.from(text, 'base64url')
  // One value, one spelling: the last character holds bits that decoding drops.
  if (value.length !== VALUE_BYTES || value.toString('base64url') !== text) return null
  const position = keys.findIndex(
    ({ id, key }) =>
      id === value[0] && timingSafeEqual(macOf(key, value).subarray(0, MAC_BYTES), value.subarray(SIGNED_BYTES)),
  )
  if (position === -1) return null
  const id = value.toString('base64url', 5, SIGNED_BYTES)
  return { id, generation: value.readUInt16BE(1), position, day: value.readUInt16BE(3) }
}

function toDay(nowMs: number): number {
  return Math.min(0xffff, Math.max(0, Math.floor(nowMs / DAY_MS) || 0))
}
