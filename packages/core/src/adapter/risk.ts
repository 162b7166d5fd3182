import type { Assessment } from '../assessment.js'
import type { Outcome, ReportOptions, ReportReceipt } from '../engine/outcome.js'
import type { RequestState } from './request-state.js'

/** What only the request at hand can do with its assessment. */
export interface RiskMethods {
  /**
   * Says how the action ended; counts once. Resolves when it is learned, at the deadline at the latest, and never rejects:
   * a result that doesn't exist is logged and `noted`.
   */
  report(outcome: Outcome, options?: Pick<ReportOptions, 'durable'>): Promise<ReportReceipt>
  /**
   * To be called after authentication: answers 403 to a denial and 428 to any challenge, and says true; the handler then
   * stops. In Nest it throws an `HttpException` instead. False, and nothing done, in monitor mode and for everything else.
   */
  enforce(): boolean
  /** With `cookie: 'after-consent'`: the visitor agreed, so this response may set our device cookie. */
  consent(): void
}

/** What `req.risk` is: the assessment, and three methods that don't show in its JSON. Frozen. */
export type Risk = Assessment & RiskMethods

/** What the methods do, for all requests of a guard. */
export type StateMethods = {
  readonly [K in keyof RiskMethods]: (
    state: RequestState,
    ...given: Parameters<RiskMethods[K]>
  ) => ReturnType<RiskMethods[K]>
}

export function toRisk(assessment: Assessment, methods: StateMethods, state: RequestState): Risk {
  return Object.freeze(new RequestRisk(assessment, methods, state))
}

/** A class, so that a request costs one object: three hidden properties defined on each cost more than most detectors. */
class RequestRisk implements Risk {
  readonly id: Assessment['id']
  readonly issued_at: Assessment['issued_at']
  readonly recommendation: Assessment['recommendation']
  readonly risk_score: Assessment['risk_score']
  readonly scores: Assessment['scores']
  readonly context: Assessment['context']
  readonly risk_signals: Assessment['risk_signals']
  readonly reasons: Assessment['reasons']
  readonly signals: Assessment['signals']
  readonly anomaly_codes: Assessment['anomaly_codes']
  readonly threat: Assessment['threat']
  readonly policy: Assessment['policy']
  readonly evidence: Assessment['evidence']
  readonly skipped: Assessment['skipped']
  readonly degraded: Assessment['degraded']
  readonly versions: Assessment['versions']
  readonly #methods: StateMethods
  readonly #state: RequestState

  constructor(assessment: Assessment, methods: StateMethods, state: RequestState) {
    this.id = assessment.id
    this.issued_at = assessment.issued_at
    this.recommendation = assessment.recommendation
    this.risk_score = assessment.risk_score
    this.scores = assessment.scores
    this.context = assessment.context
    this.risk_signals = assessment.risk_signals
    this.reasons = assessment.reasons
    this.signals = assessment.signals
    this.anomaly_codes = assessment.anomaly_codes
    this.threat = assessment.threat
    this.policy = assessment.policy
    this.evidence = assessment.evidence
    this.skipped = assessment.skipped
    this.degraded = assessment.degraded
    this.versions = assessment.versions
    this.#methods = methods
    this.#state = state
  }

  // Getters that bind, so that `const { report } = req.risk` works.
  get report(): RiskMethods['report'] {
    return (outcome, options) => this.#methods.report(this.#state, outcome, options)
  }

  get enforce(): RiskMethods['enforce'] {
    return () => this.#methods.enforce(this.#state)
  }

  get consent(): RiskMethods['consent'] {
    return () => this.#methods.consent(this.#state)
  }
}
