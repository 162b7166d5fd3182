/**
 * What went wrong, as a stable name to branch on; the message is for people and may change.
 *
 * - `RG_OPTION_UNKNOWN` an option that doesn't exist
 * - `RG_OPTION_INVALID` an option of the wrong type or out of its range
 * - `RG_UNIT` a number or duration in the wrong unit
 * - `RG_CIDR_INVALID` a network that isn't written as `address/prefix`
 * - `RG_TRUST_INVALID` a `trustedProxies` or `forwardedHeader` that can't be honoured safely
 * - `RG_SECRET_MISSING` a shared store without a secret
 * - `RG_SECRET_WEAK` a secret too short or too regular
 * - `RG_STORE` a store that can't be used as configured
 * - `RG_NETWORK_DATA` a file of outside knowledge that is missing, damaged or not what it should be
 */
export type RiskErrorCode =
  | 'RG_OPTION_UNKNOWN'
  | 'RG_OPTION_INVALID'
  | 'RG_UNIT'
  | 'RG_CIDR_INVALID'
  | 'RG_TRUST_INVALID'
  | 'RG_SECRET_MISSING'
  | 'RG_SECRET_WEAK'
  | 'RG_STORE'
  | 'RG_NETWORK_DATA'

// Registered globally because an app may load both the ESM and the CJS build: `instanceof` would miss the other one's errors.
const BRAND: unique symbol = Symbol.for('riskguard.error') as never

/** A programmer's or operator's mistake, thrown at construction. The message says what was given and what was expected. */
export class RiskError extends Error {
  readonly code: RiskErrorCode
  readonly [BRAND]: true = true

  constructor(code: RiskErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RiskError'
    this.code = code
  }
}

/** Whether a caught value is a RiskError, from whichever copy or build of the package. Never throws. */
export function isRiskError(value: unknown): value is RiskError {
  return value instanceof Error && BRAND in value
}

const SHOWN_CHARS = 80

/** A given value, short and on one line, for an error message. Never throws, whatever the value. */
export function describeGiven(value: unknown): string {
  let text: string
  try {
    text =
      typeof value === 'string' || (typeof value === 'object' && value !== null)
        ? (JSON.stringify(value) ?? 'an object')
        : String(value)
  } catch {
    // Cycles, throwing toJSON or toString: the type is the most that can be said.
    text = `a value of type ${typeof value}`
  }
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text
}
