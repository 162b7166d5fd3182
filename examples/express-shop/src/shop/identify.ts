import { createHash } from 'node:crypto'
import type { Request } from 'express'
import { cartLines, cartTotal, field } from './parts.js'
import type { Sessions } from './sessions.js'

/** Routes on which somebody says who they are; what a session knows proves nothing about that. */
const CLAIMS = new Set(['/login', '/reset'])

/** Tells RiskGuard who acts: what the session proves, what the form claims, and who is paid with what. */
export function createIdentify(sessions: Sessions) {
  return (req: Request) => {
    const session = sessions.peek(req)
    const email = field(req, 'email')
    if (CLAIMS.has(req.path)) return { user: { claimed: email }, session_id: session?.id ?? null }
    if (req.path === '/register') return { user: { email }, session_id: session?.id ?? null }
    const card = field(req, 'card').replace(/\D/g, '')
    const lines = cartLines(session)
    const payment = {
      payee: field(req, 'recipient') || (lines[0]?.product.seller ?? null),
      // A token of the card: its number never leaves the shop.
      instrument: card === '' ? null : createHash('sha256').update(`card ${card}`).digest('base64url').slice(0, 22),
      amount: cartTotal(lines) / 100,
      currency: 'EUR',
    }
    return {
      user: { id: session?.accountId ?? null },
      session_id: session?.id ?? null,
      payment: card === '' ? null : payment,
    }
  }
}
