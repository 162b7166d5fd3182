import { type Detector, detectors } from '../../packages/core/src/detectors/index.js'
import { type Conclusion, conclusions } from '../../packages/core/src/policy/conclusions.js'
import type { DocumentedDetector } from './raised-by.js'

/** Every built-in detector, and what concludes from them all, as the documentation shows them. */
export const documentedDetectors: readonly DocumentedDetector[] = [
  ...detectors.map(toDocumented),
  ...conclusions.map(toConclusion),
]

function toConclusion({ name, summary, honest, raises }: Conclusion): DocumentedDetector {
  return { name, summary, honest, needs: [], raises: [...raises.reasons] }
}

function toDocumented({ name, summary, honest, needs, raises }: Detector): DocumentedDetector {
  return {
    name,
    summary,
    honest,
    needs: Object.values(needs).map((need) => ({ name: need.name, source: need.source, optional: need.optional })),
    raises: [...(raises.reasons ?? []), ...(raises.signals ?? []), ...(raises.anomalies ?? [])],
  }
}
