/** Multinomial logistic regression on sparse binary features: plain, deterministic, fitted by AdaGrad in a seeded order. */

export interface Sample {
  /** Indexes of the features that are present. */
  readonly features: Int32Array
  readonly label: number
  /** How much it counts, 1 for a plain row. */
  readonly weight: number
}

export interface FitOptions {
  readonly featureCount: number
  readonly classCount: number
  readonly epochs: number
  readonly learningRate: number
  /** Strength of the pull towards 0, per update of a weight. */
  readonly l2: number
  /** Share of a row's features that one visit leaves out, so that no single word is relied on. */
  readonly dropout: number
  readonly seed: number
}

/** Weights by feature, then class; the last row is the bias. */
export type Weights = Float64Array

export function fitWeights(samples: readonly Sample[], options: FitOptions): Weights {
  const { featureCount, classCount, epochs, learningRate, l2, dropout, seed } = options
  const weights = new Float64Array((featureCount + 1) * classCount)
  const squares = new Float64Array(weights.length).fill(1e-2)
  const order = samples.map((_, index) => index)
  const random = createRandom(seed)
  const scores = new Float64Array(classCount)
  const average = new Float64Array(weights.length)
  let averaged = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      const held = order[at] as number
      order[at] = order[other] as number
      order[other] = held
    }
    for (const index of order) {
      const { features: all, label, weight } = samples[index] as Sample
      const features = dropout === 0 ? all : all.filter(() => random() >= dropout)
      scoreInto(scores, weights, features, featureCount)
      softmax(scores)
      const scale = 1 / Math.sqrt(features.length + 1)
      for (let at = 0; at <= features.length; at++) {
        const row = (at === features.length ? featureCount : (features[at] as number)) * classCount
        for (let kind = 0; kind < classCount; kind++) {
          const slot = row + kind
          const error = (scores[kind] as number) - (kind === label ? 1 : 0)
          const gradient = weight * error * scale + l2 * (weights[slot] as number)
          const squared = (squares[slot] as number) + gradient * gradient
          squares[slot] = squared
          weights[slot] = (weights[slot] as number) - (learningRate * gradient) / Math.sqrt(squared)
        }
      }
    }
    if (epoch >= epochs / 2) {
      averaged++
      for (let slot = 0; slot < weights.length; slot++)
        average[slot] = (average[slot] as number) + (weights[slot] as number)
    }
  }
  for (let slot = 0; slot < weights.length; slot++) average[slot] = (average[slot] as number) / Math.max(1, averaged)
  return average
}

/** Writes the score of every class, before any softmax. */
export function scoreInto(scores: Float64Array, weights: Weights, features: Int32Array, featureCount: number) {
  const classCount = scores.length
  const scale = 1 / Math.sqrt(features.length + 1)
  for (let kind = 0; kind < classCount; kind++) scores[kind] = weights[featureCount * classCount + kind] as number
  for (const feature of features) {
    const row = feature * classCount
    for (let kind = 0; kind < classCount; kind++)
      scores[kind] = (scores[kind] as number) + (weights[row + kind] as number)
  }
  for (let kind = 0; kind < classCount; kind++) scores[kind] = (scores[kind] as number) * scale
}

export function softmax(scores: Float64Array) {
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > most) most = score
  let sum = 0
  for (let kind = 0; kind < scores.length; kind++) {
    const value = Math.exp((scores[kind] as number) - most)
    scores[kind] = value
    sum += value
  }
  for (let kind = 0; kind < scores.length; kind++) scores[kind] = (scores[kind] as number) / sum
}

/** Numbers in [0, 1) that depend on the seed only: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
