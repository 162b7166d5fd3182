/** Splits into folds by provider: all rows of a group land in one fold, and the same one every time. */
import { createHash } from 'node:crypto'

/** Fold of a group, 0 to `folds` - 1; another `salt` gives another split. */
export function toFold(group: string, folds: number, salt: string): number {
  return createHash('sha256').update(`${salt} ${group}`).digest().readUInt32LE(0) % folds
}
