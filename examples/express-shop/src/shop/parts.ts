import type { RiskEngine } from '@riskguard/core'
import type { Request, RequestHandler, Response } from 'express'
import type { Accounts } from './accounts.js'
import { productById } from './catalogue.js'
import type { Html } from './html.js'
import type { Outbox } from './outbox.js'
import { layout } from './pages/layout.js'
import type { CartLine } from './pages/shop-pages.js'
import type { Session, Sessions } from './sessions.js'

/** What the shop's routes share. */
export interface ShopParts {
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly outbox: Outbox
  readonly engine: RiskEngine
  /** Declares a route's action and remembers the decision for the next page. */
  readonly assessed: (action: string) => readonly RequestHandler[]
}

export interface Page {
  readonly status?: number
  readonly title: string
  readonly content: Html
}

export function sendPage({ sessions, accounts }: ShopParts, req: Request, res: Response, page: Page): void {
  const session = sessions.peek(req)
  const account = accounts.byId(session?.accountId ?? '') ?? null
  const items = [...(session?.cart.values() ?? [])].reduce((sum, count) => sum + count, 0)
  res
    .status(page.status ?? 200)
    .type('html')
    .set('Cache-Control', 'no-store')
  res.send(layout(page.title, { account, items, last: session?.last ?? null }, page.content))
}

/** A field of the posted form, trimmed; '' when it is missing or not a single text. */
export function field(req: Request, name: string): string {
  const value: unknown = (req.body as Record<string, unknown> | undefined)?.[name]
  return typeof value === 'string' ? value.trim() : ''
}

export function cartLines(session: Session | null): readonly CartLine[] {
  return [...(session?.cart ?? [])].flatMap(([id, count]) => {
    const product = productById(id)
    return product === undefined ? [] : [{ product, count }]
  })
}

export function cartTotal(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { product, count }) => sum + product.price * count, 0)
}
