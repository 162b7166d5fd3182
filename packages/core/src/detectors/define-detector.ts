import type { Need } from '../facts/need.js'
import type { AnomalyCode, PublicName, Reason, Signal } from '../vocabulary/index.js'

/** The three questions that get a number of their own. */
export const subScores = ['account_takeover', 'account_abuse', 'bot'] as const
export type SubScore = (typeof subScores)[number]

/**
 * What a finding rests on; the policy needs it to know what may deny.
 *
 * - `attempt` this very request, its device or its credentials: may deny.
 * - `velocity` how much comes from one entity: may deny, but on an address with many good users only together with `attempt`.
 * - `history` unlike this person's past: challenges, never denies.
 * - `operator` an explicit word of the operator.
 * - `context` a circumstance: raises or lowers, decides nothing by itself.
 */
export type Basis = 'attempt' | 'velocity' | 'history' | 'operator' | 'context'

/**
 * Who vouches for the evidence. What the `client` says of itself raises freely and lowers only within a cap.
 */
export type Witness = 'server' | 'client'

/** What a detector returns when it fires. Small and plain: numbers, enums, counts; never an email, an address or a cookie. */
export interface Evidence {
  /** Multiplies the weight, 0 to 3. Default 1. */
  readonly strength?: number
  /** The public names that apply, out of those that the detector raises. Default all. */
  readonly names?: readonly PublicName[]
  readonly data: Readonly<Record<string, number | string | boolean | null | undefined | readonly string[]>>
}

type Needs = Readonly<Record<string, Need<unknown>>>
type Values<N extends Needs> = { readonly [K in keyof N]: N[K] extends Need<infer T> ? T : never }

export interface DetectorDefinition<N extends Needs> {
  /** snake_case, unique, stable: it stands in evidence, weights files and metrics. */
  readonly name: string
  /** One sentence: what it observes. */
  readonly summary: string
  /** The good person who trips it, and why that is all right. */
  readonly honest: string
  readonly needs: N
  readonly raises: {
    readonly reasons?: readonly Reason[]
    readonly signals?: readonly Signal[]
    readonly anomalies?: readonly AnomalyCode[]
  }
  /** Only for these actions. Default all. */
  readonly actions?: readonly string[]
  readonly basis: Basis
  /** Default `server`. */
  readonly witness?: Witness
  /** Findings of one group tell the same story: the strongest counts whole, the next half, then a quarter. */
  readonly group: string
  /** Log-odds per sub-score at strength 1; negative is good evidence, 0 or absent informs only. */
  readonly weight: Readonly<Partial<Record<SubScore, number>>>
  /** Pure: no clock, no randomness, no store. `undefined` = silent. */
  readonly evaluate: (known: Values<N>) => Evidence | undefined
}

/** A detector whose needs' types have been forgotten, as the engine runs it. */
export interface Detector extends Omit<DetectorDefinition<Needs>, 'evaluate'> {
  readonly evaluate: (known: Readonly<Record<string, never>>) => Evidence | undefined
}

/** Declares a detector; the needs' types flow into `evaluate`. */
export function defineDetector<const N extends Needs>(definition: DetectorDefinition<N>): Detector {
  return definition as unknown as Detector
}
