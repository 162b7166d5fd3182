import { describe, expect, it } from '@jest/globals'
import { createRiskEngine } from '../engine.js'
import { createMemoryStore } from '../stores/memory/index.js'
import { startMerging } from './merging.js'

describe('merging', () => {
  it('happens at once and a last time at the end', async () => {
    let merges = 0
    const merging = startMerging({
      merge() {
        merges++
        return Promise.resolve()
      },
    })
    await Promise.resolve()
    expect(merges).toBe(1)
    await merging.stop()
    expect(merges).toBe(2)
  })
  it('doesn’t wait for a store that never answers', async () => {
    const merging = startMerging({ merge: () => new Promise(() => {}) })
    await expect(merging.stop()).resolves.toBeUndefined()
  })
  it('leaves what a process saw of everybody to the next one', async () => {
    const store = { ...createMemoryStore(), shared: true, close: () => Promise.resolve() }
    const options = { clock: 'event', secret: 'a-secret-for-merging-0123456789abcdef', store } as const
    const engine = createRiskEngine(options)
    const { context } = await engine.assess({
      action: 'login',
      at: Date.UTC(2026, 0, 1),
      ip: '192.0.2.7',
      user: { claimed: 'ann' },
    })
    await engine.report(context.action_id, { result: 'success', user_id: 'ann', at: Date.UTC(2026, 0, 1) })
    await engine.assess({ action: 'login', at: Date.UTC(2026, 0, 1, 1), ip: '192.0.2.7' })
    await engine.close()
    const [name] = [`everybody:${engine.options.applicationId}`]
    const document = JSON.parse((await store.readDocument(name)) ?? 'null') as { tables: { ip: { total: number } } }
    expect(document.tables.ip.total).toBeCloseTo(1, 2)
  })
})
