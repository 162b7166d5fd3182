/** The learned weights, unpacked once on first use, and the calibrated belief that they give. */
import { type EndpointClass, endpointClassNames } from '../vocabulary/index.js'
import { FEATURES_VERSION, hashFeature } from './features.js'
import { packedModel } from './packed-model.js'

/** Name of the weights that classify endpoints, as in `versions.model` of an assessment. */
export const MODEL_VERSION: string = packedModel.version

/** What training writes and classification reads. Numbers without unit are weights on the log scale. */
export interface PackedModel {
  readonly version: string
  /** Of the features that the weights belong to. */
  readonly features: number
  /** Where the weights come from: nothing of the rows themselves is in here. */
  readonly trainedOn: {
    /** SHA-256 of the labelled file. */
    readonly sha256: string
    readonly rows: number
    readonly providers: number
    readonly writtenRoutes: number
    readonly trainer: number
  }
  readonly classes: readonly EndpointClass[]
  /** A weight is this times the stored number squared, with its sign. */
  readonly step: number
  readonly bias: readonly number[]
  /** Added to Unclassified, so that few endpoints are called something that they are not. */
  readonly caution: number
  /** What the scores are divided by before they become shares of belief. */
  readonly temperature: number
  /** Share of belief → how often such answers were right on providers held out: rising points [share, right]. */
  readonly reliability: readonly (readonly [share: number, right: number])[]
  /**
   * Base64 of, per feature by rising hash: the distance to the last hash (base-128 varint), which classes have a weight (26
   * bits in 4 bytes, little-endian), and their weights (one signed byte each).
   */
  readonly weights: string
}

/** A distance of one byte, four bytes of classes, one weight. */
const LEAST_FEATURE_BYTES = 6

export interface ClassBelief {
  readonly endpoint: EndpointClass
  /** 0 to 1: how often an answer of this strength is right. */
  readonly confidence: number
}

export interface EndpointModel {
  /** The most likely class for distinct feature names. */
  readonly classify: (features: readonly string[]) => ClassBelief
}

/** Throws only when the shipped file is damaged or made for other features, which the tests would tell. */
export function unpackModel(packed: PackedModel): EndpointModel {
  if (packed.features !== FEATURES_VERSION || packed.classes.some((name, index) => name !== endpointClassNames[index]))
    throw new Error('The endpoint model was trained for other features or classes: train it anew.')
  const classCount = endpointClassNames.length
  const bytes = Buffer.from(packed.weights, 'base64')
  const rows = new Map<number, number>()
  const room = new Int16Array(Math.ceil(bytes.length / LEAST_FEATURE_BYTES) * classCount)
  let used = 0
  for (let at = 0, hash = 0; at < bytes.length; ) {
    let distance = 0
    for (let power = 1; ; power *= 128) {
      const byte = bytes[at++] as number
      distance += (byte & 127) * power
      if (byte < 128) break
    }
    hash += distance
    let present = bytes.readUInt32LE(at)
    at += 4
    rows.set(hash, used)
    for (let kind = 0; present !== 0; kind++, present >>>= 1) {
      if ((present & 1) === 0) continue
      const stored = bytes.readInt8(at++)
      room[used + kind] = stored * Math.abs(stored)
    }
    used += classCount
  }
  const weights = room.slice(0, used)
  const unclassified = endpointClassNames.indexOf('Unclassified')
  const sums = new Int32Array(classCount)

  return {
    classify(features) {
      sums.fill(0)
      let known = 0
      for (const name of features) {
        const row = rows.get(hashFeature(name))
        if (row === undefined) continue
        known++
        for (let kind = 0; kind < classCount; kind++)
          sums[kind] = (sums[kind] as number) + (weights[row + kind] as number)
      }
      const scale = 1 / Math.sqrt(known + 1)
      let best = 0
      let most = Number.NEGATIVE_INFINITY
      for (let kind = 0; kind < classCount; kind++) {
        const score = scoreOf(kind, scale)
        if (score > most) {
          most = score
          best = kind
        }
      }
      let sum = 0
      for (let kind = 0; kind < classCount; kind++) sum += Math.exp(scoreOf(kind, scale) - most)
      return {
        endpoint: endpointClassNames[best] as EndpointClass,
        confidence: toReliability(packed.reliability, 1 / sum),
      }
    },
  }

  function scoreOf(kind: number, scale: number): number {
    const score = ((sums[kind] as number) * packed.step + (packed.bias[kind] as number)) * scale
    return (kind === unclassified ? score + packed.caution : score) / packed.temperature
  }
}

/** Straight lines between the points; the first and the last point hold beyond them. */
export function toReliability(points: PackedModel['reliability'], share: number): number {
  let [lastShare, lastRight] = points[0] ?? [0, share]
  for (const [at, right] of points) {
    if (share <= at)
      return at === lastShare ? right : lastRight + ((right - lastRight) * (share - lastShare)) / (at - lastShare)
    lastShare = at
    lastRight = right
  }
  return lastRight
}
