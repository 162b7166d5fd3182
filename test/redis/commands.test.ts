import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Operation, Program, StorePort, Touch, TouchReply } from '@riskguard/core/store'
import { redisStore } from '@riskguard/redis'
import { Redis } from 'ioredis'
import { keySlot } from '../../packages/redis/src/key-slot.js'
import { type RedisCluster, startRedisCluster } from './redis-cluster.js'
import { type RedisServer, startRedis } from './redis-server.js'
import { until, untilReady } from './until.js'

const NOW = { atMs: null, clock: 'store' } as const
const count: Operation = { kind: 'count', slot: 1, add: 1, widthsDs: [100, 6000] }
const program: Program = { ttlSeconds: 600, protectAt: 0, operations: [count] }
const ENTITIES = 9
/** Of three masters with equal shares. */
const FIRST_MASTER_SLOTS = 5461

const touchesOf = (name: string): Touch[] =>
  Array.from({ length: ENTITIES }, (_, i) => ({
    kind: 'i',
    key: `${name}${i}`.padEnd(20, 'x'),
    program,
    arguments: [],
  }))

interface Sent {
  readonly name: string
  readonly tick: number
}

// What the store's client sends goes through this one method of ioredis, pipelines too.
const sendCommand = Redis.prototype.sendCommand
let sent: Sent[] = []
let tick = 0

beforeAll(() => {
  Redis.prototype.sendCommand = function (this: Redis, command, stream) {
    const name = command.name.toLowerCase()
    if (name.startsWith('eval')) sent.push({ name, tick })
    return sendCommand.call(this, command, stream)
  }
})
afterAll(() => {
  Redis.prototype.sendCommand = sendCommand
})

/** What one call sends; `tick` grows with each turn of the event loop. */
async function watch(call: () => unknown): Promise<readonly Sent[]> {
  sent = []
  const turns = setInterval(() => tick++, 0)
  const answer = call()
  tick++ // whatever is sent from here on was not sent with the call itself
  await answer
  clearInterval(turns)
  return sent
}

describe('on one Redis', () => {
  let server: RedisServer
  let store: StorePort
  beforeAll(async () => {
    server = await startRedis()
    store = redisStore(server.url)
    await untilReady(store)
  })
  afterAll(async () => {
    await store.close({ timeoutMs: 500 })
    await server.stop()
  })

  test('a call is one script, whatever the number of entities, from the first call on', async () => {
    for (let i = 0; i < 3; i++) {
      const commands = await watch(() => store.touch(touchesOf('a'), NOW))
      expect(commands.map(({ name }) => name)).toEqual(['evalsha'])
    }
  })

  test('a forgotten script is sent once by its text and counted once', async () => {
    for (let i = 0; i < 5; i++) {
      await server.admin.script('FLUSH')
      const commands = await watch(() => store.touch(touchesOf('b'), NOW))
      expect(commands.map(({ name }) => name)).toEqual(['evalsha', 'eval'])
    }
    expect(await countsOf(store, 'b')).toEqual(Array(ENTITIES).fill(5))
  })
})

describe('on a cluster', () => {
  let cluster: RedisCluster
  let store: StorePort
  beforeAll(async () => {
    cluster = await startRedisCluster()
    store = redisStore(cluster.admin)
    await untilReady(store)
  }, 30_000)
  afterAll(async () => {
    await store.close({ timeoutMs: 500 })
    await cluster.stop()
  })

  test('a call is one script per entity, all sent with the call itself, one write per master', async () => {
    await store.touch(touchesOf('c'), NOW)
    const reads = () => Promise.all(cluster.nodes.map(({ admin }) => readsOf(admin)))
    const started = tick
    const commands = await watch(() => store.touch(touchesOf('c'), NOW))
    expect(commands.map(({ name }) => name)).toEqual(Array(ENTITIES).fill('evalsha'))
    expect(new Set(commands.map((command) => command.tick))).toEqual(new Set([started]))
    // A pipeline arrives in one read: asking for the statistics is the other.
    const before = await reads()
    await store.touch(touchesOf('c'), NOW)
    const after = await reads()
    expect(after.map((total, i) => total - (before[i] as number))).toEqual([2, 2, 2])
    expect(await countsOf(store, 'c')).toEqual(Array(ENTITIES).fill(3))
  })

  test('masters that forgot the script get its text once, and count once', async () => {
    for (const { admin } of cluster.nodes) await admin.script('FLUSH')
    const commands = await watch(() => store.touch(touchesOf('d'), NOW))
    expect(commands.map(({ name }) => name).sort()).toEqual([
      ...Array(ENTITIES).fill('eval'),
      ...Array(ENTITIES).fill('evalsha'),
    ])
    expect(await countsOf(store, 'd')).toEqual(Array(ENTITIES).fill(1))
  })

  test('slots that move to another master lose no count', async () => {
    const calls = 300
    const moving = moveSlots(cluster)
    let failed = 0
    for (let i = 0; i < calls; i++) {
      const replies = await store.touch(touchesOf('e'), NOW)
      failed += replies.filter(({ state }) => state === 'failed').length
      if (i === calls / 2) await moving
    }
    expect(touchesOf('e').some(({ kind, key }) => keySlot(`rg:${kind}${key}`) < FIRST_MASTER_SLOTS)).toBe(true)
    const total = (await countsOf(store, 'e')).reduce((sum, each) => sum + each, 0)
    expect(total + failed).toBe(calls * ENTITIES)
  })
})

async function countsOf(store: StorePort, name: string): Promise<number[]> {
  const reading = touchesOf(name).map((touch) => ({ ...touch, program: { ...program, operations: [] } }))
  let replies: readonly TouchReply[] = []
  const causes = new Set<string>()
  await until(async () => {
    replies = await store.touch(reading, NOW)
    for (const reply of replies) if (reply.state === 'failed') causes.add(reply.cause)
    return replies.every(({ state }) => state === 'known')
  }, 'every record can be read').catch((error: Error) => {
    throw new Error(`${error.message}: ${[...causes].join()}`)
  })
  // The ten-minute ring: its current bucket and those before it.
  return replies.map((reply) => {
    if (reply.state !== 'known' || reply.record === null) return Number.NaN
    const view = Buffer.from(reply.record)
    let sum = view.readUInt16LE(11 + 6)
    for (let back = 0; back < 6; back++) sum += view.readUInt16LE(11 + 8 + 12 + back * 2)
    return sum
  })
}

async function readsOf(admin: Redis): Promise<number> {
  return Number(/total_reads_processed:(\d+)/.exec(await admin.info('stats'))?.[1])
}

/** Hands the slots of the test's entities on the first master to the second, keys and all, while they are in use. */
async function moveSlots({ nodes }: RedisCluster): Promise<void> {
  const [source, target] = nodes as [RedisServer, RedisServer]
  const ids = await Promise.all(nodes.map(async ({ admin }) => String(await admin.call('CLUSTER', 'MYID'))))
  const [from, to] = ids as [string, string]
  for (const { kind, key } of touchesOf('e')) {
    const name = `rg:${kind}${key}`
    const slot = String(await source.admin.call('CLUSTER', 'KEYSLOT', name))
    if (Number(slot) >= FIRST_MASTER_SLOTS) continue
    await target.admin.call('CLUSTER', 'SETSLOT', slot, 'IMPORTING', from)
    await source.admin.call('CLUSTER', 'SETSLOT', slot, 'MIGRATING', to)
    await source.admin.call('MIGRATE', '127.0.0.1', String(target.port), name, '0', '1000')
    await target.admin.call('CLUSTER', 'SETSLOT', slot, 'NODE', to)
    for (const { admin } of nodes) await admin.call('CLUSTER', 'SETSLOT', slot, 'NODE', to)
  }
}
