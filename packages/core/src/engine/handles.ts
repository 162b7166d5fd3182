/** The sealed handles that leave the process: `action_id` and the challenge token. */
import { CLOSENESS, closeness } from '../detectors/closeness.js'
import type { RiskEvent } from '../facts/event.js'
import type { Carries, NetworkKindHabit, PlatformHabit } from '../facts/habits.js'
import { profileNetworks } from '../history/features/profile.js'
import { createSealer } from '../seal.js'
import { type Challenge, challengeNames, type RecommendationType } from '../vocabulary/index.js'
import {
  type ActionToken,
  decodeActionToken,
  encodeActionToken,
  type TokenEntity,
  type TokenMember,
  type TokenTraits,
} from './action-token.js'
import type { DraftEvent } from './draft-event.js'
import type { Bearer } from './present-challenge.js'
import { createRandomIds } from './random-id.js'

/** A challenge token is good for this long. */
export const CHALLENGE_TTL_MS = 600_000
/** An action can be reported or labelled for this long. */
export const ACTION_TTL_MS = 200 * 86_400_000
/** Clocks of two nodes may differ by this much. */
export const SKEW_MS = 60_000

/** What a challenge token says once it is opened. */
export interface ChallengeClaim {
  /** Single use is counted under this. */
  readonly id: string
  /** The id of the action that was challenged (not its handle). */
  readonly actionMark: string
  /** First characters of the keys of device, typed name and account; '' = unknown. */
  readonly device: string
  readonly claimed: string
  readonly user: string
  readonly challenges: readonly Challenge[]
  readonly expiresAt: number
}

export interface Handles {
  /** An action's mark, and its handle once it is asked for: most are never reported, and sealing is dear. */
  action(
    draft: DraftEvent,
    event: RiskEvent,
    recommended: RecommendationType,
    challengeId: string | null,
  ): { readonly mark: string; readonly seal: () => string }
  /** `null` for what isn't ours, is cut short or is older than 200 days. */
  openAction(handle: string, nowMs: number): ActionToken | null
  /** @param mark of the action that is challenged; @param receiver who may present the token */
  sealChallenge(mark: string, receiver: Bearer, challenges: readonly Challenge[], nowMs: number): string
  /** `null` for what isn't ours. Whether it is in time is for the caller to say: the store's clock decides. */
  openChallenge(token: string): ChallengeClaim | null
}

const ENTITIES = [
  'ip',
  'network',
  'device',
  'profile',
  'target',
  'fingerprint',
] as const satisfies readonly TokenEntity[]
const MEMBERS = [
  'asn',
  'country',
  'browser',
  'ua',
  'build',
  'system',
  'model',
  'shape',
] as const satisfies readonly TokenMember[]

export function createHandles(secrets: readonly Uint8Array[], applicationId: string): Handles {
  const actions = createSealer(secrets, `action-id ${applicationId}`)
  const challengeTokens = createSealer(secrets, `challenge-token ${applicationId}`)
  const nextMark = createRandomIds(9)
  return {
    action(draft, event, recommended, challengeId) {
      const mark = nextMark()
      return {
        mark,
        seal: () =>
          actions.seal(
            encodeActionToken({ ...tokenOf(mark, draft, event, recommended), stepUp: stepUpOf(event, challengeId) }),
          ),
      }
    },
    openAction(handle, nowMs) {
      const bytes = actions.open(handle)
      const token = bytes === null ? null : decodeActionToken(bytes)
      return token === null || nowMs - token.atMs > ACTION_TTL_MS ? null : token
    },
    sealChallenge(mark, receiver, challenges, nowMs) {
      const offered = challenges.reduce((bits, name) => bits | (1 << challengeNames.indexOf(name)), 0)
      const bytes = Buffer.allocUnsafe(CHALLENGE_BYTES)
      bytes.write(nextMark(), 0, 'base64url')
      bytes.write(mark, 9, 'base64url')
      // All of one length: nothing of what is known about a name shows outside.
      bytes.write(receiver.device.padEnd(6, ' '), 18, 6, 'latin1')
      bytes.write(receiver.claimed.padEnd(6, ' '), 24, 6, 'latin1')
      bytes.write(receiver.user.padEnd(6, ' '), 30, 6, 'latin1')
      bytes.writeUInt16BE(offered, 36)
      bytes.writeUIntBE(Math.floor(nowMs + CHALLENGE_TTL_MS), 38, 6)
      return challengeTokens.seal(bytes)
    },
    openChallenge(token) {
      const opened = challengeTokens.open(token)
      if (opened === null || opened.length !== CHALLENGE_BYTES) return null
      const bytes = Buffer.from(opened)
      const text = (at: number) =>
        bytes
          .subarray(at, at + 6)
          .toString('latin1')
          .trim()
      const offered = bytes.readUInt16BE(36)
      return {
        id: bytes.subarray(0, 9).toString('base64url'),
        actionMark: bytes.subarray(9, 18).toString('base64url'),
        device: text(18),
        claimed: text(24),
        user: text(30),
        challenges: challengeNames.filter((_, bit) => (offered & (1 << bit)) !== 0),
        expiresAt: bytes.readUIntBE(38, 6),
      }
    },
  }
}

/** Id and mark, three members, offered challenges, end of validity. */
const CHALLENGE_BYTES = 9 + 9 + 3 * 6 + 2 + 6

/** A token that came too late is as good as none: whoever was slow is no worse off than without tokens. */
function stepUpOf({ challenge: { standing } }: RiskEvent, id: string | null): ActionToken['stepUp'] {
  if ((standing === 'valid' || standing === 'repeated') && id !== null) return { standing: 'accepted', id }
  return standing === 'used' || standing === 'invalid' ? { standing: 'refused' } : null
}

function tokenOf(
  mark: string,
  draft: DraftEvent,
  event: RiskEvent,
  recommended: RecommendationType,
): Omit<ActionToken, 'stepUp'> {
  const keys: Partial<Record<TokenEntity, string>> = {}
  for (const entity of ENTITIES) {
    const key = draft.keys[entity]
    if (key !== undefined) keys[entity] = key
  }
  const members: Partial<Record<TokenMember, string>> = {}
  for (const name of MEMBERS) {
    const member = event.members[name]
    if (typeof member === 'string') members[name] = member
  }
  return {
    id: mark,
    action: event.action,
    actionSource: event.actionSource,
    atMs: event.nowMs,
    recommended,
    profileBy: draft.profileBy,
    keys,
    members,
    traits: traitsOf(event),
    place: placeOf(event),
  }
}

/** Read when the handle is: most are never asked for. */
function traitsOf(event: RiskEvent): TokenTraits {
  const { carries, kind, platform } = event.members
  const near = closeness.read(event)
  return {
    carries: (carries ?? 'none--') as Carries,
    kind: (kind ?? null) as NetworkKindHabit | null,
    platform: (platform ?? null) as PlatformHabit | null,
    closeness: CLOSENESS.indexOf(typeof near === 'string' ? near : 'newcomer'),
    major: event.client?.browser.major ?? 0,
    arrived: ownBlock.read(event) === null,
    steps: event.everyone?.stepsOf(event) ?? [],
  }
}

const ownBlock = profileNetworks.entry

/** Where a place says nothing about a person: the address hides its user or is a data centre's. */
const NO_PLACE = ['vpn', 'tor', 'relay', 'proxy', 'datacenter', 'cloud'] as const

function placeOf({ network }: RiskEvent): ActionToken['place'] {
  const location = network?.location ?? null
  if (network === null || location === null) return null
  return {
    lat: location.lat,
    lon: location.lon,
    accuracyKm: location.accuracy_km ?? 0,
    anonymised:
      network.kind === 'hosting' || network.lists.some(({ kind }) => (NO_PLACE as readonly string[]).includes(kind)),
  }
}
