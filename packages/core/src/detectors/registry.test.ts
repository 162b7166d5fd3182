import { describe, expect, it } from '@jest/globals'
import { features } from '../history/features/index.js'
import { publicNames } from '../vocabulary/index.js'
import { subScores } from './define-detector.js'
import { detectors } from './registry.js'
import { namesOf } from './run.js'

const byName = detectors.map((detector) => [detector.name, detector] as const)

describe('the registry of detectors', () => {
  it('has unique names in snake_case', () => {
    const names = detectors.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
  })

  it.each(byName)('%s tells what it observes and whom it may hit', (_, { summary, honest, group }) => {
    for (const text of [summary, honest]) {
      expect(text).toMatch(/^\S.{20,}[.!]$/s)
      expect(text).not.toContain('—')
    }
    expect(group).toMatch(/^[a-z_]+$/)
  })

  it.each(byName)('%s raises names of the vocabulary', (_, detector) => {
    const names = namesOf(detector)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(publicNames).toContain(name)
  })

  it.each(byName)('%s needs features that are registered, under unique need names per source', (_, detector) => {
    expect(Object.keys(detector.needs).length).toBeGreaterThan(0)
    for (const need of Object.values(detector.needs)) {
      for (const ref of need.features) expect(features).toContain(ref)
      if (need.source === 'history') expect(need.features.length).toBeGreaterThan(0)
    }
  })

  it.each(byName)('%s weighs within what its basis allows', (_, { weight, basis }) => {
    for (const [subScore, logOdds] of Object.entries(weight)) {
      expect(subScores).toContain(subScore)
      expect(Math.abs(logOdds)).toBeLessThanOrEqual(6)
    }
    // Good evidence lowers and is never what a verdict rests on.
    if (Object.values(weight).some((logOdds) => logOdds < 0)) expect(['context', 'operator']).toContain(basis)
  })

  it('means the same by a need name wherever it is used', () => {
    const readers = new Map<string, string>()
    for (const detector of detectors) {
      for (const { name, source, features: refs } of Object.values(detector.needs)) {
        const text = `${source} ${refs.map((ref) => `${ref.entity}/${ref.slot}`).join()}`
        expect(readers.get(name) ?? text).toBe(text)
        readers.set(name, text)
      }
    }
  })
})

describe('the registry of features', () => {
  it('gives no slot of an entity twice, and no name', () => {
    const slots = features.map(({ entity, slot }) => `${entity}/${slot}`)
    expect(new Set(slots).size).toBe(slots.length)
    const names = features.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { entity, slot, name } of features) {
      expect(slot).toBeGreaterThan(0)
      expect(slot).toBeLessThan(256)
      expect(name.startsWith(`${entity}.`)).toBe(true)
    }
  })

  it('writes nothing about a person before a success', () => {
    expect(features.filter(({ entity, on }) => entity === 'profile' && (on === 'assess' || on === 'failure'))).toEqual(
      [],
    )
  })
})
