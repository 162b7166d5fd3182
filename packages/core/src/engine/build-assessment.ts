import type { Assessment, AssessmentContext, EvidenceEntry } from '../assessment.js'
import type { Skip } from '../detectors/finding.js'
import type { EndpointGuess } from '../endpoint/classify-endpoint.js'
import type { RiskEvent } from '../facts/event.js'
import type { NetworkFacts } from '../facts/network.js'
import { conclude } from '../policy/conclusions.js'
import type { Decision, Policy } from '../policy/policy.js'
import type { Score } from '../score/score.js'
import {
  type AnomalyCode,
  anomalyCodeNames,
  type PublicName,
  type Reason,
  type RecommendationType,
  type RiskSignals,
  reasonNames,
  recommendationTypeNames,
  type Signal,
} from '../vocabulary/index.js'

const REASONS: ReadonlySet<string> = new Set(reasonNames)
const CODES: ReadonlySet<string> = new Set(anomalyCodeNames)

export interface AssessmentParts {
  readonly id: string
  readonly issuedAt: number
  /** Seals the handle, on first reading. */
  readonly actionId: () => string
  readonly challengeToken: string | null
  readonly event: RiskEvent
  readonly score: Score
  readonly decision: Decision
  readonly policy: Pick<Policy, 'name' | 'version'>
  readonly skipped: readonly Skip[]
  readonly degraded: string | null
  readonly endpoint: EndpointGuess | null
  readonly applicationId: string | null
  readonly versions: Assessment['versions']
}

/** The closed, frozen answer. */
export function buildAssessment(parts: AssessmentParts): Assessment {
  const { event, score, decision, endpoint } = parts
  const names = sortNames(score)
  const conclusion = conclude(score, decision)
  if (conclusion !== null) names.reasons.push(conclusion)
  return Object.freeze({
    id: parts.id,
    issued_at: parts.issuedAt,
    recommendation: recommendationOf(decision, parts.challengeToken),
    risk_score: score.risk,
    scores: Object.freeze(score.scores),
    context: contextOf(parts),
    risk_signals: riskSignalsOf(event, names.signals, names.reasons),
    reasons: frozen(names.reasons),
    signals: frozen(names.signals),
    anomaly_codes: frozen(names.codes),
    threat:
      endpoint === null
        ? null
        : Object.freeze({
            endpoint: endpoint.endpoint,
            classification: endpoint.threat,
            confidence: endpoint.confidence,
          }),
    policy: Object.freeze({
      name: parts.policy.name,
      action: decision.type,
      rule: decision.rule,
      version: parts.policy.version,
    }),
    evidence: evidenceOf(score),
    skipped: parts.skipped,
    degraded: parts.degraded === null ? null : Object.freeze({ reason: parts.degraded }),
    versions: parts.versions,
  })
}

/**
 * The one property that is computed when it is first read. A class for the sake of its private field: every instance gets
 * the same getter, so that all contexts share one hidden class; a getter of its own would cost each more than it saves.
 */
class Context {
  #seal: () => string
  #handle: string | undefined

  constructor(seal: () => string) {
    this.#seal = seal
    Object.defineProperty(this, 'action_id', ACTION_ID)
  }

  static handleOf(context: Context): string {
    context.#handle ??= context.#seal()
    return context.#handle
  }
}

const ACTION_ID: PropertyDescriptor & ThisType<Context> = {
  enumerable: true,
  get() {
    return Context.handleOf(this)
  },
}

function contextOf({ event, actionId, applicationId }: AssessmentParts): AssessmentContext {
  const { address, client, network, person, device } = event
  const context = new Context(actionId) as unknown as { -readonly [K in keyof AssessmentContext]: AssessmentContext[K] }
  context.action_type = event.action
  context.action_performed_at = event.nowMs
  context.device_id = device.id
  context.device_fingerprint = null
  context.user_id = person.userId
  context.claimed_user_id = person.claimedId
  context.session_id = event.sessionId
  context.application_id = applicationId
  context.device_timezone = null
  context.device_platform = client?.platform ?? null
  context.os_name = client?.os.name ?? null
  context.os_version = client?.os.version ?? null
  context.browser_name = client?.browser.name ?? null
  context.browser_version = client?.browser.version ?? null
  context.ip = address?.ip ?? null
  context.ip_provenance = address?.provenance ?? 'unknown'
  context.country = network?.country ?? null
  context.city = network?.city ?? null
  context.asn = network?.asn ?? null
  context.organization = network?.organization ?? null
  context.network_kind = network?.kind ?? null
  return Object.freeze(context)
}

const NOTHING: readonly never[] = Object.freeze([])

/** Freezing is a call out of compiled code: what is empty shares one frozen list. */
function frozen<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : Object.freeze(list)
}

type Recommendation = Assessment['recommendation']

/** Without challenges a recommendation is its type: one frozen object for each. */
const PLAIN = Object.fromEntries(
  recommendationTypeNames.map((type) => [type, Object.freeze({ type, challenges: NOTHING, challenge_token: null })]),
) as unknown as Readonly<Record<RecommendationType, Recommendation>>

function recommendationOf({ type, challenges }: Decision, token: string | null): Recommendation {
  if (token === null && challenges.length === 0) return PLAIN[type]
  return Object.freeze({ type, challenges: Object.freeze(challenges), challenge_token: token })
}

function evidenceOf({ contributions }: Score): readonly EvidenceEntry[] {
  const evidence: EvidenceEntry[] = []
  for (const { finding, logOdds } of contributions) {
    const { detector, names, data } = finding
    evidence.push(Object.freeze({ detector: detector.name, names, weight: logOdds, data }))
  }
  return frozen(evidence)
}

function sortNames({ contributions }: Score): { reasons: Reason[]; signals: Signal[]; codes: AnomalyCode[] } {
  const reasons: Reason[] = []
  const signals: Signal[] = []
  const codes: AnomalyCode[] = []
  for (const { finding } of contributions) {
    for (const name of finding.names) {
      const list: PublicName[] = REASONS.has(name) ? reasons : CODES.has(name) ? codes : signals
      // A handful: to look through them costs less than a set.
      if (!list.includes(name)) list.push(name)
    }
  }
  return { reasons, signals, codes }
}

const NO_BEHAVIOR: RiskSignals['behavior'] = Object.freeze({
  typing_velocity: null,
  input_method: null,
  no_user_interaction: null,
})
const NO_NETWORK: RiskSignals['network'] = Object.freeze({
  vpn: null,
  tor: null,
  hosting: null,
  proxy: null,
  anonymizer: null,
})

const NO_DEVICE: RiskSignals['device'] = Object.freeze({
  incognito: null,
  tampered: null,
  emulated: null,
  spoofed: null,
  tz_mismatch: null,
})
const SPOOFED_DEVICE: RiskSignals['device'] = Object.freeze({ ...NO_DEVICE, spoofed: true })
const NO_SIGNALS: RiskSignals = Object.freeze({ device: NO_DEVICE, network: NO_NETWORK, behavior: NO_BEHAVIOR })
const SPOOFED_ALONE: RiskSignals = Object.freeze({ ...NO_SIGNALS, device: SPOOFED_DEVICE })

/** Plain facts; what could not be known without a collector or outside knowledge stays null. */
function riskSignalsOf(
  { network }: RiskEvent,
  signals: readonly PublicName[],
  reasons: readonly PublicName[],
): RiskSignals {
  const spoofed = signals.includes('spoofed_device') || reasons.includes('DEVICE_SPOOFED')
  if (network === null) return spoofed ? SPOOFED_ALONE : NO_SIGNALS
  const device = spoofed ? SPOOFED_DEVICE : NO_DEVICE
  return Object.freeze({ device, network: networkSignals(network, signals), behavior: NO_BEHAVIOR })
}

function networkSignals(network: NetworkFacts, signals: readonly PublicName[]): RiskSignals['network'] {
  const listed = (kind: NetworkFacts['lists'][number]['kind']) => network.lists.some((listing) => listing.kind === kind)
  // A privacy relay is no anonymiser that deserves a challenge: it silences the rest.
  const relay = listed('relay')
  return Object.freeze({
    vpn: !relay && listed('vpn'),
    tor: listed('tor'),
    hosting: !relay && (network.kind === 'hosting' || listed('datacenter') || listed('cloud')),
    proxy: !relay && (listed('proxy') || signals.includes('proxy_ip')),
    anonymizer: false,
  })
}
