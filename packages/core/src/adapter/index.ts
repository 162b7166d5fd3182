export type { Assessment } from '../assessment.js'
export type { Outcome, ReportReceipt } from '../engine/outcome.js'
export type { RiskEngine } from '../engine.js'
export { isRiskError, RiskError } from '../errors.js'
export type { RiskOptions } from '../options.js'
export type { ActionName } from '../vocabulary/index.js'
export {
  type ActionOptions,
  type AdapterCore,
  createAdapterCore,
  type GuardOptions,
  type Verdict,
} from './adapter-core.js'
export { declareAction, parseActionName } from './declare-action.js'
export type { Exchange, NodeRequest, NodeResponse } from './exchange.js'
export type { Reply } from './reply.js'
export type { Risk } from './risk.js'
