/** Writes fitted weights as the compact text that the product carries. */
import { FEATURES_VERSION } from '../../packages/core/src/endpoint/features.js'
import type { PackedModel } from '../../packages/core/src/endpoint/model.js'
import { endpointClassNames } from '../../packages/core/src/vocabulary/index.js'
import type { Calibration } from './calibrate.js'
import type { Fitted } from './train-model.js'

/** A weight is stored as the signed root of its share of the largest: fine steps for the many small, coarse for the few large. */
const STEPS = 127
/** Weights below are left out, on the log scale. */
const LEAST_WEIGHT = 0.04
/** Room for weights, in bytes before base64. */
const MOST_BYTES = 208_000

export function packModel(
  fitted: Fitted,
  calibration: Calibration,
  about: Pick<PackedModel, 'version' | 'trainedOn'>,
): PackedModel {
  const classCount = endpointClassNames.length
  const step = toStep(fitted, classCount)
  const features = [...fitted.rows].map(([hash, row]) => {
    const exact = fitted.weights.subarray(row * classCount, (row + 1) * classCount)
    // The same amount taken from all classes changes no answer: from the median, most weights are nearly nothing.
    const middle = [...exact].sort((a, b) => a - b)[Math.floor(classCount / 2)] as number
    const weights = Array.from(exact, (weight) => {
      const distance = weight - middle
      const steps = Math.min(STEPS, Math.round(Math.sqrt(Math.abs(distance) / step)))
      return Math.abs(distance) < LEAST_WEIGHT ? 0 : Math.sign(distance) * steps
    })
    return { hash, weights, strength: weights.reduce((sum, weight) => sum + weight ** 4, 0) }
  })
  const strongest = features
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength || a.hash - b.hash)
  const kept: typeof features = []
  let bytes = 0
  for (const feature of strongest) {
    bytes += 8 + feature.weights.filter((weight) => weight !== 0).length
    if (bytes > MOST_BYTES) break
    kept.push(feature)
  }
  kept.sort((a, b) => a.hash - b.hash)
  return {
    ...about,
    features: FEATURES_VERSION,
    classes: endpointClassNames,
    step: Number(step.toPrecision(6)),
    bias: endpointClassNames.map((_, kind) =>
      Number((fitted.weights[fitted.rows.size * classCount + kind] as number).toFixed(4)),
    ),
    ...calibration,
    weights: Buffer.from(kept.reduce(writeFeature, { last: 0, bytes: [] as number[] }).bytes).toString('base64'),
  }
}

/** So that the largest weight takes the last step. */
function toStep({ weights }: Fitted, classCount: number): number {
  const largest = weights
    .subarray(0, weights.length - classCount)
    .reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  return Math.max(1e-9, largest / STEPS ** 2)
}

function writeFeature(
  written: { readonly last: number; readonly bytes: number[] },
  { hash, weights }: { readonly hash: number; readonly weights: readonly number[] },
) {
  const { bytes } = written
  for (let distance = hash - written.last; ; distance = Math.floor(distance / 128)) {
    if (distance < 128) {
      bytes.push(distance)
      break
    }
    bytes.push((distance % 128) + 128)
  }
  const present = weights.reduce((bits, weight, kind) => (weight === 0 ? bits : bits | (1 << kind)), 0)
  bytes.push(present & 255, (present >>> 8) & 255, (present >>> 16) & 255, present >>> 24)
  for (const weight of weights) if (weight !== 0) bytes.push(weight & 255)
  return { last: hash, bytes }
}

/** The source file that the product imports. */
export function toSourceText(model: PackedModel): string {
  const { weights, ...rest } = model
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '')
  return `// Written by tools/endpoint-model/train.ts: train anew instead of editing.
import type { PackedModel } from './model.js'

// biome-ignore format: generated
export const packedModel: PackedModel = ${head},
  "weights": "${weights}"
}
`
}
