import type { Assessment, RecommendationType } from '@riskguard/core'
import type { Family } from './stage.js'

/** What became of one family's actions. */
export interface FamilyTally {
  readonly family: Family
  readonly counts: Record<RecommendationType, number>
  /** Scenes played, and those that ended as their actors wished. */
  played: number
  succeeded: number
}

export function createTally(families: readonly Family[]): ReadonlyMap<string, FamilyTally> {
  return new Map(
    families.map((family) => [
      family.name,
      { family, counts: { trust: 0, allow: 0, challenge: 0, deny: 0 }, played: 0, succeeded: 0 },
    ]),
  )
}

export function countDecision(tally: FamilyTally, { recommendation }: Assessment): void {
  tally.counts[recommendation.type]++
}

export function decisionsOf({ counts }: FamilyTally): number {
  return counts.trust + counts.allow + counts.challenge + counts.deny
}

/** Share of the family's actions that were challenged or denied, 0 to 1. */
export function stoppedShare(tally: FamilyTally): number {
  const all = decisionsOf(tally)
  return all === 0 ? 0 : (tally.counts.challenge + tally.counts.deny) / all
}

/** What a demo must never show, in words; empty when all is well. */
export function findFaults(tallies: Iterable<FamilyTally>): readonly string[] {
  const faults: string[] = []
  for (const tally of tallies) {
    const { family, counts, played } = tally
    if (decisionsOf(tally) === 0) faults.push(`${family.name}: ${played} visits and not one decision`)
    else if (family.side === 'good' && counts.deny > 0)
      faults.push(`${family.name}: good people were denied ${counts.deny} times`)
    else if (family.side === 'attack' && stoppedShare(tally) === 0)
      faults.push(`${family.name}: the attack went unseen`)
  }
  return faults
}
