/**
 * What an `action_id` holds, sealed: everything that a later report or label needs, so that it resolves on another node,
 * after a restart, weeks later, with no map of pending actions. At most 256 characters.
 */
import {
  actionNames,
  type BuiltInAction,
  type RecommendationType,
  recommendationTypeNames,
} from '../vocabulary/index.js'

/** Entities whose keys travel in the token, in this order. */
const KEYED = ['ip', 'network', 'device', 'profile', 'target', 'fingerprint'] as const
export type TokenEntity = (typeof KEYED)[number]
/** Members that aren't the prefix of an entity's key. */
const MEMBERS = ['asn', 'country', 'browser', 'model'] as const
export type TokenMember = (typeof MEMBERS)[number]

export interface ActionToken {
  /** 9 random bytes as 12 characters: the mark under which reports are counted once. */
  readonly id: string
  readonly action: string
  readonly actionSource: 'declared' | 'inferred'
  readonly atMs: number
  readonly recommended: RecommendationType
  /** What came of the challenge token that the action presented; null = it presented none that matters. */
  readonly stepUp: { readonly standing: 'accepted'; readonly id: string } | { readonly standing: 'refused' } | null
  /** What the profile's key was made of. */
  readonly profileBy: 'id' | 'name'
  readonly keys: Readonly<Partial<Record<TokenEntity, string>>>
  readonly members: Readonly<Partial<Record<TokenMember, string>>>
  readonly place: {
    readonly lat: number
    readonly lon: number
    readonly accuracyKm: number
    readonly anonymised: boolean
  } | null
}

const VERSION = 1
const KEY_BYTES = 15
const MAX_ACTION_CHARS = 32
const MAX_BYTES = 160
const ID_BYTES = 9
/** Two bits of the head; below them one for the profile's key, the recommendation, and the source in the lowest. */
const STEP_UP = { none: 0, accepted: 1, refused: 2 } as const
const STEP_UP_SHIFT = 6
const BY_ID = 0x20
const RECOMMENDED = 0x1e

export function encodeActionToken(token: ActionToken): Uint8Array {
  const bytes = Buffer.allocUnsafe(256)
  let at = 0
  at = bytes.writeUInt8(VERSION, at)
  at += bytes.write(token.id, at, 'base64url')
  at = bytes.writeUIntBE(Math.max(0, Math.floor(token.atMs)), at, 6)
  const inferred = token.actionSource === 'inferred' ? 1 : 0
  const stepUp = STEP_UP[token.stepUp?.standing ?? 'none'] << STEP_UP_SHIFT
  const byId = token.profileBy === 'id' ? BY_ID : 0
  at = bytes.writeUInt8(stepUp | byId | (recommendationTypeNames.indexOf(token.recommended) << 1) | inferred, at)
  const builtIn = actionNames.indexOf(token.action as BuiltInAction)
  at = bytes.writeUInt8(builtIn < 0 ? 0xff : builtIn, at)
  if (builtIn < 0) {
    const name = token.action.slice(0, MAX_ACTION_CHARS)
    const written = bytes.write(name, at + 1, MAX_ACTION_CHARS, 'utf8')
    bytes.writeUInt8(written, at)
    at += 1 + written
  }
  if (token.stepUp?.standing === 'accepted') at += bytes.write(token.stepUp.id, at, ID_BYTES, 'base64url')
  const flagsAt = at++
  let flags = 0
  KEYED.forEach((entity, bit) => {
    const key = token.keys[entity]
    if (key === undefined || at + KEY_BYTES > MAX_BYTES) return
    flags |= 1 << bit
    at += bytes.write(key, at, KEY_BYTES, 'base64url')
  })
  bytes.writeUInt8(flags, flagsAt)
  const membersAt = at++
  let present = token.place === null || at + 7 > MAX_BYTES ? 0 : 0x80
  if (present !== 0 && token.place !== null) {
    at = bytes.writeInt16BE(Math.round(token.place.lat * 100), at)
    at = bytes.writeInt16BE(Math.round(token.place.lon * 100), at)
    at = bytes.writeUInt16BE(Math.min(65535, Math.round(token.place.accuracyKm)), at)
    at = bytes.writeUInt8(token.place.anonymised ? 1 : 0, at)
  }
  MEMBERS.forEach((name, bit) => {
    const member = token.members[name]
    if (member === undefined || at + 6 > MAX_BYTES) return
    present |= 1 << bit
    at += bytes.write(member, at, 6, 'latin1')
  })
  bytes.writeUInt8(present, membersAt)
  return bytes.subarray(0, at)
}

/** `null` when the bytes are of another version or cut short. */
export function decodeActionToken(sealed: Uint8Array): ActionToken | null {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  try {
    let at = 0
    if (bytes.readUInt8(at++) !== VERSION) return null
    const id = bytes.subarray(at, at + 9).toString('base64url')
    at += 9
    const atMs = bytes.readUIntBE(at, 6)
    at += 6
    const head = bytes.readUInt8(at++)
    const index = bytes.readUInt8(at++)
    let action: string = actionNames[index] ?? ''
    if (index === 0xff) {
      const length = bytes.readUInt8(at++)
      action = bytes.subarray(at, at + length).toString('utf8')
      at += length
    }
    let stepUp: ActionToken['stepUp'] = null
    if (head >> STEP_UP_SHIFT === STEP_UP.refused) stepUp = { standing: 'refused' }
    if (head >> STEP_UP_SHIFT === STEP_UP.accepted) {
      stepUp = { standing: 'accepted', id: bytes.subarray(at, at + ID_BYTES).toString('base64url') }
      at += ID_BYTES
    }
    const flags = bytes.readUInt8(at++)
    const keys: Partial<Record<TokenEntity, string>> = {}
    KEYED.forEach((entity, bit) => {
      if ((flags & (1 << bit)) === 0) return
      keys[entity] = bytes.subarray(at, at + KEY_BYTES).toString('base64url')
      at += KEY_BYTES
    })
    const present = bytes.readUInt8(at++)
    let place: ActionToken['place'] = null
    if ((present & 0x80) !== 0) {
      place = {
        lat: bytes.readInt16BE(at) / 100,
        lon: bytes.readInt16BE(at + 2) / 100,
        accuracyKm: bytes.readUInt16BE(at + 4),
        anonymised: bytes.readUInt8(at + 6) === 1,
      }
      at += 7
    }
    const members: Partial<Record<TokenMember, string>> = {}
    MEMBERS.forEach((name, bit) => {
      if ((present & (1 << bit)) === 0) return
      members[name] = bytes.subarray(at, at + 6).toString('latin1')
      at += 6
    })
    if (at > bytes.length || action === '') return null
    const recommended = recommendationTypeNames[(head & RECOMMENDED) >> 1]
    if (recommended === undefined) return null
    const actionSource = (head & 1) === 1 ? 'inferred' : 'declared'
    const profileBy = (head & BY_ID) === 0 ? 'name' : 'id'
    return { id, action, actionSource, atMs, recommended, stepUp, profileBy, keys, members, place }
  } catch (error) {
    // By name: in a test's own realm the buffer's errors are of another one.
    if ((error as { readonly name?: unknown }).name === 'RangeError') return null
    throw error
  }
}
