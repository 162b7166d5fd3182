/**
 * Rows made from the hand-written routes, spelt in the ways that APIs spell them: prefixes, versions, camelCase, identifiers.
 * Deterministic: the seed and the routes decide every row.
 */
import type { EndpointClass } from '../../packages/core/src/vocabulary/index.js'
import { createRandom } from './logistic.js'
import { accountRoutes } from './routes/accounts.js'
import { commerceRoutes } from './routes/commerce.js'
import { telecomAndLendingRoutes } from './routes/telecom-and-lending.js'
import { unclassifiedRoutes } from './routes/unclassified.js'

export interface CorpusRow {
  readonly label: EndpointClass
  readonly method: string
  readonly host: null
  readonly path: string
  /** The line that it came from. */
  readonly group: string
}

const SEED = 20_240_613
const PREFIXES = [
  '',
  '',
  '',
  '/api',
  '/api',
  '/api/v1',
  '/v1',
  '/v2',
  '/api/v2',
  '/rest/v1',
  '/rest',
  '/v3',
  '/services/api',
  '/public/v1',
  '/api/external',
  '/{}',
  '/gateway',
  '/api/public',
  '/core/v1',
  '/platform/v1',
]

/** Whose collections a route may stand below without meaning anything else. */
const OWNERS = ['/accounts/#', '/companies/#', '/projects/#', '/shops/#', '/apps/#', '/tenants/#', '/#', '/merchants/#']
const OWNED_SHARE = 0.15

/** At most `perLine` rows of every line of routes. */
export function corpusRows(perLine: number, perLineUnclassified = perLine): readonly CorpusRow[] {
  const random = createRandom(SEED)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const rows: CorpusRow[] = []
  const tables = { ...accountRoutes, ...commerceRoutes, ...telecomAndLendingRoutes, Unclassified: unclassifiedRoutes }
  for (const [label, text] of Object.entries(tables) as readonly [EndpointClass, string][]) {
    const most = label === 'Unclassified' ? perLineUnclassified : perLine
    text
      .trim()
      .split('\n')
      .forEach((line, index) => {
        const [methods = '', pattern = ''] = line.split(/ (.*)/)
        const all = expand(pattern)
        for (let made = 0; made < Math.min(most, all.length * 2); made++) {
          const spelt = respell(pick(all), Math.floor(random() * 5))
          const owner = !(label in accountRoutes) && random() < OWNED_SHARE ? pick(OWNERS) : ''
          const path = `${pick(PREFIXES)}${owner}/${spelt}`
            .replace(/\{\}/g, 'main')
            .replace(/#/g, () => identifier(random))
            .replace(/\/{2,}/g, '/')
          rows.push({ label, method: pick(methods.split(',')), host: null, path, group: `routes ${label} ${index}` })
        }
      })
  }
  return rows
}

/** All paths of a pattern with choices; choices may stand side by side, not inside one another. */
export function expand(pattern: string): readonly string[] {
  const choice = /\{([^{}]*)\}/.exec(pattern)
  if (choice === null) return [pattern]
  const before = pattern.slice(0, choice.index)
  const after = expand(pattern.slice(choice.index + choice[0].length))
  return (choice[1] as string).split(',').flatMap((option) => after.map((rest) => `${before}${option}${rest}`))
}

/** As it stands (mostly), camelCase, snake_case or PascalCase. */
function respell(path: string, style: number): string {
  if (style === 0) return path.replace(/[-_]([a-z])/g, (_, letter: string) => letter.toUpperCase())
  if (style === 1) return path.replace(/-/g, '_')
  if (style === 2)
    return path.replace(
      /(^|[/_-])([a-z])/g,
      (_, before: string, letter: string) => `${before === '/' ? '/' : ''}${letter.toUpperCase()}`,
    )
  return path
}

function identifier(random: () => number): string {
  const digits = Math.floor(random() * 1e9)
  return random() < 0.5 ? String(digits + 100) : `${digits.toString(16)}a4c2-9f1e-4${digits % 1000}-b1a2-${digits}`
}
