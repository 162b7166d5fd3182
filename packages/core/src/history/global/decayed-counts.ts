/**
 * Counts by name that halve with event time, bounded in number. Instead of shrinking all of them every minute, what is added
 * later weighs more: a count is its sum of weights divided by the weight of now.
 */
export interface DecayedCounts {
  add(name: string, amount: number): void
  /** The decayed count, 0 for what was never added or has been let go. */
  of(name: string): number
  /** Of all names together, those that were let go included. */
  total(): number
  /** Names that are held. */
  distinct(): number
  names(): IterableIterator<string>
  /** Moves the present; never back. */
  advance(minute: number): void
  /** Replaces everything. */
  load(entries: Iterable<readonly [name: string, count: number]>, total: number): void
}

/** Weights are rebased before they leave the range in which sums of doubles stay exact enough. */
const REBASE_AT = 2 ** 30
/** A count of less than this is forgotten when room is needed or weights are rebased. */
const FORGOTTEN = 0.01

export function createDecayedCounts({
  halfLifeMinutes,
  cap,
}: {
  readonly halfLifeMinutes: number
  /** Names that are held at most; the rarest go first. */
  readonly cap: number
}): DecayedCounts {
  let weights = new Map<string, number>()
  let sum = 0
  let present: number | null = null
  let unit = 1

  function rebase(): void {
    const kept = new Map<string, number>()
    for (const [name, weight] of weights) if (weight / unit >= FORGOTTEN) kept.set(name, weight / unit)
    weights = kept
    sum /= unit
    unit = 1
  }

  /** Lets the rarest eighth go at once, so that room is made seldom. */
  function makeRoom(): void {
    const rarest = [...weights].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).slice(0, Math.ceil(cap / 8))
    for (const [name] of rarest) weights.delete(name)
  }

  return {
    add(name, amount) {
      const before = weights.get(name)
      if (before === undefined && weights.size >= cap) makeRoom()
      weights.set(name, (before ?? 0) + amount * unit)
      sum += amount * unit
    },
    of: (name) => (weights.get(name) ?? 0) / unit,
    total: () => sum / unit,
    distinct: () => weights.size,
    names: () => weights.keys(),
    advance(minute) {
      if (present === null) present = minute
      if (minute <= present) return
      unit *= 2 ** ((minute - present) / halfLifeMinutes)
      present = minute
      if (unit > REBASE_AT) rebase()
    },
    load(entries, total) {
      weights = new Map()
      unit = 1
      sum = total
      for (const [name, count] of entries) if (weights.size < cap) weights.set(name, count)
    },
  }
}
