import type { BaselineReading } from '../history/feature.js'

/** What is typical before an entity has shown its own ways: events per ten minutes in which anything happens. */
export interface Prior {
  readonly mean: number
  readonly variance: number
  /** Never called unusual below this, however quiet the entity is otherwise. */
  readonly floor: number
}

/** The prior counts like this many ten-minute spans of the entity's own. */
const PRIOR_BUCKETS = 4
/** CATALOGUE: fire above mean + 4σ. */
const SIGMAS = 4

/** The count above which ten minutes of an entity are unusual, by its own decayed past and the prior. */
export function unusualAbove({ finished, mean, variance }: Omit<BaselineReading, 'current'>, prior: Prior): number {
  // A decayed mean rests on some 16 spans at most.
  const own = Math.min(finished, 16)
  const weigh = (value: number, before: number) => (own * value + PRIOR_BUCKETS * before) / (own + PRIOR_BUCKETS)
  const spread = Math.sqrt(weigh(variance, prior.variance))
  return Math.max(prior.floor, weigh(mean, prior.mean) + SIGMAS * spread)
}
