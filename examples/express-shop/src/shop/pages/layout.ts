import type { Account } from '../accounts.js'
import { type Html, html } from '../html.js'
import type { LastDecision } from '../last-decision.js'
import { decisionPanel } from './decision-panel.js'

export interface PageContext {
  readonly account: Account | null
  readonly items: number
  readonly last: LastDecision | null
}

/** A whole page around its content, the last decision beside it. */
export function layout(title: string, context: PageContext, content: Html): string {
  const { account, items, last } = context
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – Corner Shop</title>
  <link rel="stylesheet" href="/shop.css">
</head>
<body>
<header><nav>
  <strong><a href="/">Corner Shop</a></strong>
  <a href="/cart">Cart (${items})</a>
  ${
    account === null
      ? html`<a href="/login">Log in</a> <a href="/register">Register</a>`
      : html`<span>${account.name}</span> <form method="post" action="/logout"><button class="plain">Log out</button></form>`
  }
</nav></header>
<main>
  <section><h1>${title}</h1>${content}</section>
  ${decisionPanel(last)}
</main>
</body>
</html>
`.markup
}
