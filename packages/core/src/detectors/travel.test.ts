import { describe, expect, it } from '@jest/globals'
import { haversineKm, impossibleJourney } from './travel.js'

const HOUR = 3_600_000
const berlin = { lat: 52.52, lon: 13.4, accuracyKm: 20 }
const munich = { lat: 48.14, lon: 11.58, accuracyKm: 20 }
const sydney = { lat: -33.87, lon: 151.21, accuracyKm: 20 }
const lastIn = (place: typeof berlin, over: object = {}) => ({ ...place, anonymised: false, atMs: 0, ...over })

describe('impossible travel', () => {
  it('measures along the great circle', () => {
    expect(haversineKm(berlin, munich)).toBeCloseTo(504, 0)
    expect(haversineKm(berlin, sydney)).toBeGreaterThan(16_000)
    expect(haversineKm(berlin, berlin)).toBe(0)
  })

  it('is Berlin to Sydney in ten hours, and not in twenty', () => {
    expect(impossibleJourney(lastIn(berlin), sydney, 10 * HOUR)).toMatchObject({ hours: 10 })
    expect(impossibleJourney(lastIn(berlin), sydney, 20 * HOUR)).toBeUndefined()
  })

  it('takes both radii off the distance', () => {
    expect(impossibleJourney(lastIn(berlin), munich, HOUR / 4)).toMatchObject({ distance_km: 464 })
    expect(
      impossibleJourney(lastIn(berlin, { accuracyKm: 250 }), { ...munich, accuracyKm: 200 }, HOUR / 4),
    ).toBeUndefined()
  })

  it('assumes a wide radius where none is known', () => {
    expect(impossibleJourney(lastIn(berlin, { accuracyKm: 0 }), { ...munich, accuracyKm: 0 }, 1)).toBeUndefined()
  })

  it('says nothing of a place that hid its user, or of none', () => {
    expect(impossibleJourney(lastIn(berlin, { anonymised: true }), sydney, HOUR)).toBeUndefined()
    expect(impossibleJourney(null, sydney, HOUR)).toBeUndefined()
  })

  it('has a speed for two events in the same instant', () => {
    expect(impossibleJourney(lastIn(berlin), sydney, 0)?.kmh).toBeGreaterThan(900)
  })
})
