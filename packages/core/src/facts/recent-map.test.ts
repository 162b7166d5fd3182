import { describe, expect, it } from '@jest/globals'
import { createRecentMap } from './recent-map.js'

describe('createRecentMap', () => {
  it('gives back what was set last', () => {
    const map = createRecentMap<string, number>(4)
    map.set('a', 1)
    map.set('a', 2)
    expect(map.get('a')).toBe(2)
    expect(map.get('b')).toBeUndefined()
  })

  it('keeps what is asked for while others come and go', () => {
    const map = createRecentMap<string, number>(4)
    map.set('regular', 1)
    for (let i = 0; i < 100; i++) {
      map.set(`passer-by ${i}`, i)
      expect(map.get('regular')).toBe(1)
    }
  })

  it('never holds more than it may', () => {
    const map = createRecentMap<number, number>(10)
    for (let i = 0; i < 1000; i++) map.set(i, i)
    const held = Array.from({ length: 1000 }, (_, i) => i).filter((i) => map.get(i) !== undefined)
    expect(held.length).toBeLessThanOrEqual(10)
    expect(held).toContain(999)
  })
})
