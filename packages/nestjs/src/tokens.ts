/** Injects the `RiskEngine`: for `flush`, labels and lists. */
export const RISK_ENGINE: unique symbol = Symbol.for('riskguard.nest.engine') as never
/** The door of the core; for the guard. */
export const RISK_ADAPTER: unique symbol = Symbol.for('riskguard.nest.adapter') as never
