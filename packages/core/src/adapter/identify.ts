import { bounded } from '../engine/bounded.js'
import type { Identify, Identity } from '../options/hooks.js'

/** What the host's hook says, and whether it failed to say anything. */
export interface Named extends Identity {
  readonly degraded?: 'identify'
}

/** Asks for at most `ms`. Never throws or rejects; stays synchronous for a hook that is. */
export type Identifier = (request: unknown, ms: number) => Named | Promise<Named>

const NOBODY: Named = Object.freeze({})
const FAILED: Named = Object.freeze({ degraded: 'identify' })

export function createIdentifier(
  hook: Identify<unknown> | null,
  fault: (name: string, error: unknown) => void,
): Identifier {
  if (hook === null) return () => NOBODY
  const onFault = (error: unknown) => fault('identify', error)
  return (request, ms) => {
    const named = bounded<unknown>(() => hook(request), { ms, fallback: FAILED, onFault })
    return named instanceof Promise ? named.then(toNamed) : toNamed(named)
  }
}

function toNamed(given: unknown): Named {
  return typeof given === 'object' && given !== null ? given : NOBODY
}
