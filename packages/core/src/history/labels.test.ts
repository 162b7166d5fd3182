import { describe, expect, it } from '@jest/globals'
import { applyTouch, SCRATCH_BYTES } from '../store/index.js'
import { deviceLabels, ipLabels } from './features/labels.js'
import {
  type HeldLabel,
  heldLabel,
  type LabelSource,
  type LabelType,
  labelFreshness,
  labelSources,
  labelTypes,
  toLabelText,
} from './labels.js'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 4, 4)

function recordOf(labels: readonly (readonly [LabelType, LabelSource, number])[]): Uint8Array | null {
  let record: Uint8Array | null = null
  for (const [type, source, atMs] of labels) {
    const out = new Uint8Array(SCRATCH_BYTES)
    const touch = { kind: 'd', key: 'k', program: deviceLabels.program(source), arguments: [toLabelText(type, atMs)] }
    record = out.slice(0, applyTouch(record, touch, NOW, out))
  }
  return record
}

describe('labels in a record', () => {
  it('survive a round trip, every type of every source', () => {
    for (const source of labelSources) {
      for (const type of labelTypes) {
        expect(deviceLabels.read(recordOf([[type, source, NOW]]), NOW)).toEqual([{ type, source, atMs: NOW }])
      }
    }
  })
  it('are the last word of each source, strongest source first', () => {
    const record = recordOf([
      ['suspected_fraud', 'other', NOW],
      ['confirmed_fraud', 'manual_review', NOW],
      ['confirmed_legit', 'manual_review', NOW + 1000],
    ])
    expect(deviceLabels.read(record, NOW).map(({ type, source }) => [type, source])).toEqual([
      ['confirmed_legit', 'manual_review'],
      ['suspected_fraud', 'other'],
    ])
  })
  it('end with their life', () => {
    const record = recordOf([['confirmed_fraud', 'chargeback', NOW]])
    expect(deviceLabels.read(record, NOW + 180 * DAY)).toHaveLength(1)
    expect(deviceLabels.read(record, NOW + 180 * DAY + 1)).toEqual([])
    expect(ipLabels.lifeMs).toBe(90 * DAY)
  })
  it('are none where there is no record, or another text', () => {
    expect(deviceLabels.read(null, NOW)).toEqual([])
    const out = new Uint8Array(SCRATCH_BYTES)
    for (const text of ['', 'x', 'f', 'f!', 'zzzz']) {
      const length = applyTouch(
        null,
        { kind: 'd', key: 'k', program: deviceLabels.program('other'), arguments: [text] },
        NOW,
        out,
      )
      expect(deviceLabels.read(out.slice(0, length), NOW)).toEqual([])
    }
  })
})

describe('the label that holds', () => {
  const said = (...labels: readonly (readonly [LabelType, LabelSource, number?])[]): HeldLabel[] =>
    labels
      .map(([type, source, atMs = NOW]) => ({ type, source, atMs }))
      .sort((a, b) => labelSources.indexOf(a.source) - labelSources.indexOf(b.source))

  it.each<[string, HeldLabel[], LabelType | null]>([
    ['none', [], null],
    [
      'the reviewer outranks the bank',
      said(['confirmed_fraud', 'chargeback'], ['confirmed_legit', 'manual_review']),
      'confirmed_legit',
    ],
    [
      'the bank outranks the customer',
      said(['confirmed_legit', 'customer_complaint'], ['confirmed_fraud', 'chargeback']),
      'confirmed_fraud',
    ],
    [
      'who cannot tell says nothing',
      said(['undetermined', 'manual_review'], ['confirmed_fraud', 'other']),
      'confirmed_fraud',
    ],
    [
      'a suspicion goes when anybody confirms the contrary later',
      said(['suspected_fraud', 'manual_review'], ['confirmed_legit', 'other', NOW + 1]),
      'confirmed_legit',
    ],
    [
      'a suspicion after that stands',
      said(['suspected_fraud', 'manual_review', NOW + 2], ['confirmed_legit', 'other']),
      'suspected_fraud',
    ],
  ])('%s', (_, labels, type) => {
    expect(heldLabel(labels)?.type ?? null).toBe(type)
  })
  it('halves its weight each half-life', () => {
    const label = { type: 'confirmed_fraud', source: 'other', atMs: NOW } as const
    expect([0, 10, 20].map((days) => labelFreshness(label, NOW + days * DAY, 10 * DAY))).toEqual([1, 0.5, 0.25])
  })
})
