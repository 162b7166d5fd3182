/** The whole training: rows and written routes in, a packed model out. The same input gives the same bytes. */
import { createHash } from 'node:crypto'
import type { PackedModel } from '../../packages/core/src/endpoint/model.js'
import { type Calibration, calibrate, type ScoredRow } from './calibrate.js'
import { type CorpusRow, corpusRows } from './corpus.js'
import { packModel } from './pack-model.js'
import type { LabelledEndpoint } from './read-labelled.js'
import { toFold } from './split-providers.js'
import { type Fitted, scoreWith, type TrainingRow, trainModel } from './train-model.js'

/** Raised by hand when the way of training changes. */
export const TRAINER_VERSION = 1

export interface BuildOptions {
  readonly epochs: number
  /** Rows made of every written line, of a class and of Unclassified. */
  readonly perLine: number
  readonly perLineUnclassified: number
  /** Held-out parts that the confidence is calibrated on. */
  readonly folds: number
}

export const BUILD_OPTIONS: BuildOptions = { epochs: 20, perLine: 40, perLineUnclassified: 150, folds: 5 }

const UNDECIDABLE_WEIGHT = 0.25
const WRITTEN_WEIGHT = 0.1
/** Rare classes count more, by this power of how much rarer they are than the typical one. */
const BALANCE_POWER = 0.5
const DROPOUT = 0.2
const TYPICAL_CLASS_ROWS = 80

/** Fits all rows; calibration comes from folds of whole providers that the fit of that fold had not seen. */
export function buildModel(
  rows: readonly LabelledEndpoint[],
  sha256: string,
  options: BuildOptions,
): { readonly model: PackedModel; readonly fitted: Fitted; readonly calibration: Calibration } {
  const written = corpusRows(options.perLine, options.perLineUnclassified)
  const calibration = calibrate(scoreHeldOut(rows, written, options))
  const fitted = fitRows(rows, written, options)
  const about = {
    sha256,
    rows: rows.length,
    providers: new Set(rows.map(({ group }) => group)).size,
    writtenRoutes: written.length,
    trainer: TRAINER_VERSION,
  }
  const unnamed = packModel(fitted, calibration, { version: '', trainedOn: about })
  const hash = createHash('sha256').update(JSON.stringify(unnamed)).digest('hex').slice(0, 8)
  return { model: { ...unnamed, version: `endpoint-${hash}` }, fitted, calibration }
}

function scoreHeldOut(rows: readonly LabelledEndpoint[], written: readonly CorpusRow[], options: BuildOptions) {
  const scored: ScoredRow[] = []
  for (let fold = 0; fold < options.folds; fold++) {
    const isHeld = ({ group }: LabelledEndpoint) => toFold(group, options.folds, 'calibration') === fold
    const fitted = fitRows(
      rows.filter((row) => !isHeld(row)),
      written,
      options,
    )
    for (const row of rows.filter(isHeld)) scored.push({ ...row, scores: scoreWith(fitted, row) })
  }
  return scored
}

function fitRows(rows: readonly LabelledEndpoint[], written: readonly CorpusRow[], options: BuildOptions): Fitted {
  const counts = new Map<string, number>()
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1)
  const weighted: TrainingRow[] = rows.map((row) => ({
    ...row,
    weight:
      (row.isDecidable ? 1 : UNDECIDABLE_WEIGHT) *
      (TYPICAL_CLASS_ROWS / (counts.get(row.label) as number)) ** BALANCE_POWER,
  }))
  return trainModel([...weighted, ...written.map((row) => ({ ...row, weight: WRITTEN_WEIGHT }))], {
    epochs: options.epochs,
    learningRate: 0.5,
    l2: 3e-4,
    dropout: DROPOUT,
    fewestGroups: 2,
    mostFeatures: 16_000,
    seed: 1,
  })
}
