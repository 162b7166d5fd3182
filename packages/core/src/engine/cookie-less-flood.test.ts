import { describe, expect, it } from '@jest/globals'
import { createRiskEngine } from '../engine.js'
import { entities } from '../history/entity.js'
import type { StorePort } from '../store/index.js'
import { createMemoryStore } from '../stores/memory/index.js'

const AT_MS = Date.UTC(2026, 10, 21, 12)

/** A memory store that notes under which kinds of entity it was written. */
function watched(): { store: StorePort; kinds: Set<string> } {
  const store = createMemoryStore()
  const kinds = new Set<string>()
  return {
    kinds,
    store: {
      ...store,
      touch(touches, options) {
        for (const { kind, program } of touches) if (program.operations.length > 0) kinds.add(kind)
        return store.touch(touches, options)
      },
    },
  }
}

async function attempt(standing: 'new' | 'known', result: 'failure' | 'success') {
  const { store, kinds } = watched()
  const engine = createRiskEngine({ store, secret: 'correct-horse-battery-staple-0123456789-XYZ', clock: 'event' })
  const { context } = await engine.assess(
    { action: 'login', at: AT_MS, ip: '203.0.113.9', user: { claimed: 'ann' } },
    { device: { id: 'just-issued', standing } },
  )
  await engine.report(context.action_id, { result, user_id: 'u1', at: AT_MS })
  return kinds.has(entities.device.code)
}

describe('a device id that was issued in answer to the very request', () => {
  it('leaves no record when the attempt fails: who drops our cookie each time can not fill the store', async () => {
    expect(await attempt('new', 'failure')).toBe(false)
  })
  it('is remembered once the attempt succeeds', async () => {
    expect(await attempt('new', 'success')).toBe(true)
  })
  it('counts from the second request on', async () => {
    expect(await attempt('known', 'failure')).toBe(true)
  })
})
