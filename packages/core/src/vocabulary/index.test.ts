import { describe, expect, it } from '@jest/globals'
import {
  actions,
  anomalyCodes,
  challenges,
  endpointClasses,
  inputMethods,
  knowledgeSources,
  publicNames,
  reasons,
  recommendationTypes,
  riskSignals,
  signals,
  threats,
} from './index.js'

type Table = Readonly<Record<string, { readonly description: string }>>

const tables: Readonly<Record<string, Table>> = {
  actions,
  anomalyCodes,
  challenges,
  endpointClasses,
  reasons,
  recommendationTypes,
  signals,
  threats,
  'riskSignals.device': riskSignals.device,
  'riskSignals.network': riskSignals.network,
  'riskSignals.behavior': riskSignals.behavior,
}
const described = Object.entries(tables).flatMap(([table, rows]) =>
  Object.entries(rows).map(([name, row]) => ({ name: `${table} ${name}`, text: row.description })),
)
const texts = [
  ...described,
  ...Object.entries(anomalyCodes).map(([name, { title }]) => ({ name: `title of ${name}`, text: title })),
  ...Object.entries({ ...inputMethods, ...knowledgeSources }).map(([name, text]) => ({ name, text })),
]

describe('the vocabulary', () => {
  it.each(Object.entries(tables))('%s describes every row in a sentence or two', (_, rows) => {
    for (const { description } of Object.values(rows)) {
      expect(description).toMatch(/^[A-Z].{20,198}\.$/)
      expect(description.split(/[.!?] /).length).toBeLessThanOrEqual(2)
    }
  })

  it('describes no two things alike', () => {
    const byText = new Map<string, string[]>()
    for (const { name, text } of described)
      byText.set(text.toLowerCase(), [...(byText.get(text.toLowerCase()) ?? []), name])
    expect([...byText.values()].filter((names) => names.length > 1)).toEqual([])
  })

  // "Fingerprint" is the common word here, and the brands in 1800 to 2200 are what those codes are about.
  it.each([
    'transmit',
    'cequence',
    'safe-e',
    'shield',
    'okta',
    'auth0',
    'castle',
    'sift',
    'maxmind',
    'mailinator',
    'guerrilla',
  ])('advertises no vendor: "%s" stands in none of its texts', (vendor) => {
    expect(texts.filter(({ text }) => text.toLowerCase().includes(vendor))).toEqual([])
  })

  it('says for every reason, signal and code how it can come to be known', () => {
    for (const { knownBy } of [...Object.values(reasons), ...Object.values(signals), ...Object.values(anomalyCodes)]) {
      expect(knownBy.length).toBeGreaterThan(0)
      expect(new Set(knownBy).size).toBe(knownBy.length)
      for (const source of knownBy) expect(Object.keys(knowledgeSources)).toContain(source)
    }
  })

  it('gives every public name one meaning only', () => {
    expect(new Set(publicNames).size).toBe(publicNames.length)
    expect(publicNames).toHaveLength(
      Object.keys(reasons).length + Object.keys(signals).length + Object.keys(anomalyCodes).length,
    )
  })
})
