import type { SubScore } from './detectors/define-detector.js'
import type { Skip } from './detectors/finding.js'
import type { AddressProvenance } from './facts/address/client-address.js'
import type { NetworkKind } from './facts/network.js'
import type {
  ActionName,
  AnomalyCode,
  Challenge,
  EndpointClass,
  PublicName,
  Reason,
  RecommendationType,
  RiskSignals,
  Signal,
  Threat,
} from './vocabulary/index.js'

/** What is known about the event. `null` = unknown. */
export interface AssessmentContext {
  /**
   * The one handle for report, label and challenge: sealed, at most 256 characters, good for 200 days. Empty, as is
   * `action_type`, in the answer to what nobody asked to assess: a host then needn't test for null before each report.
   */
  readonly action_id: string
  readonly action_type: ActionName
  /** ms since the Unix epoch. */
  readonly action_performed_at: number
  readonly device_id: string | null
  readonly device_fingerprint: string | null
  /** Proven by the host's session, or found by `resolveUser`. */
  readonly user_id: string | null
  /** What the client typed. */
  readonly claimed_user_id: string | null
  readonly session_id: string | null
  readonly application_id: string | null
  readonly device_timezone: string | null
  readonly device_platform: string | null
  readonly os_name: string | null
  readonly os_version: string | null
  readonly browser_name: string | null
  readonly browser_version: string | null
  readonly ip: string | null
  readonly ip_provenance: AddressProvenance
  readonly country: string | null
  readonly city: string | null
  readonly asn: number | null
  readonly organization: string | null
  readonly network_kind: NetworkKind | null
}

/** A finding as it stands in the answer. */
export interface EvidenceEntry {
  readonly detector: string
  readonly names: readonly PublicName[]
  /**
   * Log-odds that it added to each sub-score, after damping. With the action's prior (−2.197, which is 10 points) they
   * sum to the sub-score's log-odds; `100 / (1 + e^-sum)` is the sub-score.
   */
  readonly weight: Readonly<Record<SubScore, number>>
  readonly data: Readonly<Record<string, number | string | boolean | null | undefined | readonly string[]>>
}

/** The whole answer to one event. Frozen; one closed schema. It lives in the process: it holds identifiers. */
export interface Assessment {
  /** Names this answer. */
  readonly id: string
  /** When it was given, ms since the Unix epoch. */
  readonly issued_at: number
  readonly recommendation: {
    readonly type: RecommendationType
    /** Most suitable first; empty unless `type` is `challenge`. */
    readonly challenges: readonly Challenge[]
    /** Sealed, single use, good for 10 minutes; only with a challenge. */
    readonly challenge_token: string | null
  }
  /** 0–100, one decimal: the highest sub-score that matters to the action. */
  readonly risk_score: number
  readonly scores: Readonly<Record<SubScore, number>>
  readonly context: AssessmentContext
  readonly risk_signals: RiskSignals
  readonly reasons: readonly Reason[]
  readonly signals: readonly Signal[]
  readonly anomaly_codes: readonly AnomalyCode[]
  /** What an attack on this endpoint would be; no verdict. */
  readonly threat: {
    readonly endpoint: EndpointClass
    readonly classification: Threat
    readonly confidence: number
  } | null
  readonly policy: {
    readonly name: string
    /** The recommendation, lower case. */
    readonly action: RecommendationType
    /** What decided: a list, a rule's name, `score`, `trusted`, `default`, `not_assessed`, `failure`. */
    readonly rule: string
    readonly version: string
  }
  readonly evidence: readonly EvidenceEntry[]
  /** Detectors that could not run, and why. */
  readonly skipped: readonly Skip[]
  readonly degraded: { readonly reason: string } | null
  readonly versions: {
    readonly engine: string
    readonly weights: string
    readonly policy: string
    readonly feeds: string | null
    readonly model: string | null
  }
}
