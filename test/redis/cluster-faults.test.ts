import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Program, StorePort, Touch, TouchReply } from '@riskguard/core/store'
import { redisStore } from '@riskguard/redis'
import { type RedisCluster, startRedisCluster } from './redis-cluster.js'
import { until, untilReady } from './until.js'

const NOW = { atMs: null, clock: 'store' } as const
const program: Program = {
  ttlSeconds: 600,
  protectAt: 0,
  operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: [36_000] }],
}
const touches: readonly Touch[] = Array.from({ length: 24 }, (_, i) => ({
  kind: 'i',
  key: `fault${i}`.padEnd(20, 'x'),
  program,
  arguments: [],
}))

let cluster: RedisCluster
let store: StorePort
let unhandled: unknown[]
const onUnhandled = (reason: unknown) => unhandled.push(reason)

beforeEach(async () => {
  unhandled = []
  process.on('unhandledRejection', onUnhandled)
  cluster = await startRedisCluster()
  store = redisStore(cluster.admin, { commandDeadlineMs: 300 })
  await untilReady(store)
}, 30_000)
afterEach(async () => {
  await store.close({ timeoutMs: 200 })
  await cluster.stop()
  process.off('unhandledRejection', onUnhandled)
  expect(unhandled).toEqual([])
})

const failedOf = (replies: readonly TouchReply[]) => replies.filter(({ state }) => state === 'failed').length
/** Why a call failed as a whole, or how many of its entities did. */
async function cause(): Promise<unknown> {
  try {
    return await failed()
  } catch (error) {
    return (error as Error).cause
  }
}
const failed = async () => failedOf(await store.touch(touches, NOW))

test('a frozen master fails its own entities only, and is whole again after it thaws', async () => {
  expect(await failed()).toBe(0)
  cluster.nodes[1]?.freeze()
  const first = await failed()
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThan(touches.length)
  cluster.nodes[1]?.thaw()
  await until(async () => (await failed()) === 0, 'every entity is counted again')
  await until(() => store.health().ready, 'the store is whole')
}, 30_000)

test('a killed master fails its own entities only, and is found again where it was', async () => {
  expect(await failed()).toBe(0)
  await cluster.nodes[2]?.kill()
  await until(async () => (await failed()) > 0, 'its entities fail')
  expect(await failed()).toBeLessThan(touches.length)
  await cluster.nodes[2]?.start()
  await until(async () => (await failed()) === 0, 'every entity is counted again', 20_000)
}, 40_000)

test('a cluster that is down refuses, and every call settles', async () => {
  const slots = Array.from({ length: 16_384 }, (_, slot) => slot)
  for (const { admin } of cluster.nodes) await admin.call('CLUSTER', 'FLUSHSLOTS')
  const end = await cause()
  expect(['clusterdown', 'not_connected', 'moved']).toContain(end)
  for (const [i, { admin }] of cluster.nodes.entries()) {
    const own = slots.slice(Math.floor((i * 16_384) / 3), Math.floor(((i + 1) * 16_384) / 3))
    await admin.call('CLUSTER', 'ADDSLOTSRANGE', String(own[0]), String(own.at(-1)))
  }
  await until(async () => (await failed().catch(() => 1)) === 0, 'every entity is counted again', 20_000)
}, 40_000)

test('all masters killed: calls fail at once, and work again when they are back', async () => {
  await Promise.all(cluster.nodes.map((node) => node.kill()))
  await until(async () => (await cause()) === 'not_connected', 'calls fail')
  await Promise.all(cluster.nodes.map((node) => node.start()))
  await until(async () => (await failed().catch(() => 1)) === 0, 'every entity is counted again', 20_000)
}, 40_000)

test('a replica that takes over goes on counting where its master was', async () => {
  const replica = await cluster.addReplica(0)
  expect(await failed()).toBe(0)
  await replica.admin.call('CLUSTER', 'FAILOVER')
  await until(async () => (await replica.admin.info('replication')).includes('role:master'), 'it is the master')
  await until(async () => (await failed()) === 0, 'every entity is counted again')
  const replies = await store.touch(touches, NOW)
  expect(replies.every((reply) => reply.state === 'known' && reply.record !== null)).toBe(true)
  await until(() => store.health().ready, 'the store is whole')
  await cluster.nodes[0]?.kill()
  await until(async () => (await failed()) === 0, 'the old master is not missed')
  await until(() => store.health().ready, 'the store is whole without it')
}, 40_000)
