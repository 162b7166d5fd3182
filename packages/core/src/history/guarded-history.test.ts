import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createFaultyStore, type Fault, type FaultyStore, faultNames } from '../../../../test/faults/faulty-store.js'
import { until } from '../../../../test/redis/until.js'
import { type Program, readCount, type Touch, type TouchReply } from '../store/index.js'
import { createMemoryStore } from '../stores/memory/index.js'
import { entities, LIMIT_CODE } from './entity.js'
import { createHistory, type HistoryOptions } from './guarded-history.js'
import type { History } from './history.js'

const NOW = 1_700_000_000_000
const AT = { atMs: NOW, clock: 'event' } as const
const MIB = 1024 * 1024
const WIDTHS = [600]
const counting: Program = {
  ttlSeconds: 3600,
  protectAt: 0,
  operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: WIDTHS }],
}

const touchOf = (kind: string, key = 'A'.repeat(20)): Touch => ({ kind, key, program: counting, arguments: [] })
/** An address, a profile, a device and a limit: two that can be counted here and two that can't. */
const event = [
  touchOf(entities.ip.code),
  touchOf(entities.profile.code),
  touchOf(entities.device.code),
  touchOf(LIMIT_CODE),
]
const states = (replies: readonly TouchReply[]) => replies.map(({ state }) => state)
const counted = (reply: TouchReply | undefined) =>
  reply?.state === 'known' ? readCount(reply.record, 1, WIDTHS, 0, NOW).upperBound : null

let store: FaultyStore
let history: History
let unhandled: unknown[]
const onUnhandled = (reason: unknown) => unhandled.push(reason)

function start(options: Partial<HistoryOptions> & { readonly answers?: 'at_once' | 'later' } = {}): void {
  const { answers = 'later', ...rest } = options
  store = createFaultyStore(createMemoryStore({ maxBytes: MIB }), answers)
  history = createHistory({ store, deadlineMs: 20, fallback: createMemoryStore({ maxBytes: MIB }), ...rest })
}

const touchNow = async (touches: readonly Touch[] = event) => history.touch(touches, AT, performance.now() + 20)

/** Events until the breaker opens. */
async function open(fault: Fault): Promise<void> {
  store.fault = fault
  for (let i = 0; i < 5; i++) await touchNow()
  expect(history.health().breaker).not.toBe('closed')
}

beforeEach(() => {
  unhandled = []
  process.on('unhandledRejection', onUnhandled)
  start()
})

afterEach(async () => {
  store.release()
  await history.close({ timeoutMs: 0 })
  await new Promise(setImmediate)
  process.off('unhandledRejection', onUnhandled)
  expect(unhandled).toEqual([])
})

describe('a store that works', () => {
  test('answers at once when the store does, without a promise', () => {
    start({ answers: 'at_once' })
    const answer = history.touch(event, AT, performance.now() + 20)
    expect(answer).not.toBeInstanceOf(Promise)
    expect(answer).toMatchObject({ degraded: null, replies: event.map(() => ({ state: 'known', record: null })) })
  })

  test('answers with the store’s own replies, complete', async () => {
    await touchNow()
    const { replies, degraded } = await touchNow()
    expect(degraded).toBeNull()
    expect(replies.map(counted)).toEqual([1, 1, 1, 1])
    expect(history.health()).toMatchObject({ breaker: 'closed', queued: 0, dropped: 0, failures: {} })
  })
})

describe('a store that fails', () => {
  const degradedBy: Partial<Record<Fault, string>> = {
    hang: 'deadline',
    throw: 'store_unreachable',
    reject: 'store_unreachable',
    not_connected: 'store_unreachable',
    reject_nothing: 'store_unreachable',
    readonly: 'store_error',
    all_failed: 'store_error',
    shard: 'shard_failed',
    slow_shard: 'shard_failed',
    slow_everywhere: 'deadline',
  }

  test.each(faultNames)('that is said, counters carry on, what was learned is failed: %s', async (fault) => {
    store.fault = fault
    const first = await touchNow()
    const second = await touchNow()
    expect(second.degraded).toBe(degradedBy[fault] ?? 'store_garbage')
    expect(states(first.replies)).toEqual(['known', fault.endsWith('shard') ? 'known' : 'failed', 'failed', 'known'])
    // The address (and the limit, unless the working shard had it) was counted here the first time.
    expect(counted(second.replies[0])).toBe(1)
    expect(counted(second.replies[3])).toBe(1)
  })

  test('without a local store everything is failed, never new', async () => {
    start({ fallback: undefined })
    store.fault = 'reject'
    expect(states((await touchNow()).replies)).toEqual(['failed', 'failed', 'failed', 'failed'])
  })

  test('ignores what comes after the deadline', async () => {
    store.fault = 'hang'
    const { degraded } = await touchNow()
    store.release()
    await new Promise(setImmediate)
    expect(degraded).toBe('deadline')
    expect(history.health().failures).toMatchObject({ deadline: 1, late_reply: 1 })
  })

  test('stops being asked after five failures in a row', async () => {
    await open('reject')
    const before = store.calls
    const answer = history.touch(event, AT, performance.now() + 20)
    expect(answer).toMatchObject({ degraded: 'breaker_open' })
    expect(store.calls).toBe(before)
  })

  test('is asked again by itself, and answers are complete again', async () => {
    await open('hang')
    store.fault = 'none'
    await until(() => history.health().breaker === 'closed', 'the breaker closes')
    expect((await touchNow()).degraded).toBeNull()
  })

  test('doesn’t get what was counted here meanwhile, and the local count goes on in the next outage', async () => {
    await open('reject')
    store.fault = 'none'
    await until(() => history.health().breaker === 'closed', 'the breaker closes')
    // Its five replies were lost after it had counted them: five, not ten.
    expect(counted((await touchNow()).replies[3])).toBe(5)
    store.fault = 'not_connected'
    expect(counted((await touchNow()).replies[3])).toBe(5)
    expect(counted((await touchNow()).replies[3])).toBe(6)
  })

  test('a host that blocks its own loop is not taken for a store that fails', async () => {
    store.fault = 'hang'
    const replies = Array.from({ length: 20 }, () => touchNow())
    // The replies arrive with the sockets, which are read after the late timers.
    setTimeout(() => setImmediate(() => store.release()), 0)
    const busyUntil = performance.now() + 60
    while (performance.now() < busyUntil);
    const answers = await Promise.all(replies)
    expect(answers.map(({ degraded }) => degraded)).toEqual(answers.map(() => null))
    expect(history.health().breaker).toBe('closed')
  })

  test('a decision that had hardly any time left says nothing about the store', async () => {
    store.fault = 'hang'
    for (let i = 0; i < 10; i++) {
      expect((await history.touch(event, AT, performance.now() - 1)).degraded).toBe('deadline')
    }
    expect(history.health().breaker).toBe('closed')
  })
})

describe('outcomes', () => {
  const learned = [touchOf(entities.ip.code), touchOf(entities.profile.code)]

  test('are written in order', async () => {
    const order: string[] = []
    const keys = Array.from({ length: 100 }, (_, i) => String(i).padStart(20, '0'))
    const inner = store.touch
    store.touch = (touches, options) => {
      order.push(touches[0]?.key ?? '')
      return inner(touches, options)
    }
    expect(await Promise.all(keys.map((key) => history.learn([touchOf('i', key)], AT)))).toEqual(keys.map(() => true))
    expect(order).toEqual(keys)
  })

  test('wait while the store is away, and each is sent once when it is back', async () => {
    await open('reject')
    const results = Array.from({ length: 50 }, () => history.learn(learned, AT))
    expect(history.health().queued).toBe(50)
    store.fault = 'none'
    expect(await Promise.all(results)).toEqual(results.map(() => true))
    const profile = (await touchNow()).replies[1]
    expect(counted(profile)).toBe(55)
  })

  test('whose fate is unknown are not sent again', async () => {
    store.fault = 'reject'
    expect(await history.learn(learned, AT)).toBe(false)
    expect(store.calls).toBe(1)
    expect(history.health()).toMatchObject({ queued: 0, dropped: 1, failures: { rejected: 1 } })
  })

  test('that certainly never reached the store go again, in their order', async () => {
    store.fault = 'not_connected'
    const results = Array.from({ length: 40 }, () => history.learn(learned, AT))
    await new Promise(setImmediate)
    expect(history.health()).toMatchObject({ queued: 40, dropped: 0 })
    store.fault = 'none'
    expect(await Promise.all(results)).toEqual(results.map(() => true))
    expect(counted((await touchNow()).replies[1])).toBe(40)
  })

  test('count here while the store is away', async () => {
    await open('reject')
    void history.learn(learned, AT)
    expect(counted((await touchNow()).replies[0])).toBe(6)
  })

  test('beyond the limit are refused and counted', async () => {
    start({ maxQueued: 10 })
    await open('reject')
    const results = Array.from({ length: 15 }, () => history.learn(learned, AT))
    expect(await Promise.all(results.slice(10))).toEqual([false, false, false, false, false])
    expect(history.health()).toMatchObject({ queued: 10, dropped: 5, failures: { queue_full: 5 } })
  })

  test('are waited for by flush, which gives up in time', async () => {
    await open('reject')
    const result = history.learn(learned, AT)
    await history.flush({ timeoutMs: 1 })
    expect(history.health().queued).toBe(1)
    store.fault = 'none'
    await history.flush({ timeoutMs: 10_000 })
    expect(await result).toBe(true)
  })
})

describe('the end', () => {
  test('answers what waits, drops what is queued, and leaves no timer', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate')
    const before = timers().length
    store.fault = 'hang'
    const pending = history.touch(event, AT, performance.now() + 10_000)
    await open('hang')
    const outcome = history.learn(event, AT)
    await history.close({ timeoutMs: 0 })
    expect(await pending).toMatchObject({ degraded: 'closed' })
    expect(await outcome).toBe(false)
    expect(timers().length).toBeLessThanOrEqual(before)
    expect(await history.learn(event, AT)).toBe(false)
    expect(history.touch(event, AT, performance.now() + 20)).toMatchObject({ degraded: 'closed' })
  })

  test('is not held up by a store that does not close', async () => {
    store.close = () => new Promise(() => undefined)
    await history.close({ timeoutMs: 5 })
    store.close = () => Promise.reject(new Error('no'))
    await history.close({ timeoutMs: 5 })
  })
})

// `pnpm faults` does it with 600,000; the queue and the local store are full after the first 10,000.
test('a dead store and 60,000 events grow the heap by less than 16 MiB, and say so in a few lines', async () => {
  const lines: string[] = []
  start({ onWarning: (line) => lines.push(line), fallback: createMemoryStore({ maxBytes: 8 * MIB }) })
  await open('not_connected')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = used()
  const kinds = ['i', 'n', 'd', 'p', 't']
  for (let i = 0; i < 60_000; i++) {
    const touches = kinds.map((kind) => touchOf(kind, `${kind}${i}`.padEnd(20, '0')))
    await history.touch(touches, AT, performance.now() + 20)
    void history.learn(touches, AT)
  }
  const grown = used() - before
  const { queued, dropped } = history.health()
  expect(queued).toBe(10_000)
  expect(queued + dropped).toBe(60_000)
  expect(grown).toBeLessThan(16 * MIB)
  expect(lines.length).toBeLessThanOrEqual(10)
  expect(lines.length).toBeGreaterThan(0)
})

test('the operator is told what keeps a store away, in the store’s own word', async () => {
  const warnings: string[] = []
  const faulty = createFaultyStore(createMemoryStore({ maxBytes: MIB }), 'later')
  const health = () => ({ kind: 'redis', ready: false, detail: { connection: 'ECONNREFUSED' } }) as const
  const told = createHistory({
    store: { ...faulty, touch: faulty.touch, health },
    onWarning: (line) => warnings.push(line),
  })
  faulty.fault = 'not_connected'
  await told.touch(event, AT, performance.now() + 20)
  expect(warnings).toEqual(['The history store is out of reach. (not_connected: ECONNREFUSED)'])
  await told.close({ timeoutMs: 100 })
})
