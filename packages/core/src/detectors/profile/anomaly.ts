import type { Need } from '../../facts/need.js'
import { type AnomalyName, type AnomalyReading, anomalyFeatures } from '../../history/global/everyone.js'
import type { Evidence } from '../define-detector.js'

/** A likelihood ratio against the app's own successes; absent for a person of few successes, and without the trait. */
export function anomalyOf(name: AnomalyName): Need<AnomalyReading> {
  return {
    name: `everyone.${name}_score`,
    source: 'history',
    features: anomalyFeatures,
    optional: false,
    read: (event) => event.everyone?.anomaly(name, event) ?? undefined,
  }
}

/** Fires above the line that one in a hundred of the app's own successes exceeds. */
export function improbable({ score, step, line }: AnomalyReading): Evidence | undefined {
  if (line === null || step <= line) return undefined
  return { data: { log_score: Math.round(Math.log(score) * 100) / 100 } }
}
