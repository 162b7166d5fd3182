import { describe, expect, it } from '@jest/globals'
import { nearestName } from './nearest-name.js'

describe('nearestName', () => {
  const known = ['store', 'secret', 'trustedProxies', 'forwardedHeader', 'deadlineMs', 'mode', 'lists', 'policy']
  it.each([
    ['stor', 'store'],
    ['secrets', 'secret'],
    ['trustProxy', 'trustedProxies'],
    ['trustedproxies', 'trustedProxies'],
    ['TRUSTEDPROXIES', 'trustedProxies'],
    ['deadline', 'deadlineMs'],
    ['policies', 'policy'],
  ])('of %s is %s', (given, expected) => {
    expect(nearestName(given, known)).toBe(expected)
  })

  it('stays quick on a very long name', () => {
    expect(known).toContain(nearestName('x'.repeat(1e6), known))
  })

  it('is undefined among no names', () => {
    expect(nearestName('x', [])).toBeUndefined()
  })
})
