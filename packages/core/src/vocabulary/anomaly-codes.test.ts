import { describe, expect, it } from '@jest/globals'
import { anomalyCodeNames, anomalyCodes } from './anomaly-codes.js'

const EXPECTED = [
  ...[1000, 1100, 1200, 1300, 1400, 1500, 1600, 1800, 1900, 2000, 2100, 2200],
  ...[2300, 2400, 3000, 4000, 5000, 6000, 7000, 8000, 9000],
].map((code) => `MCPS-${code}`)

describe('anomaly codes', () => {
  it('are those of the documents, with 2100 and 2200 that their list forgets', () => {
    expect(anomalyCodeNames).toEqual(EXPECTED)
  })

  it('hold nothing against a visitor for coming by an advertisement', () => {
    expect(anomalyCodeNames.filter((code) => anomalyCodes[code].tone === 'informative')).toEqual([
      'MCPS-2100',
      'MCPS-2200',
    ])
  })

  it('have a short title of their own each', () => {
    const titles = anomalyCodeNames.map((code) => anomalyCodes[code].title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(title).toMatch(/^[A-Z].{2,39}$/)
  })
})
