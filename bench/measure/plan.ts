/** What is compared with what: each app, and the request that it is measured with. */

/** `get`: a page; `login`: a form of somebody known; `cold`: the same of somebody whose address, name and browser are new. */
export type Kind = 'get' | 'login' | 'cold'

export interface Subject {
  readonly framework: 'express' | 'koa' | 'nest'
  readonly guard: string
  readonly kind: Kind
}

const LIMITERS = {
  express: [
    'express-rate-limit-memory',
    'rate-limiter-flexible-memory',
    'express-rate-limit-redis',
    'rate-limiter-flexible-redis',
  ],
  koa: ['koa-ratelimit-memory', 'koa-ratelimit-redis'],
  nest: ['throttler-memory', 'throttler-redis'],
} as const

export type Framework = keyof typeof LIMITERS
export const FRAMEWORKS = Object.keys(LIMITERS) as readonly Framework[]

/**
 * With `GET /` the store alone stands beside the limiters, with `POST /login` the whole assessment does: each kind of
 * request is only compared with itself.
 */
export function subjectsOf(framework: Framework): readonly Subject[] {
  const limiters = LIMITERS[framework]
  const guards: Readonly<Record<Kind, readonly string[]>> = {
    get: ['bare', ...limiters, 'store-memory', 'store-redis'],
    login: ['bare', ...limiters, 'whole-memory', 'whole-redis'],
    // Koa's variance is small enough to see it.
    cold: framework === 'koa' ? ['bare', 'whole-memory', 'whole-redis'] : [],
  }
  return (['get', 'login', 'cold'] as const).flatMap((kind) =>
    guards[kind].map((guard) => ({ framework, guard, kind })),
  )
}

export function nameOf({ framework, guard, kind }: Subject): string {
  return `${framework}/${guard} ${kind}`
}
