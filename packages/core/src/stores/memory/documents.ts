import { RiskError } from '../../errors.js'
import type { Budget } from './segments.js'

const MAX_DOCUMENT_BYTES = 1024 * 1024

/** The small shared documents of one process, with a bound on all of them together. */
export interface Documents {
  read(name: string): string | null
  /** Throws `RG_STORE` when the documents would take more than their share. */
  write(name: string, text: string): void
  clear(): void
}

/** @param makeRoom called when the documents' bytes leave the budget overdrawn */
export function createDocuments(budget: Budget, makeRoom: () => void): Documents {
  const limit = Math.min(MAX_DOCUMENT_BYTES, budget.max / 8)
  const texts = new Map<string, string>()
  let bytes = 0
  return {
    read: (name) => texts.get(name) ?? null,
    write(name, text) {
      const old = texts.get(name)
      // Strings hold up to two bytes a character.
      const more = old === undefined ? 2 * (name.length + text.length) : 2 * (text.length - old.length)
      if (bytes + more > limit) {
        throw new RiskError(
          'RG_STORE',
          `the memory store's documents hold ${limit} bytes at most; '${name}' would make it ${bytes + more}`,
        )
      }
      bytes += more
      budget.used += more
      texts.set(name, text)
      if (budget.used > budget.max) makeRoom()
    },
    clear() {
      texts.clear()
      budget.used -= bytes
      bytes = 0
    },
  }
}
