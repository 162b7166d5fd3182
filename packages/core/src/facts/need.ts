import type { RiskEvent } from './event.js'

/** What a need gives when its source was out of reach. Not "never seen": a detector that needs it is skipped. */
export const FAILED: unique symbol = Symbol.for('riskguard.failed') as never
export type Failed = typeof FAILED

/**
 * One thing that a detector wants to know. `read` gives the value, `undefined` when there is nothing to know in this
 * event (absent), or {@link FAILED} when the source was out of reach.
 */
export interface Need<T> {
  /** Dotted name for `skipped`, docs and evidence: `ip.events.1m`. */
  readonly name: string
  /** Where it comes from; the docs table prints it. */
  readonly source: 'request' | 'network' | 'history' | 'collector' | 'app' | 'operator'
  /** History features that must be in the touch plan. */
  readonly features: readonly FeatureRef[]
  readonly optional: boolean
  read(event: RiskEvent): T | undefined | Failed
}

/** The part of a history feature that a need names; the whole stands in `history/feature.ts`. */
export interface FeatureRef {
  readonly name: string
  readonly entity: string
  readonly slot: number
}

/** A fact of the request itself. */
export function defineFact<T>(fact: {
  readonly name: string
  readonly source: Need<T>['source']
  readonly read: (event: RiskEvent) => T | undefined | Failed
}): Need<T> {
  return { ...fact, features: [], optional: false }
}

/** The same need, but its absence gives `undefined` instead of skipping the detector. A failed source still skips. */
export function optional<T>(need: Need<T>): Need<T | undefined> {
  return { ...need, optional: true }
}
