/** The middle of the numbers that are numbers; null of none. */
export function median(values: readonly (number | null)[]): number | null {
  return quantile(values, 0.5)
}

export function quantile(values: readonly (number | null)[], share: number): number | null {
  const sorted = values
    .filter((value): value is number => value !== null && Number.isFinite(value))
    .sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const at = share * (sorted.length - 1)
  const low = sorted[Math.floor(at)] as number
  const high = sorted[Math.ceil(at)] as number
  return low + (high - low) * (at - Math.floor(at))
}
