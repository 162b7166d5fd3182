import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { startRefresher } from './refresher.js'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

describe('startRefresher', () => {
  it('reads at once, then again within 2 s each time', async () => {
    let reads = 0
    const refresher = startRefresher(async () => {
      reads++
      return 'ok'
    })
    expect(reads).toBe(1)
    for (let round = 2; round < 12; round++) {
      await jest.advanceTimersByTimeAsync(2000)
      expect(reads).toBeGreaterThanOrEqual(round)
    }
    refresher.stop()
  })

  it('reads less and less often while it fails, and at its old pace once it succeeds', async () => {
    let reads = 0
    let outcome: 'ok' | 'failed' = 'failed'
    const refresher = startRefresher(async () => {
      reads++
      return outcome
    })
    await jest.advanceTimersByTimeAsync(120_000)
    const whileFailing = reads
    expect(whileFailing).toBeGreaterThanOrEqual(7)
    expect(whileFailing).toBeLessThanOrEqual(16)
    outcome = 'ok'
    await jest.advanceTimersByTimeAsync(20_000)
    const recovered = reads
    await jest.advanceTimersByTimeAsync(20_000)
    expect(reads - recovered).toBeGreaterThanOrEqual(10)
    refresher.stop()
  })

  it('gives up a read that never comes back, and reads again', async () => {
    let reads = 0
    const refresher = startRefresher(() => {
      reads++
      return new Promise(() => {})
    })
    await jest.advanceTimersByTimeAsync(10_000)
    expect(reads).toBeGreaterThanOrEqual(2)
    refresher.stop()
  })

  it('never reads again once stopped, also from within a read', async () => {
    let reads = 0
    let finish: (outcome: 'ok') => void = () => {}
    const refresher = startRefresher(() => {
      reads++
      return new Promise((resolve) => {
        finish = resolve
      })
    })
    refresher.stop()
    finish('ok')
    await jest.advanceTimersByTimeAsync(60_000)
    expect(reads).toBe(1)
    expect(jest.getTimerCount()).toBe(0)
  })
})
