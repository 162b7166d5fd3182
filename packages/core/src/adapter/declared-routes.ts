import { LRUCache } from 'lru-cache'

/**
 * Routes that turned out to declare their action themselves. Only the route's handler knows that, after the global
 * middleware has run; remembering it spares every later request the assessment of a guess.
 */
export interface DeclaredRoutes {
  add(method: string, path: string): void
  /** Also keeps it from being forgotten. */
  has(method: string, path: string): boolean
}

const MAX_ROUTES = 1000
const MAX_PATH_CHARS = 256
/** Segments with a digit are ids far more often than names of routes. */
const ID_SEGMENT = /\/[^/]*\d[^/]*/g
const DIGIT = /\d/

export function createDeclaredRoutes(): DeclaredRoutes {
  const routes = new LRUCache<string, true>({ max: MAX_ROUTES })
  return {
    add: (method, path) => {
      routes.set(shapeOf(method, path), true)
    },
    has: (method, path) => routes.get(shapeOf(method, path)) === true,
  }
}

function shapeOf(method: string, path: string): string {
  const query = path.indexOf('?')
  const end = query < 0 ? MAX_PATH_CHARS : Math.min(query, MAX_PATH_CHARS)
  const shown = path.slice(0, end)
  // A replacement that finds nothing costs five times as much as the look for a digit.
  return `${method} ${DIGIT.test(shown) ? shown.replace(ID_SEGMENT, '/:') : shown}`
}
