import { expect, it } from '@jest/globals'
import { createDeclaredRoutes } from './declared-routes.js'

it('knows a declared route again under other ids, and by its method', () => {
  const routes = createDeclaredRoutes()
  routes.add('POST', '/users/17/password')
  expect(routes.has('POST', '/users/4ee1a2/password')).toBe(true)
  expect(routes.has('PUT', '/users/17/password')).toBe(false)
  expect(routes.has('POST', '/users/17/email')).toBe(false)
  expect(routes.has('POST', '/users/me/password')).toBe(false)
})

it('ignores the query', () => {
  const routes = createDeclaredRoutes()
  routes.add('POST', '/login?next=/home')
  expect(routes.has('POST', '/login')).toBe(true)
  expect(routes.has('POST', '/login?next=/cart')).toBe(true)
})

it('forgets the oldest rather than grow', () => {
  const routes = createDeclaredRoutes()
  const words = Array.from(
    { length: 1200 },
    (_, i) => `/${i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] as string)}`,
  )
  for (const word of new Set(words)) routes.add('POST', word)
  expect(routes.has('POST', words[0] as string)).toBe(false)
  expect(routes.has('POST', words.at(-1) as string)).toBe(true)
})
