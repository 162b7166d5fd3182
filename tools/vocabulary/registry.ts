import { existsSync } from 'node:fs'
import type { Detector } from '../../packages/core/src/detectors/define-detector.js'
import type { DocumentedDetector } from './raised-by.js'

const REGISTRY = '../../packages/core/src/detectors/index'

/** Every detector of the registry, as the documentation shows it; none while there is no registry. */
export async function documentedDetectors(): Promise<readonly DocumentedDetector[]> {
  if (!existsSync(new URL(`${REGISTRY}.ts`, import.meta.url))) return []
  const { detectors } = (await import(`${REGISTRY}.js`)) as { readonly detectors: readonly Detector[] }
  return detectors.map(toDocumented)
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
