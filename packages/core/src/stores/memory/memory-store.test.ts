import { describe, expect, it } from '@jest/globals'
import { AT_MS, figure, flood, MIB, smallStore, touch, touchOf } from './small-store.fixture.js'

describe('expiry', () => {
  it('clears records that nobody asks for again, a segment a second, without a timer', () => {
    let nowMs = AT_MS
    const store = smallStore(() => nowMs)
    flood(store, 3000, 'gone')
    nowMs += 3601_000
    for (let second = 0; second < 20; second++) {
      nowMs += 1000
      touch(store, [touchOf('present')])
    }
    expect(figure(store, 'entities')).toBe(1)
    expect(figure(store, 'expired')).toBe(3000)
  })
})

describe('the memory store', () => {
  it('answers synchronously and says so of itself', () => {
    const store = smallStore()
    expect(Array.isArray(store.touch([touchOf('a')], { atMs: AT_MS, clock: 'event' }))).toBe(true)
    expect(store).toMatchObject({ kind: 'memory', shared: false })
  })

  it('counts documents under the cap and refuses more than their share', async () => {
    const store = smallStore()
    flood(store, 20_000, 'fresh')
    await store.writeDocument('lists', 'x'.repeat(60_000))
    expect(figure(store, 'bytes')).toBeLessThanOrEqual(MIB)
    await expect(store.writeDocument('more', 'x'.repeat(60_000))).rejects.toMatchObject({ code: 'RG_STORE' })
    await store.writeDocument('lists', '')
    await store.writeDocument('more', 'x'.repeat(60_000))
    expect(await store.readDocument('more')).toHaveLength(60_000)
  })

  it('answers failed, and nothing else, after it was closed', async () => {
    const store = smallStore()
    touch(store, [touchOf('a')])
    await store.close({ timeoutMs: 0 })
    expect(touch(store, [touchOf('a')])).toEqual([{ state: 'failed', cause: expect.stringContaining('closed') }])
    expect(store.health()).toMatchObject({ ready: false, detail: { entities: 0 } })
  })
})
