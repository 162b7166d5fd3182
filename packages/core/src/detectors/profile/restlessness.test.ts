import { describe, expect, it } from '@jest/globals'
import { calmness } from './restlessness.js'

const DAY = 86_400_000
const plain = (successes: number, others = 0) => ({ isPlain: true, successes, others })
const hidden = (successes: number, others = 0) => ({ isPlain: false, successes, others })
const places = (singles: number, successes: number, lastMs: number | null = null) => ({
  singles,
  successes,
  lastWasSingle: lastMs !== null,
  lastMs: lastMs ?? 0,
})

describe('how much a new place says', () => {
  it('is everything for somebody who is always in the same ones', () => {
    expect(calmness(places(0, 30), 40 * DAY, plain(30))).toBe(1)
    expect(calmness(places(1, 30), 40 * DAY, plain(30))).toBe(1)
  })
  it('falls with the share of places that were never seen again', () => {
    const shares = [2, 6, 10, 14].map((singles) => calmness(places(singles, 20), 40 * DAY, plain(20)))
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
    expect(shares.at(-1)).toBeLessThan(0.3)
  })
  it('is little while somebody is under way, and grows again within days', () => {
    const since = (days: number) => calmness(places(1, 30, 40 * DAY), (40 + days) * DAY, plain(30))
    expect(since(0)).toBeLessThan(0.4)
    expect(since(2)).toBeGreaterThan(0.6)
    expect(since(14)).toBeGreaterThan(0.98)
  })
  it('of a VPN is little for its regular user, whose home is calm all the same', () => {
    expect(calmness(places(15, 35), 40 * DAY, hidden(15, 20))).toBeLessThan(0.2)
    expect(calmness(places(15, 35), 40 * DAY, plain(20, 15))).toBe(1)
  })
})
