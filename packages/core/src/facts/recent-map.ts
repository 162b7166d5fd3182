/**
 * A map of at most `max` entries that forgets what nobody asked for lately. Two generations instead of a list of uses: a
 * hit costs one look-up, and the elder generation goes as a whole when the younger one is full.
 */
export interface RecentMap<K, V extends {}> {
  get(key: K): V | undefined
  set(key: K, value: V): void
}

/** @param max 2 or more */
export function createRecentMap<K, V extends {}>(max: number): RecentMap<K, V> {
  const half = Math.floor(max / 2)
  let young = new Map<K, V>()
  let old = new Map<K, V>()

  function set(key: K, value: V): void {
    if (young.size >= half && !young.has(key)) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }

  return {
    get(key) {
      const known = young.get(key)
      if (known !== undefined) return known
      const older = old.get(key)
      if (older !== undefined) set(key, older)
      return older
    },
    set,
  }
}
