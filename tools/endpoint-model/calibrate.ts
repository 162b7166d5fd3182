/** Turns scores of providers held out into how cautious to be and how sure to sound. */

import type { PackedModel } from '../../packages/core/src/endpoint/model.js'
import { type EndpointClass, endpointClassNames } from '../../packages/core/src/vocabulary/index.js'
import { softmax } from './logistic.js'

export interface ScoredRow {
  readonly label: EndpointClass
  readonly isDecidable: boolean
  /** By class, before any softmax. */
  readonly scores: Float64Array
}

/** Of the Unclassified endpoints that an expert can tell, how many may be called something while training. */
const MOST_FALSE_CALLS = 0.05
const CAUTION_STEP = 0.05
const MOST_CAUTION = 3
const POINTS = 15
const UNCLASSIFIED = endpointClassNames.indexOf('Unclassified')

export type Calibration = Pick<PackedModel, 'caution' | 'temperature' | 'reliability'>

export function calibrate(rows: readonly ScoredRow[]): Calibration {
  const caution = findCaution(rows)
  const temperature = findTemperature(rows, caution)
  const answers = rows
    .map((row) => toAnswer(row.scores, caution, temperature))
    .map(({ endpoint, share }, index) => ({
      share,
      isRight: endpoint === (rows[index] as ScoredRow).label,
    }))
  return { caution, temperature, reliability: toRisingPoints(answers) }
}

/** The class of the highest score and its share of belief. */
export function toAnswer(scores: Float64Array, caution: number, temperature: number) {
  const shares = Float64Array.from(
    scores,
    (score, kind) => (score + (kind === UNCLASSIFIED ? caution : 0)) / temperature,
  )
  softmax(shares)
  let best = 0
  for (let kind = 1; kind < shares.length; kind++) if ((shares[kind] as number) > (shares[best] as number)) best = kind
  return { endpoint: endpointClassNames[best] as EndpointClass, share: shares[best] as number }
}

function findCaution(rows: readonly ScoredRow[]): number {
  const plain = rows.filter(({ label, isDecidable }) => label === 'Unclassified' && isDecidable)
  for (let step = 0; step * CAUTION_STEP < MOST_CAUTION; step++) {
    const caution = step * CAUTION_STEP
    const calls = plain.filter(({ scores }) => toAnswer(scores, caution, 1).endpoint !== 'Unclassified').length
    if (calls <= MOST_FALSE_CALLS * plain.length) return Number(caution.toFixed(2))
  }
  return MOST_CAUTION
}

function findTemperature(rows: readonly ScoredRow[], caution: number): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let percent = 40; percent <= 300; percent += 5) {
    const temperature = percent / 100
    let loss = 0
    for (const { scores, label } of rows) {
      const shares = Float64Array.from(
        scores,
        (score, kind) => (score + (kind === UNCLASSIFIED ? caution : 0)) / temperature,
      )
      softmax(shares)
      loss -= Math.log((shares[endpointClassNames.indexOf(label)] as number) + 1e-9)
    }
    if (loss < least) {
      least = loss
      best = temperature
    }
  }
  return best
}

/** Isotonic regression: equal groups by share, neighbours pooled until the rates rise. */
export function toRisingPoints(answers: readonly { readonly share: number; readonly isRight: boolean }[]) {
  const sorted = [...answers].sort((a, b) => a.share - b.share)
  const blocks: { shares: number; rights: number; n: number }[] = []
  const size = Math.max(1, Math.ceil(sorted.length / POINTS))
  for (let at = 0; at < sorted.length; at += size) {
    const part = sorted.slice(at, at + size)
    blocks.push({
      shares: part.reduce((sum, { share }) => sum + share, 0),
      rights: part.filter(({ isRight }) => isRight).length,
      n: part.length,
    })
    for (let last = blocks.length - 1; last > 0; last--) {
      const [before, after] = [blocks[last - 1], blocks[last]]
      if (before === undefined || after === undefined || before.rights / before.n < after.rights / after.n) break
      blocks.splice(last - 1, 2, {
        shares: before.shares + after.shares,
        rights: before.rights + after.rights,
        n: before.n + after.n,
      })
    }
  }
  return blocks.map(({ shares, rights, n }) => [round(shares / n), round(rights / n)] as const)
}

function round(value: number): number {
  return Number(value.toFixed(4))
}
