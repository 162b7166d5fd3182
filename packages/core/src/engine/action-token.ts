/**
 * What an `action_id` holds, sealed: everything that a later report or label needs, so that it resolves on another node,
 * after a restart, weeks later, with no map of pending actions. At most 256 characters.
 */
import {
  CARRIES,
  type Carries,
  NETWORK_KINDS,
  type NetworkKindHabit,
  PLATFORMS,
  type PlatformHabit,
} from '../facts/habits.js'
import {
  actionNames,
  type BuiltInAction,
  type RecommendationType,
  recommendationTypeNames,
} from '../vocabulary/index.js'

/** Entities whose keys travel in the token, in this order. */
const KEYED = ['ip', 'network', 'device', 'profile', 'target', 'fingerprint'] as const
export type TokenEntity = (typeof KEYED)[number]
/** Members that aren't the prefix of an entity's key, the most useful first: the last ones go where room is scarce. */
const MEMBERS = ['asn', 'country', 'browser', 'ua', 'build', 'system', 'model', 'shape'] as const
export type TokenMember = (typeof MEMBERS)[number]

/** What a later report tells the app's own memory of everybody: each in a few bits. */
export interface TokenTraits {
  readonly carries: Carries
  readonly kind: NetworkKindHabit | null
  readonly platform: PlatformHabit | null
  /** How close the event was to its person, 0 to 7; see `detectors/closeness.ts`. */
  readonly closeness: number
  /** Major version of the browser, 0 = unknown. */
  readonly major: number
  /** Whether the person was new to the address's block. */
  readonly arrived: boolean
  /** Anomaly scores as steps of the histogram; 0 = none. See `history/global/`. */
  readonly steps: readonly number[]
}

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
  readonly traits: TokenTraits
  readonly place: {
    readonly lat: number
    readonly lon: number
    readonly accuracyKm: number
    readonly anonymised: boolean
  } | null
}

const VERSION = 2
const KEY_BYTES = 15
const MAX_ACTION_CHARS = 32
const MAX_BYTES = 160
const ID_BYTES = 9
const MEMBER_CHARS = 6
const PLACE_BYTES = 7
const TRAIT_BYTES = 8
const STEPS = 4
/** In the byte that names the keys. */
const TARGET_IS_PROFILE = 0x40
const HAS_PLACE = 0x80
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
  // Most often nobody told the account behind the typed name: both keys are one.
  if (token.keys.target !== undefined && token.keys.target === token.keys.profile) flags |= TARGET_IS_PROFILE
  KEYED.forEach((entity, bit) => {
    const key = token.keys[entity]
    if (key === undefined || at + KEY_BYTES > MAX_BYTES) return
    if (entity === 'target' && (flags & TARGET_IS_PROFILE) !== 0) return
    flags |= 1 << bit
    at += bytes.write(key, at, KEY_BYTES, 'base64url')
  })
  at = writeTraits(token.traits, bytes, at)
  if (token.place !== null && at + PLACE_BYTES <= MAX_BYTES) flags |= HAS_PLACE
  bytes.writeUInt8(flags, flagsAt)
  const membersAt = at++
  let present = 0
  if ((flags & HAS_PLACE) !== 0 && token.place !== null) {
    at = bytes.writeInt16BE(Math.round(token.place.lat * 100), at)
    at = bytes.writeInt16BE(Math.round(token.place.lon * 100), at)
    at = bytes.writeUInt16BE(Math.min(65535, Math.round(token.place.accuracyKm)), at)
    at = bytes.writeUInt8(token.place.anonymised ? 1 : 0, at)
  }
  // Six characters of base64url are 36 bits: one after the other they take a quarter less than as text.
  let packed = ''
  MEMBERS.forEach((name, bit) => {
    const member = token.members[name]
    if (member === undefined || at + packedBytes(packed.length + MEMBER_CHARS) > MAX_BYTES) return
    present |= 1 << bit
    packed += member
  })
  at += bytes.write(packed.padEnd(packedBytes(packed.length) / 0.75, 'A'), at, 'base64url')
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
    if ((flags & TARGET_IS_PROFILE) !== 0 && keys.profile !== undefined) keys.target = keys.profile
    const traits = readTraits(bytes, at)
    at += TRAIT_BYTES
    const present = bytes.readUInt8(at++)
    let place: ActionToken['place'] = null
    if ((flags & HAS_PLACE) !== 0) {
      place = {
        lat: bytes.readInt16BE(at) / 100,
        lon: bytes.readInt16BE(at + 2) / 100,
        accuracyKm: bytes.readUInt16BE(at + 4),
        anonymised: bytes.readUInt8(at + 6) === 1,
      }
      at += PLACE_BYTES
    }
    const members: Partial<Record<TokenMember, string>> = {}
    const held = MEMBERS.filter((_, bit) => (present & (1 << bit)) !== 0)
    const packed = bytes.subarray(at, at + packedBytes(held.length * MEMBER_CHARS)).toString('base64url')
    held.forEach((name, i) => {
      members[name] = packed.slice(i * MEMBER_CHARS, (i + 1) * MEMBER_CHARS)
    })
    at += packedBytes(held.length * MEMBER_CHARS)
    if (at > bytes.length || action === '') return null
    const recommended = recommendationTypeNames[(head & RECOMMENDED) >> 1]
    if (recommended === undefined) return null
    const actionSource = (head & 1) === 1 ? 'inferred' : 'declared'
    const profileBy = (head & BY_ID) === 0 ? 'name' : 'id'
    return { id, action, actionSource, atMs, recommended, stepUp, profileBy, keys, members, traits, place }
  } catch (error) {
    // By name: in a test's own realm the buffer's errors are of another one.
    if ((error as { readonly name?: unknown }).name === 'RangeError') return null
    throw error
  }
}

/** Bytes that so many characters of base64url take, filled up to whole triples. */
function packedBytes(chars: number): number {
  return Math.ceil(chars / 4) * 3
}

function writeTraits(traits: TokenTraits, bytes: Buffer, start: number): number {
  const { carries, kind, platform, closeness, major, arrived, steps } = traits
  let at = start
  // 0 stands for unknown.
  const kindAt = kind === null ? 0 : NETWORK_KINDS.indexOf(kind) + 1
  const platformAt = platform === null ? 0 : PLATFORMS.indexOf(platform) + 1
  at = bytes.writeUInt8(CARRIES.indexOf(carries) | (arrived ? 2 : 0) | (closeness << 2) | (kindAt << 5), at)
  at = bytes.writeUInt8(platformAt, at)
  at = bytes.writeUInt16BE(Math.min(0xffff, Math.max(0, major)), at)
  for (let i = 0; i < STEPS; i++) at = bytes.writeUInt8(Math.min(255, Math.max(0, steps[i] ?? 0)), at)
  return at
}

function readTraits(bytes: Buffer, at: number): TokenTraits {
  const first = bytes.readUInt8(at)
  return {
    carries: CARRIES[first & 1] as Carries,
    kind: NETWORK_KINDS[(first >> 5) - 1] ?? null,
    platform: PLATFORMS[bytes.readUInt8(at + 1) - 1] ?? null,
    closeness: (first >> 2) & 7,
    major: bytes.readUInt16BE(at + 2),
    arrived: (first & 2) !== 0,
    steps: Array.from({ length: STEPS }, (_, i) => bytes.readUInt8(at + 4 + i)),
  }
}
