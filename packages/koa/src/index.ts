export type { ActionOptions, Assessment, Outcome, Risk, RiskEngine, RiskOptions } from '@riskguard/core/adapter'
export { isRiskError, RiskError } from '@riskguard/core/adapter'
export { type RiskGuard, riskAction, riskGuard } from './risk-guard.js'
