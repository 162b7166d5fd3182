import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { LastDecision } from './last-decision.js'

/** Somebody gave the right password (or the like) and owes a code. */
export interface PendingChallenge {
  readonly code: string
  readonly actionId: string
  /** Sealed by RiskGuard; the step-up request presents it. */
  readonly token: string
  readonly accountId: string
  /** What goes on when the code is right. */
  readonly goal: 'sign_in' | 'pay'
  readonly tries: number
}

export interface Session {
  readonly id: string
  accountId: string | null
  readonly cart: Map<string, number>
  pending: PendingChallenge | null
  last: LastDecision | null
}

/** Sessions in memory, found by a signed cookie. */
export interface Sessions {
  /** Puts the visitor's session, if there is one, where `sessionOf` finds it. */
  readonly middleware: RequestHandler
  /** The request's session, without making one. */
  peek(req: Request): Session | null
  /** The request's session; makes one, and sets its cookie, where there was none. */
  open(req: Request, res: Response): Session
  /** A new id after a sign-in, so that an id known before it is worth nothing. */
  signIn(req: Request, res: Response, accountId: string): Session
  end(req: Request, res: Response): void
}

const COOKIE = 'shop_session'
const MOST_SESSIONS = 10_000

export function createSessions(secret: string): Sessions {
  const sessions = new Map<string, Session>()
  const current = new WeakMap<Request, Session>()
  const sign = (id: string) => createHmac('sha256', secret).update(`session ${id}`).digest('base64url')

  function find(cookies: string | undefined): Session | null {
    const value = cookies?.split(/;\s*/).find((pair) => pair.startsWith(`${COOKIE}=`))
    const [id = '', mac = ''] = value?.slice(COOKIE.length + 1).split('.') ?? []
    const expected = Buffer.from(sign(id))
    const given = Buffer.from(mac)
    return given.length === expected.length && timingSafeEqual(given, expected) ? (sessions.get(id) ?? null) : null
  }

  function start(req: Request, res: Response, from: Partial<Session>): Session {
    const id = randomBytes(18).toString('base64url')
    const session: Session = { accountId: null, cart: new Map(), pending: null, last: null, ...from, id }
    sessions.set(id, session)
    const [oldest] = sessions.keys()
    if (sessions.size > MOST_SESSIONS && oldest !== undefined) sessions.delete(oldest)
    current.set(req, session)
    res.append('Set-Cookie', `${COOKIE}=${id}.${sign(id)}; Path=/; HttpOnly; SameSite=Lax`)
    return session
  }

  return {
    middleware(req, _res, next) {
      const session = find(req.headers.cookie)
      if (session !== null) current.set(req, session)
      next()
    },
    peek: (req) => current.get(req) ?? null,
    open: (req, res) => current.get(req) ?? start(req, res, {}),
    signIn(req, res, accountId) {
      const before = current.get(req)
      if (before !== undefined) sessions.delete(before.id)
      return start(req, res, { ...before, accountId, pending: null })
    },
    end(req, res) {
      const session = current.get(req)
      if (session !== undefined) sessions.delete(session.id)
      current.delete(req)
      res.append('Set-Cookie', `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
    },
  }
}
