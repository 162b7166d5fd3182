import { describe, expect, it } from '@jest/globals'
import type { Detector, Evidence } from '../define-detector.js'
import { namesOf } from '../run.js'

/** Values by the keys of the detector's needs. What a row leaves out is taken from `base`. */
export type Known = Readonly<Record<string, unknown>>

/** A detector's test: what makes it fire, with what it must say, and what must leave it silent. */
export interface DetectorTable {
  readonly base: Known
  readonly fires: Readonly<Record<string, readonly [Known, Partial<Evidence>?]>>
  readonly silent: Readonly<Record<string, Known>>
}

/** Runs a table; refuses empty sides, and values that the detector has no need for. */
export function describeDetector(detector: Detector, { base, fires, silent }: DetectorTable): void {
  const evaluate = (known: Known) => {
    const all = { ...base, ...known }
    expect(Object.keys(all).sort()).toEqual(Object.keys(detector.needs).sort())
    return detector.evaluate(all as Readonly<Record<string, never>>)
  }
  describe(detector.name, () => {
    it('has rows on both sides', () => {
      expect(Object.keys(fires).length).toBeGreaterThan(0)
      expect(Object.keys(silent).length).toBeGreaterThan(0)
    })
    for (const [title, [known, expected = {}]] of Object.entries(fires)) {
      it(`fires: ${title}`, () => {
        const evidence = evaluate(known)
        expect(evidence).toBeDefined()
        expect(evidence).toMatchObject(expected)
        expect(namesOf(detector)).toEqual(expect.arrayContaining([...(evidence?.names ?? [])]))
        expect(evidence?.strength ?? 1).toBeGreaterThan(0)
        expect(evidence?.strength ?? 1).toBeLessThanOrEqual(3)
      })
    }
    for (const [title, known] of Object.entries(silent)) {
      it(`is silent: ${title}`, () => expect(evaluate(known)).toBeUndefined())
    }
  })
}
