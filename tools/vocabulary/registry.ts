import { type Detector, detectors } from '../../packages/core/src/detectors/index.js'
import type { DocumentedDetector } from './raised-by.js'

/** Every built-in detector, as the documentation shows it. */
export const documentedDetectors: readonly DocumentedDetector[] = detectors.map(toDocumented)

function toDocumented({ name, summary, honest, needs, raises }: Detector): DocumentedDetector {
  return {
    name,
    summary,
    honest,
    needs: Object.values(needs).map((need) => ({ name: need.name, source: need.source, optional: need.optional })),
    raises: [...(raises.reasons ?? []), ...(raises.signals ?? []), ...(raises.anomalies ?? [])],
  }
}
