import type { ActionName } from '../vocabulary/index.js'

/** The action that a route map gives a request; null when none of its routes matches. Path with or without a query. */
export type ActionMatcher = (method: string, path: string) => ActionName | null
