import { bounded } from '../engine/bounded.js'
import type { Identify, Identity } from '../options/hooks.js'

/** What the host's hook says, and whether it failed to say anything. */
export interface Named extends Identity {
  readonly degraded?: 'identify'
}

/** Asks for at most `ms`. Never throws or rejects; stays synchronous for a hook that is. */
export type Identifier = (request: unknown, ms: number) => Named | Promise<Named>

const NOBODY: Named = Object.freeze({})
const ANSWER: ReadonlySet<string> = new Set(['user', 'payment', 'session_id', 'challenge_token', 'degraded'])
const USER: ReadonlySet<string> = new Set(['id', 'claimed', 'email', 'email_bounced', 'phone'])
const EXPECTED =
  'Expected { user: { id?, claimed?, email?, email_bounced?, phone? }, payment?, session_id?, challenge_token? } or null.'
const BODY_FIRST =
  'If it reads the body, the body parser must stand before riskGuard(), and req.body may be absent: req.body?.email.'
/** A hook that is wrong is wrong at once; later answers aren't looked at any more. */
const LOOKS = 100
const MAX_SHOWN_CHARS = 64
const FAILED: Named = Object.freeze({ degraded: 'identify' })

export function createIdentifier(
  hook: Identify<unknown> | null,
  fault: (name: string, error: unknown) => void,
): Identifier {
  if (hook === null) return () => NOBODY
  let looks = LOOKS
  const onFault = (error: unknown) => fault('identify', error)
  const onThrow = (error: unknown) =>
    onFault(isMissingBody(error) ? new Error(`${error.message}. ${BODY_FIRST}`) : error)
  return (request, ms) => {
    const named = bounded<unknown>(() => hook(request), { ms, fallback: FAILED, onFault: onThrow })
    return named instanceof Promise ? named.then(toNamed) : toNamed(named)
  }

  function toNamed(given: unknown): Named {
    if (looks > 0) {
      looks--
      const wrong = oddityOf(given)
      if (wrong !== null) onFault(new Error(wrong))
    }
    return typeof given === 'object' && given !== null ? given : NOBODY
  }
}

/**
 * What a hook gives that nobody will ever read: a slip of the host's that would go unnoticed, since everybody would just be
 * unknown. Null when all of it is understood.
 */
function oddityOf(given: unknown): string | null {
  if (given === null || given === undefined) return null
  if (typeof given !== 'object') return `gave a ${typeof given}. ${EXPECTED}`
  const stray = Object.keys(given).find((name) => !ANSWER.has(name))
  if (stray !== undefined) return `gave ${shown(stray)}, which is not known. ${EXPECTED}`
  const { user } = given as Identity
  if (user === null || user === undefined) return null
  if (typeof user !== 'object') return `gave a user that is a ${typeof user}. ${EXPECTED}`
  const strayOfUser = Object.keys(user).find((name) => !USER.has(name))
  return strayOfUser === undefined ? null : `gave user.${shown(strayOfUser)}, which is not known. ${EXPECTED}`
}

/** What reading a field of an absent body throws. */
function isMissingBody(error: unknown): error is TypeError {
  return error instanceof TypeError && error.message.startsWith('Cannot read properties of undefined')
}

function shown(name: string): string {
  return name.slice(0, MAX_SHOWN_CHARS)
}
