/** The names under which one person's history is kept, as the records themselves tell. */
import { readText } from '../store/index.js'
import type { TextName } from './feature.js'
import { profileAlias0, profileAlias1, profileAlias2, profileAlias3 } from './features/profile.js'

/** Where a record notes other keys of its person. */
export const aliasFeatures = [profileAlias0, profileAlias1, profileAlias2, profileAlias3] as const

/** The place of a key among them, by its first character: one of two that meet there is forgotten. */
export function aliasText(key: string): Extract<TextName, `alias${number}`> {
  return `alias${(key.charCodeAt(0) & 3) as 0 | 1 | 2 | 3}`
}

/** Keys that a profile's record notes. */
export function aliasesIn(record: Uint8Array | null): string[] {
  return aliasFeatures.map(({ slot }) => readText(record, slot)).filter((alias) => alias !== null)
}
