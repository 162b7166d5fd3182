import { existsSync } from 'node:fs'
import type { PublicName } from '../../packages/core/src/vocabulary/index.js'
import type { DocumentedDetector } from './raised-by.js'

/** The fields of a detector definition that the documentation reads. */
interface DefinedDetector {
  readonly name: string
  readonly summary: string
  readonly honest: string
  readonly needs: readonly string[] | Readonly<Record<string, unknown>>
  readonly raises: { readonly [vocabulary: string]: readonly PublicName[] | undefined }
}

const REGISTRY = '../../packages/core/src/detectors/index'

/** Every detector of the registry, as the documentation shows it; none while there is no registry. */
export async function documentedDetectors(): Promise<readonly DocumentedDetector[]> {
  if (!existsSync(new URL(`${REGISTRY}.ts`, import.meta.url))) return []
  const { detectors } = (await import(`${REGISTRY}.js`)) as { detectors: readonly DefinedDetector[] }
  return detectors.map(toDocumented)
}

function toDocumented({ name, summary, honest, needs, raises }: DefinedDetector): DocumentedDetector {
  return {
    name,
    summary,
    honest,
    needs: Array.isArray(needs) ? needs : Object.keys(needs),
    raises: Object.values(raises).flatMap((names) => names ?? []),
  }
}
