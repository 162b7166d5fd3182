/** Longer names are not anybody's typing error. */
const MAX_COMPARED_CHARS = 64
/** Where more of a name than this would have to change, another one was meant, and naming it would mislead. */
const FAR_SHARE = 0.6

/** `; the nearest is x` for a message, or nothing where no known name is near. */
export function nearestHint(given: string, known: readonly string[]): string {
  const name = nearestName(given, known)
  if (name === undefined) return ''
  return distanceShare(given, name) > FAR_SHARE ? '' : `; the nearest is ${name}`
}

/** The known name that takes the fewest edits, letter case not counted; the first of equals. Undefined without names. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of known) {
    const share = distanceShare(given, name)
    if (share < least) {
      least = share
      best = name
    }
  }
  return best
}

/** Edits per length: else short names win by being short. */
function distanceShare(given: string, name: string): number {
  const from = given.slice(0, MAX_COMPARED_CHARS).toLowerCase()
  return editDistance(from, name.toLowerCase()) / Math.max(from.length, name.length, 1)
}

/** Levenshtein's distance, row by row. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    previous = row
  }
  return previous[to.length] ?? 0
}
