import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Program, readCount, type StorePort, type Touch } from '@riskguard/core/store'
import { type RedisStoreOptions, type RedisWarning, redisStore } from '@riskguard/redis'
import { Redis } from 'ioredis'
import { startTcpProxy, type TcpProxy } from '../faults/tcp-proxy.js'
import { freePort, type RedisServer, startRedis } from './redis-server.js'
import { until, untilReady } from './until.js'

// Real servers start, freeze and come back in their own time.
jest.setTimeout(30_000)

const NOW = { atMs: null, clock: 'store' } as const
const WIDTHS = [36_000]
const program: Program = {
  ttlSeconds: 3600,
  protectAt: 0,
  operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: WIDTHS }],
}
const touchOf = (name: string): Touch => ({ kind: 'i', key: name.padEnd(20, 'x'), program, arguments: [] })
const reading = (name: string): Touch => ({ ...touchOf(name), program: { ...program, operations: [] } })

let server: RedisServer
let opened: StorePort[]
let proxy: TcpProxy | undefined
let unhandled: unknown[]
const onUnhandled = (reason: unknown) => unhandled.push(reason)

beforeEach(() => {
  opened = []
  unhandled = []
  process.on('unhandledRejection', onUnhandled)
})
afterEach(async () => {
  for (const store of opened) await store.close({ timeoutMs: 100 })
  await proxy?.close()
  proxy = undefined
  await server.stop()
  process.off('unhandledRejection', onUnhandled)
  expect(unhandled).toEqual([])
})

function open(source: Parameters<typeof redisStore>[0], options: RedisStoreOptions = {}): StorePort {
  const store = redisStore(source, { commandDeadlineMs: 300, ...options })
  opened.push(store)
  return store
}

/** How a call ended: the states of its replies, or the cause of its rejection. */
async function ended(call: ReturnType<StorePort['touch']>): Promise<string> {
  try {
    return (await call).map((reply) => (reply.state === 'failed' ? reply.cause : reply.state)).join()
  } catch (error) {
    return String((error as Error).cause)
  }
}

async function countOf(store: StorePort, name: string): Promise<number> {
  const [reply] = await store.touch([reading(name)], NOW)
  if (reply?.state !== 'known') throw new Error('expected a record')
  return readCount(reply.record, 1, WIDTHS, 0, reply.nowMs).upperBound
}

const recovered = (store: StorePort) =>
  until(async () => (await ended(store.touch([touchOf('probe')], NOW))) === 'known', 'the store answers again')

describe('a server that is not there', () => {
  test('fails calls at once, and is found within two seconds of its start', async () => {
    server = await startRedis({ port: await freePort(), started: false })
    const store = open(server.url)
    expect(await ended(store.touch([touchOf('a')], NOW))).toBe('not_connected')
    await expect(store.readDocument('d')).rejects.toMatchObject({ cause: 'not_connected' })
    await expect(store.settle({ replicas: 1, timeoutMs: 50 })).rejects.toMatchObject({ cause: 'not_connected' })
    expect(store.health()).toMatchObject({ ready: false })
    await server.start()
    await until(() => store.health().ready, 'it is found', 2000)
    expect(await ended(store.touch([touchOf('a')], NOW))).toBe('known')
  })

  test('is told by what it failed with, until it is found', async () => {
    server = await startRedis({ port: await freePort(), started: false })
    const store = open(server.url)
    const connection = () => store.health().detail['connection']
    expect(connection()).toBe('connecting')
    await until(() => connection() === 'ECONNREFUSED', 'the refusal is told')
    await server.start()
    await until(() => connection() === 'ready', 'it is found')
    const stranger = open(server.url.replace('redis://', 'redis://ann:wrong@'))
    await until(() => stranger.health().detail['connection'] === 'WRONGPASS', 'the wrong password is told')
  })

  test('that was killed fails what was under way, and counts on after it is back', async () => {
    server = await startRedis()
    const store = open(server.url)
    await untilReady(store)
    server.freeze()
    const calls = Array.from({ length: 50 }, () => ended(store.touch([touchOf('a')], NOW)))
    await server.kill()
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['connection_lost']))
    await server.start()
    await recovered(store)
    expect(await countOf(store, 'a')).toBe(0)
    expect(Number(store.health().detail['reconnects'])).toBeGreaterThan(0)
  })
})

describe('a server that does not answer', () => {
  test('frozen: every call settles, and after it thaws each was counted at most once', async () => {
    server = await startRedis()
    const store = open(server.url)
    await untilReady(store)
    server.freeze()
    const calls = Array.from({ length: 50 }, () => ended(store.touch([touchOf('a')], NOW)))
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['connection_lost']))
    expect(await ended(store.touch([touchOf('a')], NOW))).toBe('not_connected')
    server.thaw()
    await recovered(store)
    expect(await countOf(store, 'a')).toBeLessThanOrEqual(50)
    expect(store.health().detail).toMatchObject({ 'failed.stalled': 1, 'failed.connection_lost': 50 })
  })

  test('paused: the same, and it comes back', async () => {
    server = await startRedis()
    const store = open(server.url)
    await untilReady(store)
    await server.admin.call('CLIENT', 'PAUSE', '1000', 'ALL')
    expect(await ended(store.touch([touchOf('a')], NOW))).toBe('connection_lost')
    await recovered(store)
    expect(await countOf(store, 'a')).toBeLessThanOrEqual(1)
  })

  test('a host that blocks its own loop past the deadline loses no call', async () => {
    server = await startRedis()
    const store = open(server.url)
    await untilReady(store)
    const call = ended(store.touch([touchOf('a')], NOW))
    const end = performance.now() + 1000
    while (performance.now() < end);
    expect(await call).toBe('known')
    expect(store.health().detail).toMatchObject({ failed: 0 })
  })

  test('more calls than may wait fail at once', async () => {
    server = await startRedis()
    const store = open(server.url, { maxPending: 10 })
    await untilReady(store)
    server.freeze()
    const calls = Array.from({ length: 30 }, () => ended(store.touch([touchOf('a')], NOW)))
    const ends = await Promise.all(calls)
    expect(ends.filter((end) => end === 'backlog')).toHaveLength(20)
    server.thaw()
  })
})

describe('a spoilt line', () => {
  test.each(['half_open', 'cut', 'garbage'] as const)('%s: the call fails once and is counted once', async (kind) => {
    server = await startRedis()
    proxy = await startTcpProxy(server.port)
    const store = open(`redis://127.0.0.1:${proxy.port}`)
    await untilReady(store)
    const direct = open(server.url)
    await untilReady(direct)
    proxy.line = { kind }
    expect(['connection_lost', 'garbage', 'other']).toContain(await ended(store.touch([touchOf('a')], NOW)))
    proxy.line = { kind: 'clear' }
    await recovered(store)
    expect(await countOf(direct, 'a')).toBe(1)
  })

  test('slow, but within the deadline: nothing fails', async () => {
    server = await startRedis()
    proxy = await startTcpProxy(server.port)
    const store = open(`redis://127.0.0.1:${proxy.port}`)
    await untilReady(store)
    proxy.line = { kind: 'delay', ms: 200 }
    const calls = Array.from({ length: 20 }, () => ended(store.touch([touchOf('a')], NOW)))
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['known']))
  })
})

describe('a server that refuses', () => {
  test('scripts forgotten all the time: every call is answered and counted once', async () => {
    server = await startRedis()
    const store = open(server.url)
    await untilReady(store)
    const storm = setInterval(() => void server.admin.script('FLUSH'), 1)
    for (let i = 0; i < 1000; i++) expect(await ended(store.touch([touchOf('a')], NOW))).toBe('known')
    clearInterval(storm)
    expect(await countOf(store, 'a')).toBe(1000)
  })

  test('out of memory: nothing is counted, nothing is said to be', async () => {
    server = await startRedis()
    const store = open(server.url)
    await untilReady(store)
    await store.touch([touchOf('a')], NOW)
    await server.admin.config('SET', 'maxmemory', '1')
    expect(await ended(store.touch([touchOf('a'), touchOf('b')], NOW))).toBe('oom')
    await server.admin.config('SET', 'maxmemory', '0')
    expect(await countOf(store, 'a')).toBe(1)
    expect(await countOf(store, 'b')).toBe(0)
  })

  test('a read-only replica: refused, and left for the master once there is one', async () => {
    server = await startRedis()
    const store = open(server.url)
    await untilReady(store)
    await server.admin.call('REPLICAOF', '127.0.0.1', String(await freePort()))
    await until(async () => (await ended(store.touch([touchOf('a')], NOW))) === 'readonly', 'it refuses')
    await until(() => Number(store.health().detail['reconnects']) > 0, 'the connection is left')
    await server.admin.call('REPLICAOF', 'NO', 'ONE')
    await recovered(store)
  })

  test('no more clients: not connected, and there once a place is free', async () => {
    server = await startRedis()
    await server.admin.config('SET', 'maxclients', '1')
    const causes: string[] = []
    const store = open(server.url, { onFailure: (cause) => causes.push(cause) })
    await until(() => causes.includes('maxclients') || causes.includes('connection_lost'), 'it is turned away')
    expect(await ended(store.touch([touchOf('a')], NOW))).toBe('not_connected')
    await server.admin.config('SET', 'maxclients', '100')
    await recovered(store)
  })

  test('a user with the rights that the README lists can do everything, and one with fewer is told', async () => {
    server = await startRedis()
    const rights =
      '+evalsha +eval +script|load +get +set +setrange +expire +unlink +time +wait +info +config|get +ping +client|setname'
    await server.admin.call('ACL', 'SETUSER', 'rg', 'on', '>secret', '~rg:*', ...rights.split(' '))
    const store = open({ host: '127.0.0.1', port: server.port, username: 'rg', password: 'secret' })
    await untilReady(store)
    for (const values of [1, 2, 3]) expect(await ended(store.touch([touchOf(`a${values}`)], NOW))).toBe('known')
    expect(await ended(store.touch([touchOf('a1')], NOW))).toBe('known')
    expect(await ended(store.touch([touchOf('a1')], { atMs: Date.now(), clock: 'event' }))).toBe('known')
    await store.writeDocument('d', 'text')
    expect(await store.readDocument('d')).toBe('text')
    await store.remove([touchOf('a1')])
    expect(await store.settle({ replicas: 0, timeoutMs: 100 })).toBe(0)
    expect(store.health().detail).toMatchObject({ failed: 0 })
    await server.admin.call('ACL', 'SETUSER', 'rg', '-setrange', '-set')
    expect(await ended(store.touch([touchOf('a2')], NOW))).toBe('noperm')
  })

  test('a wrong password is told as such', async () => {
    server = await startRedis()
    await server.admin.config('SET', 'requirepass', 'right')
    const causes: string[] = []
    const store = open(`redis://:wrong@127.0.0.1:${server.port}`, { onFailure: (cause) => causes.push(cause) })
    await until(() => causes.includes('noauth'), 'it is refused')
    expect(await ended(store.touch([touchOf('a')], NOW))).toBe('not_connected')
  })
})

describe('what stands in Redis', () => {
  test('a value of another type is replaced, counted and said', async () => {
    server = await startRedis()
    const store = open(server.url)
    await untilReady(store)
    const key = `rg:i${'list'.padEnd(20, 'x')}`
    await server.admin.lpush(key, 'x')
    const [reply] = await store.touch([touchOf('list')], NOW)
    expect(reply).toMatchObject({ state: 'known', record: null, corrupt: true })
    expect(await countOf(store, 'list')).toBe(1)
    expect(store.health().detail).toMatchObject({ corrupt: 1 })
  })

  test('every key has a time to live, and nobody else’s client, queue or prefix is in the way', async () => {
    server = await startRedis()
    const host = new Redis({ port: server.port, host: '127.0.0.1', keyPrefix: 'shop:', db: 3 })
    const store = open(host)
    const other = open(host, { prefix: 'other:' })
    await Promise.all([untilReady(store), untilReady(other)])
    await store.touch([touchOf('a'), touchOf('b')], NOW)
    await store.touch([touchOf('a')], NOW)
    await store.writeDocument('lists', '{}')
    await other.touch([touchOf('a')], NOW)
    expect(await countOf(other, 'a')).toBe(1)
    await server.admin.select(3)
    const keys = await server.admin.keys('*')
    expect(keys.sort()).toEqual([
      `shop:other:i${'a'.padEnd(20, 'x')}`,
      'shop:rg:doc:lists',
      `shop:rg:i${'a'.padEnd(20, 'x')}`,
      `shop:rg:i${'b'.padEnd(20, 'x')}`,
    ])
    for (const key of keys) expect(await server.admin.ttl(key)).toBeGreaterThan(3000)
    host.disconnect()
    expect(await countOf(store, 'a')).toBe(2)
  })

  test('a record that is written again and again never has less than seven eighths of its time to live', async () => {
    server = await startRedis()
    const store = open(server.url)
    await untilReady(store)
    const brief = { ...touchOf('a'), program: { ...program, ttlSeconds: 8 } }
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < 150; i++) {
      await store.touch([brief], NOW)
      least = Math.min(least, await server.admin.pttl(`rg:i${'a'.padEnd(20, 'x')}`))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    // A decisecond is a record's unit of time.
    expect(least).toBeGreaterThan(7000 - 100)
    expect(least).toBeLessThan(7900)
  })

  test('settings that lose history are told once', async () => {
    server = await startRedis({ settings: ['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru'] })
    const warnings: RedisWarning[] = []
    const store = open(server.url, { onWarning: (warning) => warnings.push(warning) })
    await until(() => warnings.length === 2, 'both warnings came')
    expect(warnings.map(({ code }) => code).sort()).toEqual(['EVICTING', 'NOT_PERSISTENT'])
    expect(store.health().detail).toMatchObject({ warnings: 'EVICTING NOT_PERSISTENT' })
  })
})

test('a closed store refuses, and leaves no connection behind', async () => {
  server = await startRedis()
  const store = open(server.url)
  await untilReady(store)
  const last = ended(store.touch([touchOf('a')], NOW))
  await store.close({ timeoutMs: 1000 })
  expect(await last).toBe('known')
  expect(await ended(store.touch([touchOf('a')], NOW))).toBe('closed')
  await until(async () => !String(await server.admin.client('LIST')).includes('cmd=evalsha'), 'its connection is gone')
})
