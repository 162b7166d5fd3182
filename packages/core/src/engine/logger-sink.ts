import type { Logger } from '../options/hooks.js'
import type { AssessmentSink } from '../options/risk-options.js'
import type { RecommendationType } from '../vocabulary/index.js'
import type { AssessmentRecord } from './assessment-record.js'

/**
 * A sink that writes each record to a logger such as pino's, at `info`: `observe: { sinks: [loggerSink(logger)] }`.
 * @param options.only recommendations to log; default all
 */
export function loggerSink(
  logger: Logger,
  {
    only,
    identifiers = 'keyed',
  }: { readonly only?: readonly RecommendationType[]; readonly identifiers?: 'keyed' | 'plain' } = {},
): AssessmentSink {
  return {
    name: 'logger',
    identifiers,
    write(record: AssessmentRecord) {
      const { type } = record.recommendation
      if (only === undefined || only.includes(type))
        logger.info({ component: 'riskguard', assessment: record }, `risk: ${type}`)
    },
  }
}
