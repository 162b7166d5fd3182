/**
 * How improbable an event's traits are for its person, against how common they are among everybody: the likelihood ratio
 * of Freeman et al. (NDSS 2016), in the form that Wiefling et al. published (ACM TOPS 2022).
 *
 *     S_u(x) = Π_k p(x_k) / p(x_k|u) · p(u|A) / p(u|L)
 *
 * A feature k is a hierarchy of sub-features, from the finest to the coarsest, whose probabilities are summed with weights
 * before the ratio. Above 1 an attacker is the likelier author, if both priors are right; we compare with quantiles.
 */
export interface SubFeature {
  /** Its share in the sum; those of a feature add up to 1. */
  readonly weight: number
  /** Successes of this person with this value, and of this person at all. */
  readonly own: { readonly count: number; readonly successes: number }
  /** Successes of everybody with this value, and of everybody; `unseen`: see {@link globalProbability}. */
  readonly everybody: { readonly count: number; readonly successes: number; readonly unseen: number }
}

/** Weights as published, with their digits. */
export const IP_WEIGHTS = { ip: 0.6, asn: 0.3, country: 0.1 } as const
export const UA_WEIGHTS = {
  ua: 0.5386653840551359,
  build: 0.2680451498625666,
  system: 0.18818295100109536,
  platform: 0.0051065150812021525,
} as const

/** Somebody who never showed a value counts as a quarter as likely to as anybody else. */
const UNSEEN_OWN = 4

/**
 * Smoothed: some probability is left for values that nobody has shown yet.
 * @param unseen how many values may still come: distinct values of the coarser sub-features, plus one
 */
export function globalProbability(count: number, successes: number, unseen: number): number {
  if (count <= 0) return 1 / (successes + unseen)
  return (count / successes) * (1 - unseen / (successes + unseen))
}

/** p(x_k) / p(x_k|u) of one feature. */
export function featureRatio(subFeatures: readonly SubFeature[]): number {
  let everybody = 0
  let own = 0
  for (const { weight, own: mine, everybody: all } of subFeatures) {
    everybody += weight * globalProbability(all.count, all.successes, all.unseen)
    if (mine.successes > 0) own += weight * (mine.count / mine.successes)
  }
  return everybody / (own > 0 ? own : everybody / UNSEEN_OWN)
}

/** p(u|A) / p(u|L): everybody is attacked alike, and somebody who is here often is the likelier one to be here. */
export function priorRatio({
  users,
  ownSuccesses,
  successes,
}: {
  readonly users: number
  readonly ownSuccesses: number
  readonly successes: number
}): number {
  return 1 / users / (ownSuccesses / successes)
}
