/** What the host tells us afterwards: outcomes and labels. Learned once, off the response's path. */
import { LRUCache } from 'lru-cache'
import { describeGiven, RiskError } from '../errors.js'
import { canonicalClaimed } from '../facts/identity/canonical-claimed.js'
import { canonicalUserId } from '../facts/identity/canonical-user-id.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import type { FeatureRef } from '../facts/need.js'
import { aliasesIn } from '../history/aliases.js'
import { entities } from '../history/entity.js'
import { features } from '../history/features/index.js'
import type { EveryoneMemory } from '../history/global/everyone.js'
import type { History } from '../history/history.js'
import { type LabelSource, type LabelType, labelSources, labelTypes } from '../history/labels.js'
import type { Program, Touch, TouchOptions } from '../store/index.js'
import type { ActionToken } from './action-token.js'
import type { Handles } from './handles.js'
import { userKey } from './identities.js'
import { createLabelTouches } from './label-touches.js'
import { toObservation } from './observation.js'
import { lessonOf, type Outcome, type ReportOptions, type ReportReceipt } from './outcome.js'
import { createTeacher } from './teach.js'

/** What a person says that something was. */
export interface Label {
  readonly type: LabelType
  readonly subject: {
    readonly type: 'action_id' | 'user_id' | 'ip' | 'device_id' | 'device_fingerprint'
    readonly value: string
  }
  /** The word of a stronger source outlives that of a weaker one: manual_review, chargeback, customer_complaint, other. */
  readonly source: LabelSource
  /** The account, where the label is about an action whose user was learned later. */
  readonly user_id?: string | number | bigint | null
  /** When it was said, ms. Default now. */
  readonly at?: number | null
}

export interface Journal {
  /**
   * Says how an action ended. Idempotent per `action_id` for a day: the first explicit report counts. Resolves when it is learned,
   * or at the deadline with `queued`.
   * @throws RiskError `RG_OPTION_INVALID` for a `result` that doesn't exist
   */
  report(actionId: string, outcome: Outcome, options?: ReportOptions): Promise<ReportReceipt>
  /**
   * Says what something was. Of an action: confirmed fraud or a takeover takes back what it taught, and for 90 days its
   * device counts as a stranger's to this person; a confirmed good one teaches. Of an account, an address, a device or
   * a fingerprint: kept with it for 180 days (an address 90), the last word of each source, the strongest source's holds.
   * @throws RiskError `RG_OPTION_INVALID` for a type, subject or source that doesn't exist, or a value that can't be one
   */
  label(label: Label): Promise<ReportReceipt>
}

export interface JournalDependencies {
  readonly handles: Handles
  readonly history: History
  readonly keys: IdentityKeys
  readonly clock: 'event' | 'store'
  readonly needed: readonly FeatureRef[]
  readonly everyone: Pick<EveryoneMemory, 'observe'>
  readonly now: () => number
  readonly deadlineMs: number
}

const RESULTS = ['success', 'failure', 'incomplete'] as const
const SUBJECTS = ['action_id', 'user_id', 'ip', 'device_id', 'device_fingerprint'] as const
/** Reports of one action nearly always come to the process that assessed it: this spares the store the second one. */
const REMEMBERED_ACTIONS = 10_000

export function createJournal(deps: JournalDependencies): Journal {
  const teacher = createTeacher(deps.needed, features)
  const labels = createLabelTouches({ keys: deps.keys, teacher })
  const reported = new LRUCache<string, 'explicit' | 'inferred'>({ max: REMEMBERED_ACTIONS })

  function open(actionId: unknown, at: number | null): ActionToken | null {
    return typeof actionId === 'string' ? deps.handles.openAction(actionId, at ?? deps.now()) : null
  }

  /** Every record of this person: under the typed name, and under the id that it turned out to be. */
  function profilesOf(token: ActionToken, userId: unknown): string[] {
    const id = canonicalUserId(userId)
    const reported = id === null ? null : userKey(deps.keys, id)
    const known = token.keys.profile ?? token.keys.target
    // Two ids are two people, such as those of a session and of whom it changed to: the report knows who it was.
    if (known === undefined || (reported !== null && token.profileBy === 'id'))
      return reported === null ? [] : [reported]
    return reported === null || reported === known ? [known] : [known, reported]
  }

  /** The other names of these records, which their successes noted. */
  async function withAliases(profiles: readonly string[], atMs: number): Promise<string[]> {
    const touches = profiles.map(
      (key): Touch => ({ kind: entities.profile.code, key, program: READ_PROFILE, arguments: [] }),
    )
    const { replies } = await deps.history.touch(
      touches,
      { atMs, clock: deps.clock },
      performance.now() + ALIAS_TIMEOUT_MS,
    )
    const aliases = replies.flatMap((reply) => (reply.state === 'known' ? aliasesIn(reply.record) : []))
    return [...new Set([...profiles, ...aliases])]
  }

  async function labelAction(label: Label, atMs: number): Promise<ReportReceipt> {
    const token = open(label.subject.value, label.at ?? null)
    if (token === null) return 'unknown_action'
    const profiles = await withAliases(profilesOf(token, label.user_id), atMs)
    const touches = labels.ofAction(label, token, { profiles, atMs })
    const lesson = labels.lessonOfAction(label, token, profiles)
    const written = touches.length === 0 ? null : await write(touches, atMs, {})
    if (lesson.length === 0) return written ?? 'noted'
    const mark = teacher.mark(token, 'explicit', deps.keys.keyOf('label', token.id, label.type))
    return await write([mark, ...lesson], token.atMs, { guard: 'first' })
  }

  async function labelEntity(label: Label, atMs: number): Promise<ReportReceipt> {
    const { kind, key } = labels.subjectOf(label)
    const entityKeys = kind === 'profile' ? await withAliases([key], atMs) : [key]
    return await write(labels.ofEntity(label, { kind, keys: entityKeys, atMs }), atMs, {})
  }

  async function write(
    touches: readonly Touch[],
    atMs: number,
    options: Pick<ReportOptions, 'durable'> & Pick<TouchOptions, 'guard'>,
  ): Promise<ReportReceipt> {
    const guard = options.guard === undefined ? {} : { guard: options.guard }
    const written = deps.history.learn(touches, { atMs, clock: deps.clock, ...guard })
    const receipt = written.then((done): ReportReceipt => (done ? 'learned' : 'queued'))
    if (options.durable === true) {
      const done = await receipt
      await deps.history.store.settle({ replicas: 1, timeoutMs: DURABLE_TIMEOUT_MS })
      return done
    }
    return await withinDeadline(receipt, deps.deadlineMs)
  }

  return {
    async report(actionId, outcome, options = {}) {
      oneOf('result', outcome?.result, RESULTS)
      const token = open(actionId, outcome.at ?? null)
      if (token === null) return 'unknown_action'
      const source = options.source ?? 'explicit'
      // A double click presents one token twice: two actions, of which one success counts.
      const counted = [token.id]
      if (outcome.result === 'success' && token.stepUp?.standing === 'accepted') counted.push(token.stepUp.id)
      const before = counted.map((id) => reported.get(id))
      if (before.includes('explicit') || before.includes(source)) return 'duplicate'
      for (const id of counted) reported.set(id, source)
      const touches = lessons(token, outcome, options.deviceGeneration ?? null)
      const observed = before.every((known) => known === undefined) ? toObservation(token, outcome) : null
      if (observed !== null) deps.everyone.observe(observed)
      // An inferred action teaches no profile, whoever reports it, unless the host does so by hand.
      if (touches.length === 0 && source === 'inferred') return 'noted'
      const mark = teacher.mark(token, source, deps.keys.keyOf('mark', ...counted.slice(-1)))
      return await write([mark, ...touches], outcome.at ?? token.atMs, {
        durable: options.durable === true,
        guard: 'first',
      })
    },
    async label(label) {
      oneOf('type', label?.type, labelTypes)
      oneOf('subject.type', label.subject?.type, SUBJECTS)
      oneOf('source', label.source, labelSources)
      const atMs = typeof label.at === 'number' && Number.isFinite(label.at) ? label.at : deps.now()
      return label.subject.type === 'action_id' ? await labelAction(label, atMs) : await labelEntity(label, atMs)
    },
  }

  function lessons(token: ActionToken, outcome: Outcome, generation: number | null): Touch[] {
    if (outcome.result === 'failure' || outcome.challenge?.result === 'failed') return teacher.failure(token)
    if (outcome.result === 'incomplete') return []
    const lesson = lessonOf(token, outcome)
    return lesson === 'none' ? [] : teacher.success(token, lesson, profilesOf(token, outcome.user_id), generation)
  }
}

const DURABLE_TIMEOUT_MS = 1_000
/** Nobody's response waits for a label. */
const ALIAS_TIMEOUT_MS = 2_000
const READ_PROFILE: Program = { ttlSeconds: entities.profile.ttlSeconds, protectAt: 0, operations: [] }

/** The host awaits a report inside its handler: a dead store must not hold its response. */
function withinDeadline(receipt: Promise<ReportReceipt>, deadlineMs: number): Promise<ReportReceipt> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('queued'), deadlineMs)
    receipt.then(
      (done) => {
        clearTimeout(timer)
        resolve(done)
      },
      () => {
        clearTimeout(timer)
        resolve('queued')
      },
    )
  })
}

function oneOf(name: string, given: unknown, expected: readonly string[]): void {
  if (typeof given === 'string' && expected.includes(given)) return
  throw new RiskError(
    'RG_OPTION_INVALID',
    `${name}: ${describeGiven(given)} is refused. Expected one of ${expected.join(', ')}.`,
  )
}

/** The canonical text under which a typed name is kept; `null` for what is no name. */
export function claimedName(value: unknown): string | null {
  return canonicalClaimed(value)?.text ?? null
}
