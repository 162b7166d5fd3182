/** The engine: facts, one round trip, detectors, score, policy, answer. No framework, no Redis. */
import type { Assessment } from './assessment.js'
import type { Detector } from './detectors/define-detector.js'
import { detectors as shippedDetectors } from './detectors/index.js'
import { classifyEndpoint } from './endpoint/classify-endpoint.js'
import { MODEL_VERSION } from './endpoint/model.js'
import { type ActionPlan, createActionPlans } from './engine/action-plan.js'
import type { AssessInput, Worked } from './engine/assess-input.js'
import { buildAssessment } from './engine/build-assessment.js'
import { createCrawlerProofs } from './engine/crawler-proofs.js'
import { createDrafter, type DraftEvent } from './engine/draft-event.js'
import { createHandles } from './engine/handles.js'
import { createJournal, type Journal } from './engine/journal.js'
import { exceededLimits } from './engine/limits.js'
import { startMerging } from './engine/merging.js'
import { type PresentedChallenge, presentChallenge, receiverOf } from './engine/present-challenge.js'
import { createPrivacy, type Privacy } from './engine/privacy.js'
import { createRandomIds } from './engine/random-id.js'
import { createSinks, type SinkHealth, type Sinks } from './engine/sinks.js'
import { bareEvent, expectationsOf, withHistory } from './engine/whole-event.js'
import { describeGiven, RiskError } from './errors.js'
import { createMailExchanges } from './facts/email/mail-exchange.js'
import type { RiskEvent } from './facts/event.js'
import { createIdentityKeys } from './facts/identity/identity-key.js'
import { createFaultLog } from './history/fault-log.js'
import { features } from './history/features/index.js'
import { ipGoodUsers } from './history/features/ip.js'
import { createEveryone } from './history/global/everyone.js'
import { createHistory } from './history/guarded-history.js'
import type { HistoryAnswer, HistoryHealth } from './history/history.js'
import { createLists, type Lists } from './lists/lists.js'
import { type ParsedOptions, parseOptions, type RiskOptions } from './options.js'
import { createPolicy, type Decision } from './policy/policy.js'
import { scoreFindings } from './score/score.js'
import { createMemoryStore } from './stores/memory/index.js'
import { ENGINE_VERSION } from './version.js'

export interface RiskEngine extends Journal, Privacy {
  /**
   * Assesses one event. Answers within `deadlineMs`, whatever the store does, and never throws for what a client sent.
   * @throws RiskError `RG_OPTION_INVALID` when `action` is not a name of 1 to 32 characters: a mistake in the calling code
   */
  assess(input: AssessInput, worked?: Worked): Promise<Assessment>
  /** The answer for what nobody asked to assess: allow, everything skipped. Touches nothing. */
  notAssessed(input: Partial<AssessInput>, worked?: Worked, rule?: 'not_assessed' | 'disabled' | 'failure'): Assessment
  /** Waits for queued outcomes. Default 5,000 ms. */
  flush(options?: { readonly timeoutMs?: number }): Promise<void>
  /** Flushes and lets everything go. Default 2,000 ms. */
  close(options?: { readonly timeoutMs?: number }): Promise<void>
  health(): EngineHealth
  readonly lists: Lists
  readonly options: ParsedOptions
}

/** How the history and, where there are any, the sinks are doing. */
export interface EngineHealth extends HistoryHealth {
  /** `dropped`: assessments for which the queue had no room. Null without sinks. */
  readonly sinks: { readonly queued: number; readonly dropped: number; readonly sinks: readonly SinkHealth[] } | null
}

const VERSIONS = { engine: ENGINE_VERSION, weights: 'shipped-1', feeds: null, model: MODEL_VERSION } as const
const goodUsers = ipGoodUsers.in('24h')

/**
 * Builds an engine. Works without options: memory store, random secret (with a warning), monitor mode.
 * @throws RiskError with a code for every option that can't be honoured
 */
export function createRiskEngine(input: RiskOptions<never, never> = {}): RiskEngine {
  const options = parseOptions(input)
  const faults = createFaultLog({ write: (line) => warn(options, line) })
  const onFault = (fault: string, error: unknown) =>
    faults.report(fault, `${fault}: ${error instanceof Error ? error.message : 'failed'}`)
  for (const line of options.warnings) warn(options, line)
  const store = options.store ?? createMemoryStore()
  const history = createHistory({
    store,
    deadlineMs: options.deadlineMs,
    onWarning: (line) => warn(options, line),
    ...(store.kind === 'memory' ? {} : { fallback: createMemoryStore({ maxBytes: FALLBACK_BYTES }) }),
  })
  const keys = createIdentityKeys({ identityKey: options.identityKey, namespace: options.applicationId })
  const { blockedCountries, approvedNetworks } = options
  const lists = createLists({ entries: options.lists, store, keys, blockedCountries, approvedNetworks })
  const policy = createPolicy(options.policy)
  const sinks: Sinks | null = options.sinks.length === 0 ? null : createSinks({ sinks: options.sinks, keys, onFault })
  const everyone = createEveryone(store, { processId: createRandomIds(9)(), namespace: options.applicationId })
  const merging = store.shared ? startMerging(everyone) : null
  const plans = createActionPlans({ detectors: chooseDetectors(options), registry: features, policy, onFault })
  const nextId = createRandomIds(16)
  const handles = createHandles(options.secrets, options.applicationId)
  const versions = Object.freeze({ ...VERSIONS, policy: policy.version })
  const drafter = createDrafter({
    keys,
    network: options.network,
    exchanges: options.dns.mx ? createMailExchanges() : null,
    crawlerProofs: options.dns.reverse ? createCrawlerProofs() : null,
    lists,
    expectations: expectationsOf(options),
    resolveUser: options.resolveUser,
    deadlineMs: options.deadlineMs,
    now: Date.now,
    onFault,
  })
  const { clock, deadlineMs } = options
  const journal = createJournal({
    handles,
    history,
    keys,
    clock,
    now: Date.now,
    deadlineMs,
    needed: plans.needed,
    everyone,
  })

  async function assess(input: AssessInput, worked: Worked = {}): Promise<Assessment> {
    if (typeof input?.action !== 'string' || input.action === '' || input.action.length > MAX_ACTION_CHARS) {
      throw new RiskError(
        'RG_OPTION_INVALID',
        `action: ${describeGiven(input?.action)} is refused. Expected a name of 1 to ${MAX_ACTION_CHARS} characters.`,
      )
    }
    if (!options.isEnabled()) return notAssessed(input, worked, 'disabled')
    const deadlineAt = worked.deadlineAt ?? performance.now() + options.deadlineMs
    const drafted = drafter(input, worked)
    const draft = drafted instanceof Promise ? await drafted : drafted
    const mode = draft.event.actionSource === 'inferred' && options.infer === 'observe' ? 'observed' : 'declared'
    const plan = plans.of(input.action, mode)
    const trip = plan.touches(draft, keys)
    // An observed action spends no token: the declared one that may follow in the same request does.
    const presented = mode === 'observed' ? null : presentChallenge(input.challenge_token, draft, { handles, keys })
    const touches = presented === null || presented.touch === null ? trip.touches : [...trip.touches, presented.touch]
    const answered = history.touch(touches, { atMs: draft.atMs, clock: options.clock }, deadlineAt)
    const answer = answered instanceof Promise ? await answered : answered
    const assessment = decide({ draft, plan, trip, presented, answer })
    sinks?.emit(assessment)
    return assessment
  }

  function decide({ draft, plan, trip, presented, answer }: Trip): Assessment {
    const event = withHistory(draft, trip.kinds, presented, answer, everyone)
    everyone.advance(event.nowMs)
    const exceeded = exceededLimits(trip.limits, answer.replies, trip.kinds.length)
    const { findings, skipped } = plan.detectors.run(event)
    const score = scoreFindings(findings, event.action)
    const good = goodUsers.read(event)
    const decision = policy.decide({
      action: event.action,
      findings,
      score,
      listHits: event.listHits,
      exceeded,
      goodUsersOnAddress: typeof good === 'number' ? good : 0,
    })
    const final = answer.degraded === null ? decision : onFailure(decision, options, event)
    const action = handles.action(draft, event, final.type, presented?.id ?? null)
    return buildAssessment({
      id: nextId(),
      issuedAt: options.clock === 'event' ? event.nowMs : Date.now(),
      actionId: action.seal,
      challengeToken:
        final.type === 'challenge'
          ? handles.sealChallenge(action.mark, receiverOf(draft), final.challenges, event.nowMs)
          : null,
      event,
      score,
      decision: final,
      policy,
      skipped,
      degraded: answer.degraded ?? draft.degraded,
      endpoint: event.path === null ? null : classifyEndpoint(event),
      applicationId: options.applicationId,
      versions,
    })
  }

  function notAssessed(
    input: Partial<AssessInput>,
    worked: Worked = {},
    rule: 'not_assessed' | 'disabled' | 'failure' = 'not_assessed',
  ): Assessment {
    const nowMs = typeof input.at === 'number' && Number.isFinite(input.at) ? input.at : Date.now()
    const event = bareEvent(input, worked, nowMs, options)
    return buildAssessment({
      id: nextId(),
      issuedAt: nowMs,
      actionId: noHandle,
      challengeToken: null,
      event,
      score: scoreFindings([], event.action),
      decision: { type: 'allow', challenges: [], rule },
      policy,
      skipped: plans.allSkipped,
      degraded: rule === 'failure' ? 'internal_error' : null,
      endpoint: null,
      applicationId: options.applicationId,
      versions,
    })
  }

  return {
    assess,
    notAssessed,
    ...journal,
    ...createPrivacy({ store, history, keys }),
    lists,
    options,
    health: () => ({ ...history.health(), sinks: sinks?.health() ?? null }),
    flush({ timeoutMs = 5_000 } = {}) {
      sinks?.flush()
      return history.flush({ timeoutMs })
    },
    async close({ timeoutMs = 2_000 } = {}) {
      lists.close()
      await merging?.stop()
      sinks?.flush()
      await history.close({ timeoutMs })
    },
  }
}

/** As much of a name as the sealed handle takes. */
const MAX_ACTION_CHARS = 32

/** What nobody assessed can't be reported. */
const noHandle = () => ''

/** The local stand-in for a shared store that is out of reach. */
const FALLBACK_BYTES = 8 * 1024 * 1024

interface Trip {
  readonly draft: DraftEvent
  readonly plan: ActionPlan
  readonly trip: ReturnType<ActionPlan['touches']>
  /** Its touch, if it has one, is the trip's last. */
  readonly presented: PresentedChallenge | null
  readonly answer: HistoryAnswer
}

function chooseDetectors({ detectors }: ParsedOptions): readonly Detector[] {
  return [...shippedDetectors, ...detectors.add].filter((detector) => !detectors.disable.includes(detector.name))
}

/** When history is missing, the operator may want to be stricter; never milder. */
function onFailure(decision: Decision, { onFailure }: ParsedOptions, { action }: RiskEvent): Decision {
  if (onFailure === 'allow' || decision.type === 'deny' || action === 'logout') return decision
  if (onFailure === 'challenge' && decision.type === 'challenge') return decision
  return { type: onFailure, challenges: decision.challenges, rule: 'failure' }
}

/** Through the host's logger, or as a process warning, which Node prints once to stderr. */
function warn({ logger }: ParsedOptions, line: string): void {
  if (logger !== null) logger.warn({ component: 'riskguard' }, line)
  else process.emitWarning(line, 'RiskGuardWarning')
}
