import type { Assessment } from '../assessment.js'
import type { Outcome, ReportOptions, ReportReceipt } from '../engine/outcome.js'

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

export function toRisk(assessment: Assessment, { report, enforce, consent }: RiskMethods): Risk {
  const risk = { ...assessment }
  return Object.freeze(
    Object.defineProperties(risk, {
      report: { value: report },
      enforce: { value: enforce },
      consent: { value: consent },
    }),
  ) as Risk
}
