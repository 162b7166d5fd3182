import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Program, readCount, type StorePort, type Touch, type TouchReply } from '@riskguard/core/store'
import { redisStore } from '@riskguard/redis'
import { entities, LIMIT_CODE } from '../../packages/core/src/history/entity.js'
import { createHistory } from '../../packages/core/src/history/guarded-history.js'
import type { History } from '../../packages/core/src/history/history.js'
import { createMemoryStore } from '../../packages/core/src/stores/memory/index.js'
import { type RedisCluster, startRedisCluster } from './redis-cluster.js'
import { freePort, type RedisServer, startRedis } from './redis-server.js'
import { until, untilReady } from './until.js'

const DEADLINE_MS = 50
const WIDTHS = [36_000]
const NOW = { atMs: null, clock: 'store' } as const
const counting: Program = {
  ttlSeconds: 3600,
  protectAt: 0,
  operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: WIDTHS }],
}
const touchOf = (kind: string): Touch => ({ kind, key: kind.repeat(20), program: counting, arguments: [] })
/** An address, a profile and a limit. */
const event = [touchOf(entities.ip.code), touchOf(entities.profile.code), touchOf(LIMIT_CODE)]

const states = (replies: readonly TouchReply[]) => replies.map(({ state }) => state)
const counted = (reply: TouchReply | undefined) =>
  reply?.state === 'known' ? readCount(reply.record, 1, WIDTHS, 0, reply.nowMs).upperBound : null

let history: History
let warnings: string[]
let unhandled: unknown[]
const onUnhandled = (reason: unknown) => unhandled.push(reason)

function guard(store: StorePort): void {
  warnings = []
  history = createHistory({
    store,
    deadlineMs: DEADLINE_MS,
    fallback: createMemoryStore({ maxBytes: 1024 * 1024 }),
    onWarning: (line) => warnings.push(line),
  })
}

const touchNow = async () => history.touch(event, NOW, performance.now() + DEADLINE_MS)
const complete = () => until(async () => (await touchNow()).degraded === null, 'answers are complete')

/** Events until the breaker is open; the reasons their answers gave. */
async function untilOpen(): Promise<ReadonlySet<string | null>> {
  const reasons = new Set<string | null>()
  await until(async () => {
    const { degraded, replies } = await touchNow()
    reasons.add(degraded)
    if (degraded !== null) expect(states(replies)).toEqual(['known', 'failed', 'known'])
    return degraded === 'breaker_open'
  }, 'the breaker opens')
  return reasons
}

beforeEach(() => {
  unhandled = []
  process.on('unhandledRejection', onUnhandled)
})

afterEach(async () => {
  await history.close({ timeoutMs: 500 })
  process.off('unhandledRejection', onUnhandled)
  expect(unhandled).toEqual([])
  expect(warnings.length).toBeLessThanOrEqual(10)
})

describe('one Redis', () => {
  let server: RedisServer
  afterEach(() => server.stop())

  test('absent at boot: local from the first event, whole once it is there, and outcomes arrive', async () => {
    server = await startRedis({ port: await freePort(), started: false })
    guard(redisStore(server.url))
    const first = await touchNow()
    expect(first.degraded).toBe('store_unreachable')
    expect(states(first.replies)).toEqual(['known', 'failed', 'known'])
    const outcomes = Array.from({ length: 20 }, () => history.learn(event, NOW))
    expect(await untilOpen()).toEqual(new Set(['store_unreachable', 'breaker_open']))
    await server.start()
    expect(await Promise.all(outcomes)).toEqual(outcomes.map(() => true))
    await complete()
    // Each outcome was written once, and nothing of what was counted here meanwhile.
    const ofProfile = counted((await touchNow()).replies[1])
    expect(ofProfile).toBeGreaterThanOrEqual(21)
    expect(await history.learn(event, NOW)).toBe(true)
    expect(history.health()).toMatchObject({ breaker: 'closed', queued: 0, dropped: 0 })
  })

  test('frozen: the deadline, then not asked; limits go on here; whole again after it thaws', async () => {
    server = await startRedis()
    const store = redisStore(server.url)
    await untilReady(store)
    guard(store)
    expect((await touchNow()).degraded).toBeNull()
    server.freeze()
    expect(await untilOpen()).toEqual(new Set(['deadline', 'breaker_open']))
    const before = counted((await touchNow()).replies[2]) as number
    const outcome = history.learn(event, NOW)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect((await touchNow()).degraded).toBe('breaker_open')
    // The outcome and the event just now.
    expect(counted((await touchNow()).replies[2])).toBe(before + 3)
    server.thaw()
    await complete()
    expect(await outcome).toBe(true)
    expect(history.health()).toMatchObject({ breaker: 'closed', queued: 0 })
  })

  test('killed and started again: unreachable, then whole', async () => {
    server = await startRedis()
    const store = redisStore(server.url)
    await untilReady(store)
    guard(store)
    expect((await touchNow()).degraded).toBeNull()
    await server.kill()
    const reasons = await untilOpen()
    expect(reasons).toContain('store_unreachable')
    await server.start()
    await complete()
    expect(states((await touchNow()).replies)).toEqual(['known', 'known', 'known'])
  })

  test('read-only: refused, and probes don’t take a readable server for a whole one', async () => {
    server = await startRedis({ settings: ['--min-replicas-to-write', '1'] })
    const store = redisStore(server.url)
    await untilReady(store)
    guard(store)
    expect(await untilOpen()).toEqual(new Set(['store_error', 'breaker_open']))
    await until(() => (history.health().failures['probe_noreplicas'] ?? 0) >= 2, 'probes were refused')
    await server.admin.config('SET', 'min-replicas-to-write', '0')
    await complete()
  })

  test('the host blocks its own loop for two seconds: nothing is held against Redis', async () => {
    server = await startRedis()
    const store = redisStore(server.url)
    await untilReady(store)
    guard(store)
    const answers = Array.from({ length: 50 }, () => touchNow())
    const busyUntil = performance.now() + 2_000
    while (performance.now() < busyUntil);
    expect(new Set((await Promise.all(answers)).map(({ degraded }) => degraded))).toEqual(new Set([null]))
    expect(history.health()).toMatchObject({ breaker: 'closed', failures: {} })
  })
})

describe('a cluster', () => {
  let cluster: RedisCluster
  const keys = Array.from({ length: 30 }, (_, i) => String(i).padStart(20, '0'))
  const profiles = keys.map((key) => ({ ...touchOf(entities.profile.code), key }))
  const touchAll = async () => history.touch(profiles, NOW, performance.now() + DEADLINE_MS)
  const whole = () => until(async () => (await touchAll()).degraded === null, 'the cluster answers')

  beforeEach(async () => {
    cluster = await startRedisCluster()
    const store = redisStore(cluster.admin)
    await untilReady(store)
    guard(store)
    await whole()
  })
  afterEach(() => cluster.stop())

  test('with one master frozen: the others’ answers count, from the first decision on', async () => {
    cluster.nodes[1]?.freeze()
    const { degraded, replies } = await touchAll()
    expect(degraded).toBe('shard_failed')
    expect(new Set(states(replies))).toEqual(new Set(['known', 'failed']))
    expect(history.health().breaker).toBe('closed')
    cluster.nodes[1]?.thaw()
    await whole()
  })

  test('with one master killed: only what it held is missing', async () => {
    await cluster.nodes[1]?.kill()
    await until(async () => (await touchAll()).degraded === 'shard_failed', 'the shard is missing')
    expect(new Set(states((await touchAll()).replies))).toEqual(new Set(['known', 'failed']))
    expect(history.health().breaker).toBe('closed')
  })
})
