import type { Assessment } from '../assessment.js'

/** A response of ours: the same for every denial, and without a reason, so that nobody learns from it what gave them away. */
export interface Reply {
  readonly status: 403 | 428
  readonly headers: Readonly<Record<'content-type' | 'cache-control', string>>
  /** RFC 9457. */
  readonly problem: Readonly<Record<string, unknown>>
}

const HEADERS = Object.freeze({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })

const DENIAL: Reply = Object.freeze({
  status: 403,
  headers: HEADERS,
  problem: Object.freeze({ type: 'about:blank', title: 'Forbidden', status: 403 }),
})

/**
 * - `request` before anybody is authenticated: denials, and challenges that name no account.
 * - `account` after authentication: every challenge.
 */
export type Reach = 'request' | 'account'

/** The response that a recommendation asks for; null lets the host answer. */
export function toReply(
  { type, challenges, challenge_token }: Assessment['recommendation'],
  reach: Reach,
): Reply | null {
  if (type === 'deny') return DENIAL
  if (type !== 'challenge') return null
  if (reach === 'request' && !challenges.every((challenge) => challenge === 'proof_of_work')) return null
  return {
    status: 428,
    headers: HEADERS,
    problem: { type: 'about:blank', title: 'Precondition Required', status: 428, challenges, challenge_token },
  }
}
