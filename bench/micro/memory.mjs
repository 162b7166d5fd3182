// The memory store at scale: bytes and time of an entity as an address has it, and whether the cap holds under a flood.
import { createMemoryStore } from '@riskguard/core'
import { answer } from './answer.mjs'
import { createRandom } from './random.mjs'

const MIB = 1024 * 1024
const AT_MS = Date.UTC(2026, 10, 21, 12)
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const random = createRandom(7)

/** As many bits as the engine's keys have, in one piece as those are. */
function createKey(chars) {
  const bytes = Buffer.allocUnsafe(chars)
  for (let i = 0; i < chars; i++) bytes[i] = ALPHABET.charCodeAt(random() * 64)
  return bytes.toString('latin1')
}

const distinct = (slot, argument) => ({ kind: 'distinct', slot, cap: 64, maxAgeMs: 86_400_000, argument })
const ip = {
  ttlSeconds: 172_800,
  protectAt: 0,
  operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: [100, 6000, 144_000] }, distinct(3, 0), distinct(4, 1)],
}

async function collect() {
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const orders = {
  async scale({ entities, visits }) {
    const keys = Array.from({ length: entities }, () => createKey(20))
    const members = Array.from({ length: 4096 }, () => createKey(6))
    const before = await collect()
    const store = createMemoryStore({ maxBytes: 4096 * MIB, clock: () => AT_MS })
    const cpu = process.cpuUsage()
    for (let visit = 0; visit < visits; visit++) {
      for (let i = 0; i < entities; i++) {
        const touch = { kind: 'i', key: keys[i], program: ip, arguments: [members[i & 4095], members[(i * 7) & 4095]] }
        store.touch([touch], { atMs: AT_MS + visit * 60_000, clock: 'event' })
      }
    }
    const { user, system } = process.cpuUsage(cpu)
    const after = await collect()
    // Asked of the keys too: given up before the second look, they would count as freed.
    const held = Math.min(store.health().detail.entities, keys.length)
    await store.close({ timeoutMs: 0 })
    return {
      bytesPerEntity: (after - before) / held,
      usPerTouch: (user + system) / (entities * visits),
      entities: held,
    }
  },

  /** Fresh identities against the default cap. */
  async flood({ identities }) {
    const store = createMemoryStore({ clock: () => AT_MS })
    let most = 0
    for (let i = 0; i < identities; i++) {
      const touch = { kind: 'i', key: createKey(20), program: ip, arguments: ['aaaaaa', 'bbbbbb'] }
      store.touch([touch], { atMs: AT_MS, clock: 'event' })
      if (i % 10_000 === 0) most = Math.max(most, store.health().detail.bytes)
    }
    most = Math.max(most, store.health().detail.bytes)
    await store.close({ timeoutMs: 0 })
    return { mostMib: most / MIB }
  },
}

answer(orders)
