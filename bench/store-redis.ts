/**
 * What one call of the Redis store costs, for three entities (ip, device, profile):
 * node tools/run-ts.mjs bench/store-redis.ts [--events 15000] [--rounds 3] [--in-flight 50]
 *
 * Redis' own instructions are counted with `perf` where the machine has counters; its µs come from `INFO commandstats`,
 * bytes from `MEMORY USAGE`. Traffic: people with one to three devices, half of them sharing an address with another,
 * some behind large shared ones, over four hours of event time.
 */
import { createHash } from 'node:crypto'
import type { Operation, Program, StorePort, Touch, TouchOptions } from '@riskguard/core/store'
import { redisStore } from '@riskguard/redis'
import { startRedis } from '../test/redis/redis-server.js'
import { untilReady } from '../test/redis/until.js'
import { countInstructions } from './measure/instructions.js'

const DAY_S = 86_400
const DAY_MS = DAY_S * 1000
const START_MS = Date.UTC(2026, 10, 21, 8)
const SPAN_MS = 4 * 3_600_000
const PEOPLE = 5000

const counts: Operation = { kind: 'count', slot: 1, add: 1, widthsDs: [100, 6000, 144_000] }
const rate: Operation = { kind: 'baseline', slot: 2, add: 1, widthDs: 36_000 }
const distinct = (slot: number, argument: number): Operation => ({
  kind: 'distinct',
  slot,
  cap: 64,
  maxAgeMs: DAY_MS,
  argument,
})
const ipProgram: Program = {
  ttlSeconds: 2 * DAY_S,
  protectAt: 0,
  operations: [counts, rate, distinct(3, 0), distinct(4, 1)],
}
const deviceProgram: Program = { ...ipProgram, ttlSeconds: 30 * DAY_S }
const profileProgram: Program = { ttlSeconds: 90 * DAY_S, protectAt: 0, operations: [counts, rate] }

interface Event {
  readonly atMs: number
  readonly touches: readonly Touch[]
}

/** The same events in every run. */
function traffic(events: number): readonly Event[] {
  let state = 1
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return Array.from({ length: events }, (_, i) => {
    const person = Math.floor(random() * PEOPLE)
    const where = random()
    const device = random() < 0.85 ? 0 : 1 + Math.floor(random() * 2)
    const ip =
      where < 0.82
        ? `home${person >> 1}`
        : where < 0.97
          ? `shared${Math.floor(random() * 10)}`
          : `rare${Math.floor(random() * 1e6)}`
    const [ipKey, deviceKey, profileKey] = [keyOf(ip), keyOf(`${person}.${device}`), keyOf(`p${person}`)]
    const [ipMember, deviceMember, profileMember] = [ipKey, deviceKey, profileKey].map((key) => key.slice(0, 6))
    return {
      atMs: START_MS + Math.floor((i / events) * SPAN_MS),
      touches: [
        {
          kind: 'i',
          key: ipKey,
          program: ipProgram,
          arguments: [profileMember as string, deviceMember as string],
        },
        {
          kind: 'd',
          key: deviceKey,
          program: deviceProgram,
          arguments: [profileMember as string, ipMember as string],
        },
        { kind: 'p', key: profileKey, program: profileProgram, arguments: [] },
      ],
    }
  })
}

function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 20)
}

async function run(store: StorePort, events: readonly Event[], clock: TouchOptions['clock'], inFlight: number) {
  let next = 0
  const lane = async () => {
    while (next < events.length) {
      const event = events[next++] as Event
      await store.touch(event.touches, { atMs: clock === 'event' ? event.atMs : null, clock })
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
}

const argument = (name: string, fallback: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}

const server = await startRedis()
const store = redisStore(server.url)
await untilReady(store)
try {
  const events = traffic(argument('events', 15_000))
  const rounds = argument('rounds', 3)
  const inFlight = argument('in-flight', 50)
  const rows: Record<string, unknown>[] = []
  for (let round = 0; round < rounds; round++) {
    for (const clock of ['event', 'store'] as const) {
      await server.admin.flushall()
      await run(store, events.slice(0, events.length / 2), clock, inFlight)
      await server.admin.config('RESETSTAT')
      const measured = events.slice(events.length / 2)
      const counters = await Promise.all([countInstructions(server.pid()), countInstructions(process.pid)])
      const started = performance.now()
      await run(store, measured, clock, inFlight)
      const seconds = (performance.now() - started) / 1000
      const [redis, node] = await Promise.all(counters.map((stop) => stop()))
      const stats = await server.admin.info('commandstats')
      const us = /cmdstat_evalsha:calls=(\d+),usec=(\d+)/.exec(stats)
      const perCall = (total: number | undefined) =>
        total === undefined ? null : Math.round(total / measured.length / 100) / 10
      rows.push({
        clock,
        'calls/s': Math.round(measured.length / seconds),
        'redis kI user': perCall(redis?.user),
        'redis kI kernel': perCall(redis?.kernel),
        'redis µs': us === null ? null : Math.round((Number(us[2]) / Number(us[1])) * 10) / 10,
        'node kI': node === null || node === undefined ? null : perCall(node.user + node.kernel),
        scripts: Number(us?.[1] ?? 0) / measured.length,
        inner: [...stats.matchAll(/cmdstat_(get|getex|set|setrange|expire|time):calls=(\d+)/g)]
          .map(([, name, calls]) => `${name} ${(Number(calls) / measured.length).toFixed(2)}`)
          .join(', '),
      })
    }
  }
  console.table(rows)
  console.table(await bytesPerEntity(store))
} finally {
  await store.close({ timeoutMs: 1000 })
  await server.stop()
}

/** Redis' memory for one ip, device or profile after few and many events of typical people. */
async function bytesPerEntity(target: StorePort) {
  const rows: Record<string, unknown>[] = []
  for (const [kind, program, members] of [
    ['i', ipProgram, 2],
    ['d', deviceProgram, 2],
    ['p', profileProgram, 0],
  ] as const) {
    for (const happened of [5, 50]) {
      const key = keyOf(`bytes${kind}${happened}`)
      for (let i = 0; i < happened; i++) {
        const values = Array.from({ length: members }, (_, m) => keyOf(`m${m}.${i % 3}`).slice(0, 6))
        const touch: Touch = { kind, key, program, arguments: values }
        await target.touch([touch], { atMs: START_MS + i * 60_000, clock: 'event' })
      }
      const full = `rg:${kind}${key}`
      rows.push({
        kind,
        events: happened,
        record: await server.admin.strlen(full),
        'memory usage': await server.admin.memory('USAGE', full),
      })
    }
  }
  return rows
}
