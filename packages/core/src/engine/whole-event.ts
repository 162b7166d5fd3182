/** The event as detectors see it: the draft with its history, or, where nobody asked, next to nothing. */
import { NO_CHALLENGE } from '../facts/challenge.js'
import { isReused, parseGenerationText } from '../facts/device/generation.js'
import type { Expectations, RiskEvent } from '../facts/event.js'
import { type EntityKind, type EntityRecord, entityKinds } from '../history/entity.js'
import { deviceGeneration } from '../history/features/device.js'
import type { Everyone } from '../history/global/everyone.js'
import type { HistoryAnswer } from '../history/history.js'
import type { ParsedOptions } from '../options.js'
import type { TouchReply } from '../store/index.js'
import type { AssessInput, Worked } from './assess-input.js'
import type { DraftEvent } from './draft-event.js'
import type { PresentedChallenge } from './present-challenge.js'

/** Written out, not spread: this is every event's last copy, and all of them share one shape. */
export function withHistory(
  { event, atMs }: DraftEvent,
  kinds: readonly EntityKind[],
  presented: PresentedChallenge | null,
  { replies }: HistoryAnswer,
  everyone: Everyone,
): RiskEvent {
  const nowMs = storeTime(replies, kinds.length) ?? atMs ?? Date.now()
  return withGeneration({
    action: event.action,
    actionSource: event.actionSource,
    nowMs,
    method: event.method,
    host: event.host,
    path: event.path,
    address: event.address,
    headers: event.headers,
    client: event.client,
    network: event.network,
    person: event.person,
    email: event.email,
    device: event.device,
    payment: event.payment,
    sessionId: event.sessionId,
    listHits: event.listHits,
    inApprovedNetwork: event.inApprovedNetwork,
    challenge: presented === null ? NO_CHALLENGE : presented.settle(replies.at(-1), nowMs),
    expectations: event.expectations,
    everyone,
    members: event.members,
    records: recordsOf(kinds, replies),
  })
}

/** An old copy of a device's cookie can only be told by what the history last saw. */
function withGeneration(event: RiskEvent): RiskEvent {
  const { standing, generation } = event.device
  if (standing !== 'known' || generation === undefined) return event
  const stored = deviceGeneration.value.read(event)
  if (!isReused(generation, parseGenerationText(typeof stored === 'string' ? stored : null))) return event
  return { ...event, device: { ...event.device, standing: 'reused' } }
}

/** The event's time as the first part of the store that answered sees it. */
function storeTime(replies: readonly TouchReply[], count: number): number | null {
  for (let i = 0; i < count; i++) {
    const reply = replies[i]
    if (reply?.state === 'known') return reply.nowMs
  }
  return null
}

function recordsOf(kinds: readonly EntityKind[], replies: readonly TouchReply[]): RiskEvent['records'] {
  const records: Partial<Record<EntityKind, EntityRecord>> = { ...NO_RECORDS }
  for (let i = 0; i < kinds.length; i++) {
    const reply = replies[i] as TouchReply
    records[kinds[i] as EntityKind] = reply.state === 'known' ? { state: 'known', bytes: reply.record } : FAILED_RECORD
  }
  return records
}

/** Every kind named in the same order, whatever an event touches: the needs then read one shape. */
const NO_RECORDS = Object.fromEntries(entityKinds.map((kind) => [kind, undefined])) as Partial<
  Record<EntityKind, EntityRecord>
>
const FAILED_RECORD: EntityRecord = Object.freeze({ state: 'failed' })

/** What is known of a request that nobody asked to assess. */
export function bareEvent(
  input: Partial<AssessInput>,
  worked: Worked,
  nowMs: number,
  options: ParsedOptions,
): RiskEvent {
  return {
    action: input.action ?? '',
    actionSource: 'inferred',
    nowMs,
    method: input.method ?? null,
    host: input.host ?? null,
    path: input.path ?? null,
    address: worked.address ?? null,
    headers: worked.headers ?? null,
    client: null,
    network: null,
    person: { userId: null, claimedId: null, account: 'unresolved', email: null, phone: null },
    email: null,
    device: worked.device ?? { id: null, standing: 'none' },
    payment: null,
    sessionId: null,
    challenge: NO_CHALLENGE,
    listHits: [],
    inApprovedNetwork: null,
    expectations: expectationsOf(options),
    everyone: null,
    members: {},
    records: {},
  }
}

export function expectationsOf({ expectedPlatform, origins, apps, blockedCountries }: ParsedOptions): Expectations {
  return { platform: expectedPlatform, origins, apps, blockedCountries }
}
