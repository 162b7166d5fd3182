import type { RedisServer } from '../../test/redis/redis-server.js'
import { type Child, startChild } from './child.js'
import { countInstructions } from './instructions.js'
import type { Effort } from './options.js'
import { median, quantile } from './statistics.js'

/** ip, device and user, and what each further entity adds. */
export interface RedisTouchCost {
  readonly entities: number
  readonly kI: number | null
  readonly us: number
}

export interface RedisFigures {
  readonly touches: readonly RedisTouchCost[]
  readonly sequential: { readonly touchMs: number; readonly limiterMs: number }
  /** `MEMORY USAGE` of one record; and with its share of Redis' tables, which `used_memory` over many records tells. */
  readonly bytes: readonly {
    readonly kind: string
    readonly events: number
    readonly usage: number
    readonly withTables: number
  }[]
  readonly roundTrips: readonly RoundTrips[]
}

export interface RoundTrips {
  readonly action: string
  readonly entities: number
  readonly perAssessment: number
  readonly perReport: number
  readonly reportEntities: number
}

const IN_FLIGHT = 50
const ENTITY_COUNTS = [1, 3, 4, 5, 6] as const
const ACTIONS = ['login', 'register', 'password_reset', 'checkout'] as const

export async function measureRedis(redis: RedisServer, effort: Effort): Promise<RedisFigures> {
  return withChild('micro/redis-touch.mjs', [redis.url], async (child) => {
    const rounds = effort.restarts
    const samples = new Map<number, { kI: number | null; us: number }[]>()
    for (let round = 0; round < rounds; round++) {
      for (const entities of round % 2 === 0 ? ENTITY_COUNTS : ENTITY_COUNTS.toReversed()) {
        await redis.admin.flushall()
        const calls = Math.ceil(effort.microCalls / 4)
        await child.ask({ order: 'prepare', calls, entities })
        await redis.admin.config('RESETSTAT')
        const stop = await countInstructions(redis.pid())
        await child.ask({ order: 'run', inFlight: IN_FLIGHT })
        const counted = await stop()
        const stats = /cmdstat_evalsha:calls=(\d+),usec=(\d+)/.exec(await redis.admin.info('commandstats'))
        const us = stats === null ? Number.NaN : Number(stats[2]) / Number(stats[1])
        const kI = counted === null ? null : (counted.user + counted.kernel) / calls / 1000
        samples.set(entities, [...(samples.get(entities) ?? []), { kI, us }])
      }
    }
    const touches = ENTITY_COUNTS.map((entities) => {
      const own = samples.get(entities) ?? []
      return {
        entities,
        kI: median(own.map(({ kI }) => kI)),
        us: quantile(
          own.map(({ us }) => us),
          0.2,
        ) as number,
      }
    })
    await redis.admin.flushall()
    const sequential = await child.ask<RedisFigures['sequential']>({
      order: 'sequential',
      calls: Math.min(4000, effort.microCalls),
      rounds: rounds * 2,
    })
    const bytes: RedisFigures['bytes'][number][] = []
    for (const events of [5, 50]) bytes.push(...(await bytesOf(child, redis, effort, events)))
    return { touches, sequential, bytes, roundTrips: await roundTrips(redis, effort) }
  })
}

async function bytesOf(child: Child, redis: RedisServer, effort: Effort, events: number) {
  await redis.admin.flushall()
  const before = await usedMemory(redis)
  const count = Math.ceil(effort.entities / (events === 5 ? 20 : 100))
  const { keys } = await child.ask<{ keys: string[] }>({ order: 'household', count, events })
  const mean = ((await usedMemory(redis)) - before) / (count * keys.length)
  const usages = await Promise.all(keys.map(async (key) => Number(await redis.admin.memory('USAGE', key))))
  const meanUsage = usages.reduce((sum, usage) => sum + usage, 0) / usages.length
  return usages.map((usage, i) => ({
    kind: ['ip', 'device', 'user'][i] as string,
    events,
    usage,
    // The tables of keys and expiries are shared by all kinds alike.
    withTables: usage + mean - meanUsage,
  }))
}

async function usedMemory(redis: RedisServer): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.admin.info('memory'))?.[1])
}

function roundTrips(redis: RedisServer, effort: Effort): Promise<readonly RoundTrips[]> {
  const calls = Math.min(200, effort.microCalls)
  return withChild('micro/engine.mjs', [], (child) =>
    child.ask({ order: 'roundTrips', redisUrl: redis.url, calls, actions: ACTIONS }),
  )
}

export interface MemoryFigures {
  readonly entities: number
  readonly bytesPerEntity: number
  readonly usPerTouch: number
  /** Most that the store held, by its own count, while identities flooded it under the default cap. */
  readonly floodMostMib: number
}

export async function measureMemory(effort: Effort): Promise<MemoryFigures> {
  const runs: { bytesPerEntity: number; usPerTouch: number; entities: number }[] = []
  for (let restart = 0; restart < effort.restarts; restart++) {
    const order = { order: 'scale', entities: effort.entities, visits: 3 }
    runs.push(await withChild('micro/memory.mjs', [], (child) => child.ask(order), ['--expose-gc']))
  }
  const { mostMib } = await withChild(
    'micro/memory.mjs',
    [],
    (child) => child.ask<{ mostMib: number }>({ order: 'flood', identities: effort.entities * 2 }),
    ['--expose-gc'],
  )
  return {
    entities: runs[0]?.entities ?? 0,
    bytesPerEntity: median(runs.map((each) => each.bytesPerEntity)) as number,
    usPerTouch: median(runs.map((each) => each.usPerTouch)) as number,
    floodMostMib: mostMib,
  }
}

export interface WindowFigure {
  readonly perWindow: number
  readonly events: number
  /** Shares of decisions on the wrong side: our ring, and a fixed window for comparison. */
  readonly ring: number
  readonly fixed: number
}

export function measureWindows(effort: Effort): Promise<readonly WindowFigure[]> {
  const windows = effort.name === 'smoke' ? 20 : 400
  return withChild('micro/windows.mjs', [], (child) => child.ask({ order: 'run', windows }))
}

export interface ReadyTiming {
  readonly importMs: number
  readonly makeMs: number
  /** The first assessment, with everything that is compiled on first use. */
  readonly firstMs: number
}

export interface EngineFigures {
  /** ms, medians of fresh processes. */
  readonly ready: ReadyTiming
  /** One assessment by people of a fixed set, on a store that holds this many identities. */
  readonly growth: readonly { readonly identities: number; readonly kI: number | null; readonly cpuUs: number }[]
  readonly doubled: { readonly detectors: number; readonly share: number }
}

const HOT_PEOPLE = 5000
const READY_RUNS = 7

export async function measureEngine(effort: Effort): Promise<EngineFigures> {
  const timings: ReadyTiming[] = []
  for (let i = 0; i < (effort.name === 'smoke' ? 1 : READY_RUNS); i++) {
    timings.push(await withChild('micro/engine.mjs', [], async (child) => child.ready['timing'] as ReadyTiming))
  }
  const middle = (of: (timing: ReadyTiming) => number) => median(timings.map(of)) as number
  const ready = {
    importMs: middle((t) => t.importMs),
    makeMs: middle((t) => t.makeMs),
    firstMs: middle((t) => t.firstMs),
  }
  return { ready, growth: await growth(effort), doubled: await doubled(effort) }
}

/** Room for ten million identities, several records each. */
const GROWTH_MIB = 14 * 1024

function growth(effort: Effort): Promise<EngineFigures['growth']> {
  const people = Math.min(HOT_PEOPLE, effort.people)
  return withChild(
    'micro/engine.mjs',
    [],
    async (child) => {
      await child.ask({ order: 'create', maxMib: GROWTH_MIB })
      const rows: EngineFigures['growth'][number][] = []
      let from = 0
      for (const identities of effort.growth) {
        await child.ask({ order: 'grow', from, to: identities })
        from = identities
        await child.ask({ order: 'run', calls: effort.microCalls, people })
        const found = await repeat(effort.restarts * 2, () =>
          counted(child, { order: 'run', people }, effort.microCalls),
        )
        rows.push({ identities, ...found })
      }
      return rows
    },
    ['--max-old-space-size=8192'],
  )
}

function doubled(effort: Effort): Promise<EngineFigures['doubled']> {
  const loader = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    new URL('../../tools/ts/register.mjs', import.meta.url).href,
  ]
  const people = Math.min(HOT_PEOPLE, effort.people)
  return withChild(
    'micro/detectors-doubled.mjs',
    [],
    async (child) => {
      const calls = Math.ceil(effort.microCalls / 2)
      const shares: (number | null)[] = []
      for (let round = 0; round <= effort.restarts * 2; round++) {
        const cost = async (which: string) => {
          const { kI, cpuUs } = await counted(child, { order: 'run', which, people }, calls)
          return kI ?? cpuUs
        }
        const once = await cost('once')
        const share = (await cost('twice')) / once - 1
        // The first round warms up.
        if (round > 0) shares.push(share)
      }
      return { detectors: child.ready['detectors'] as number, share: median(shares) as number }
    },
    loader,
  )
}

async function counted(child: Child, order: object, calls: number): Promise<{ kI: number | null; cpuUs: number }> {
  const stop = await countInstructions(child.pid)
  const { cpuUs } = await child.ask<{ cpuUs: number }>({ ...order, calls })
  const found = await stop()
  return { kI: found === null ? null : (found.user + found.kernel) / calls / 1000, cpuUs }
}

async function repeat(times: number, run: () => Promise<{ kI: number | null; cpuUs: number }>) {
  const found: { kI: number | null; cpuUs: number }[] = []
  for (let i = 0; i < times; i++) found.push(await run())
  return {
    kI: median(found.map(({ kI }) => kI)),
    cpuUs: quantile(
      found.map(({ cpuUs }) => cpuUs),
      0.2,
    ) as number,
  }
}

async function withChild<T>(
  file: string,
  args: readonly string[],
  use: (child: Child) => Promise<T>,
  flags: readonly string[] = [],
): Promise<T> {
  const child = await startChild(file, args, flags)
  try {
    return await use(child)
  } finally {
    await child.stop()
  }
}
