/** Strength of a count that is `excess` times its limit: 1 at the limit, 2 at twice, 3 at four times it and above. */
export function excessStrength(excess: number): number {
  return Math.min(3, 1 + Math.log2(Math.max(1, excess)))
}
