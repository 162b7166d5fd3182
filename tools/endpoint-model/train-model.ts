/** From labelled endpoints to a model: features chosen, weights fitted, rounded to bytes, confidence calibrated elsewhere. */
import { hashFeature, toFeatures, toHostWords, toSight } from '../../packages/core/src/endpoint/features.js'
import { foldPath } from '../../packages/core/src/endpoint/fold-path.js'
import { type EndpointClass, endpointClassNames } from '../../packages/core/src/vocabulary/index.js'
import { fitWeights, type Sample, scoreInto, type Weights } from './logistic.js'

export interface TrainingRow {
  readonly label: EndpointClass
  readonly method: string
  readonly host: string | null
  readonly path: string
  readonly group: string
  readonly weight: number
}

export interface TrainOptions {
  readonly epochs: number
  readonly learningRate: number
  readonly l2: number
  /** A feature is kept when it occurs with at least so many providers: what fewer show is their own. */
  readonly fewestGroups: number
  readonly mostFeatures: number
  readonly dropout: number
  readonly seed: number
}

export interface Fitted {
  /** Hash of a feature → its row of weights. */
  readonly rows: ReadonlyMap<number, number>
  readonly weights: Weights
}

export function trainModel(rows: readonly TrainingRow[], options: TrainOptions): Fitted {
  const seen = rows.map((row) => featuresOf(row))
  const groups = new Map<number, Set<string>>()
  rows.forEach((row, index) => {
    for (const hash of seen[index] as readonly number[]) {
      const known = groups.get(hash)
      if (known === undefined) groups.set(hash, new Set([row.group]))
      else known.add(row.group)
    }
  })
  const kept = [...groups]
    .filter(([, providers]) => providers.size >= options.fewestGroups)
    .sort(([a, some], [b, more]) => more.size - some.size || a - b)
    .slice(0, options.mostFeatures)
    .map(([hash]) => hash)
    .sort((a, b) => a - b)
  const index = new Map(kept.map((hash, row) => [hash, row]))
  const samples: Sample[] = rows.map((row, at) => ({
    features: Int32Array.from(
      (seen[at] as readonly number[]).map((hash) => index.get(hash) ?? -1).filter((slot) => slot >= 0),
    ),
    label: endpointClassNames.indexOf(row.label),
    weight: row.weight,
  }))
  const weights = fitWeights(samples, { ...options, featureCount: kept.length, classCount: endpointClassNames.length })
  return { rows: index, weights }
}

export function featuresOf(row: { readonly method: string; readonly host: string | null; readonly path: string }) {
  const sight = toSight(row.method.toUpperCase(), foldPath(row.path))
  return [...new Set(toFeatures(sight, row.host === null ? '' : toHostWords(row.host)).map(hashFeature))]
}

/** Scores of all classes, before any softmax. */
export function scoreWith(
  fitted: Fitted,
  row: { readonly method: string; readonly host: string | null; readonly path: string },
) {
  const features = featuresOf(row)
    .map((hash) => fitted.rows.get(hash) ?? -1)
    .filter((slot) => slot >= 0)
  const scores = new Float64Array(endpointClassNames.length)
  scoreInto(scores, fitted.weights, Int32Array.from(features), fitted.rows.size)
  return scores
}
