/** Where and when somebody was, as the history keeps it in a text slot: `lat,lon,accuracyKm,anonymised,seconds`. */
export interface Place {
  readonly lat: number
  readonly lon: number
  readonly accuracyKm: number
  /** The address hid its user (vpn, proxy, tor, relay) or stood in a data centre: no place of a person. */
  readonly anonymised: boolean
  readonly atMs: number
}

export function toPlaceText(place: Place): string {
  const { lat, lon, accuracyKm, anonymised, atMs } = place
  return [lat.toFixed(2), lon.toFixed(2), Math.round(accuracyKm), anonymised ? 1 : 0, Math.floor(atMs / 1000)].join(',')
}

/** `null` for a text that isn't one. */
export function parsePlaceText(text: string): Place | null {
  const parts = text.split(',').map(Number)
  const [lat, lon, accuracyKm, anonymised, seconds] = parts
  if (parts.length !== 5 || parts.some((part) => !Number.isFinite(part))) return null
  return {
    lat: lat as number,
    lon: lon as number,
    accuracyKm: accuracyKm as number,
    anonymised: anonymised === 1,
    atMs: (seconds as number) * 1000,
  }
}
