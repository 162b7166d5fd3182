export interface Product {
  readonly id: string
  readonly name: string
  readonly about: string
  /** In cents. */
  readonly price: number
  /** Who is paid. Gift cards go to whoever the customer names. */
  readonly seller: string
}

export const products: readonly Product[] = [
  {
    id: 'kettle',
    name: 'Enamel kettle',
    about: 'Two litres, whistles in F sharp.',
    price: 4_900,
    seller: 'hearth-and-home',
  },
  { id: 'lamp', name: 'Reading lamp', about: 'Warm light, long arm.', price: 7_200, seller: 'hearth-and-home' },
  { id: 'notebook', name: 'Notebook', about: '160 dotted pages that lie flat.', price: 1_400, seller: 'paper-mill' },
  { id: 'boots', name: 'Walking boots', about: 'Leather, resoleable.', price: 14_500, seller: 'long-road' },
  { id: 'gift', name: 'Gift card', about: 'Ten euros for somebody else.', price: 1_000, seller: 'gift-cards' },
]

export function productById(id: string): Product | undefined {
  return products.find((product) => product.id === id)
}

export function toEuros(cents: number): string {
  return `€ ${(cents / 100).toFixed(2)}`
}
