/**
 * A challenge token comes back with the step-up request: whose it is can be said at once, whether it is the first time
 * only by the store, in the round trip of the assessment itself.
 */
import { type ChallengeFact, NO_CHALLENGE } from '../facts/challenge.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import { entities } from '../history/entity.js'
import { firstSeenMs, MEMBER_CHARS, type Program, readText, type Touch, type TouchReply } from '../store/index.js'
import type { DraftEvent } from './draft-event.js'
import { CHALLENGE_TTL_MS, type ChallengeClaim, type Handles, SKEW_MS } from './handles.js'

export interface PresentedChallenge {
  /** Marks the token as presented; null when it is nobody's business how often it comes. */
  readonly touch: Touch | null
  /** Single use is counted under this; null for what isn't ours. */
  readonly id: string | null
  /** @param reply the store's answer to `touch` */
  settle(reply: TouchReply | undefined, nowMs: number): ChallengeFact
}

/** Two presentations by one client within this are one: a double click, or a browser's own retry. */
const RETRY_MS = 10_000
const MARK_SLOT = 1
const MARK: Program = {
  ttlSeconds: entities.nonce.ttlSeconds,
  protectAt: 0,
  operations: [{ kind: 'text', slot: MARK_SLOT, mode: 'once', argument: 0 }],
}

/** Null when no token came. Never throws, whatever the client sent. */
export function presentChallenge(
  token: unknown,
  draft: DraftEvent,
  { handles, keys }: { readonly handles: Handles; readonly keys: IdentityKeys },
): PresentedChallenge | null {
  if (token === null || token === undefined || token === '') return null
  const claim = typeof token === 'string' ? handles.openChallenge(token) : null
  if (claim === null) return refused('foreign', NO_CHALLENGE.offered)
  const bearer = bearerOf(draft)
  // Not marked as presented: a thief must not be able to spend somebody else's.
  if (differ(claim.device, bearer.device)) return refused('other_device', claim.challenges)
  if (isOtherPerson(claim, bearer)) return refused('other_person', claim.challenges)
  if (isAnybody(claim, bearer)) return refused('other_device', claim.challenges)
  const text = `${bearer.device}.${bearer.ip}`
  return {
    id: claim.id,
    touch: { kind: entities.nonce.code, key: keys.keyOf('challenge', claim.id), program: MARK, arguments: [text] },
    settle: (reply, nowMs) => settle(claim, text, reply, nowMs),
  }
}

function refused(cause: ChallengeFact['cause'], offered: ChallengeFact['offered']): PresentedChallenge {
  return { id: null, touch: null, settle: () => ({ standing: 'invalid', cause, offered }) }
}

function settle(claim: ChallengeClaim, text: string, reply: TouchReply | undefined, nowMs: number): ChallengeFact {
  const offered = claim.challenges
  if (claim.expiresAt > nowMs + CHALLENGE_TTL_MS + SKEW_MS) return { standing: 'invalid', cause: 'future', offered }
  if (claim.expiresAt < nowMs) return { standing: 'expired', cause: null, offered }
  if (reply?.state !== 'known') return { standing: 'unknown', cause: null, offered }
  const first = readText(reply.record, MARK_SLOT)
  if (first === null || reply.record === null) return { standing: 'valid', cause: null, offered }
  const client = sameClient(first, text)
  if (client !== 'other_client' && nowMs - firstSeenMs(reply.record, nowMs) <= RETRY_MS) {
    return { standing: 'repeated', cause: null, offered }
  }
  return { standing: 'used', cause: client === 'same_device' ? client : 'other_client', offered }
}

/** Without device ids a retry is told by its address; that is too little to excuse a later use. */
function sameClient(first: string, again: string): 'same_device' | 'same_ip' | 'other_client' {
  const [device = '', ip = ''] = first.split('.')
  const [deviceNow = '', ipNow = ''] = again.split('.')
  if (device !== '' && deviceNow !== '') return device === deviceNow ? 'same_device' : 'other_client'
  return ip !== '' && ip === ipNow ? 'same_ip' : 'other_client'
}

/** Who brings or gets a token, by the first characters of their keys; '' = unknown. */
export interface Bearer {
  readonly device: string
  readonly claimed: string
  readonly user: string
  readonly ip: string
}

/** @param draft whose device counts only if the client brought it: an id that is issued now is nobody's yet */
function bearerOf({ event, keys, profileBy }: DraftEvent): Bearer {
  const brought = event.device.standing === 'known' || event.device.standing === 'reused'
  return {
    device: brought ? prefix(keys.device) : '',
    claimed: event.person.claimedId === null ? '' : prefix(keys.target),
    user: profileBy === 'id' ? prefix(keys.profile) : '',
    ip: prefix(keys.ip),
  }
}

/** Who gets a token: a device whose first cookie goes out with it included. */
export function receiverOf(draft: DraftEvent): Bearer {
  return { ...bearerOf(draft), device: prefix(draft.keys.device) }
}

function prefix(key: string | undefined): string {
  return key === undefined ? '' : key.slice(0, MEMBER_CHARS)
}

function differ(one: string, other: string): boolean {
  return one !== '' && other !== '' && one !== other
}

/** Brings no device and names nobody, with a token that a device was given: whoever has found it could spend it. */
function isAnybody(claim: ChallengeClaim, { device, claimed, user }: Bearer): boolean {
  return claim.device !== '' && device === '' && claimed === '' && user === ''
}

function isSame(one: string, other: string): boolean {
  return one !== '' && one === other
}

/** A login knows the typed name, the step-up perhaps the account's id alone: like is compared with like. */
function isOtherPerson(claim: ChallengeClaim, { claimed, user }: Bearer): boolean {
  const same = isSame(claim.user, user) || isSame(claim.claimed, claimed)
  return !same && (differ(claim.user, user) || differ(claim.claimed, claimed))
}
