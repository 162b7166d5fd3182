import { type Product, products, toEuros } from '../catalogue.js'
import { type Html, html } from '../html.js'

export function homePage(): Html {
  return html`<ul class="goods">${products.map(
    ({ id, name, about, price }) =>
      html`<li><div><a href="/products/${id}"><b>${name}</b></a> ${toEuros(price)}<br><small>${about}</small></div>${addForm(id)}</li>`,
  )}</ul>`
}

export function productPage(product: Product): Html {
  return html`<p>${product.about}</p><p><b>${toEuros(product.price)}</b></p>${addForm(product.id)}`
}

export interface CartLine {
  readonly product: Product
  readonly count: number
}

export function cartPage(lines: readonly CartLine[]): Html {
  if (lines.length === 0) return html`<p>Your cart is empty.</p>`
  return html`<table><thead><tr><th>Product</th><th class="number">Count</th><th class="number">Price</th><th></th></tr></thead><tbody>
  ${lines.map(
    ({
      product,
      count,
    }) => html`<tr><td>${product.name}</td><td class="number">${count}</td><td class="number">${toEuros(product.price * count)}</td>
    <td><form method="post" action="/cart/remove"><input type="hidden" name="product" value="${product.id}"><button class="plain">Remove</button></form></td></tr>`,
  )}
</tbody></table><p><a href="/checkout">Check out</a></p>`
}

export function checkoutPage(lines: readonly CartLine[], total: number, problem: string | null): Html {
  const hasGift = lines.some(({ product }) => product.id === 'gift')
  return html`${problem !== null && html`<p class="notice" role="alert">${problem}</p>`}
<p>Total <b>${toEuros(total)}</b></p>
<form class="stack" method="post" action="/checkout">
  ${hasGift && html`<label>Who gets the gift card (email) <input name="recipient" type="email" required></label>`}
  <label>Card number <input name="card" inputmode="numeric" autocomplete="cc-number" required value="4242 4242 4242 4242"></label>
  <button>Pay ${toEuros(total)}</button>
</form>
<p class="note">No money moves. Numbers that end in 2 are accepted, all others declined.</p>`
}

function addForm(id: string): Html {
  return html`<form method="post" action="/cart/add"><input type="hidden" name="product" value="${id}"><button>Add to cart</button></form>`
}
