import type { Place } from '../history/place.js'

/** Cruise speed of airliners. */
const MAX_KMH = 900
/** Below it an address database's error is the likelier cause. */
const MIN_KM = 100
/** Radius where a provider gives none: databases place an address within its region, seldom better. */
const UNKNOWN_RADIUS_KM = 250
const EARTH_RADIUS_KM = 6371
/** A minute: two events in the same instant still have a speed. */
const MIN_HOURS = 1 / 60

export interface Here {
  readonly lat: number
  readonly lon: number
  readonly accuracyKm: number
}

/** The journey from a last success to here if nothing that flies could have made it, else undefined. */
export function impossibleJourney(
  last: Place | null,
  here: Here,
  nowMs: number,
): { readonly distance_km: number; readonly hours: number; readonly kmh: number } | undefined {
  if (last === null || last.anonymised) return undefined
  const radii = (last.accuracyKm || UNKNOWN_RADIUS_KM) + (here.accuracyKm || UNKNOWN_RADIUS_KM)
  const distanceKm = Math.max(0, haversineKm(last, here) - radii)
  const hours = Math.max(MIN_HOURS, (nowMs - last.atMs) / 3_600_000)
  if (distanceKm <= MIN_KM || distanceKm / hours <= MAX_KMH) return undefined
  return {
    distance_km: Math.round(distanceKm),
    hours: Math.round(hours * 10) / 10,
    kmh: Math.round(distanceKm / hours),
  }
}

/** Great-circle distance. */
export function haversineKm(from: Pick<Here, 'lat' | 'lon'>, to: Pick<Here, 'lat' | 'lon'>): number {
  const rad = Math.PI / 180
  const dLat = (to.lat - from.lat) * rad
  const dLon = (to.lon - from.lon) * rad
  const a = Math.sin(dLat / 2) ** 2 + Math.cos(from.lat * rad) * Math.cos(to.lat * rad) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)))
}
