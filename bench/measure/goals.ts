/** The goals for speed, and how a run stands to each of them. */
import type { Results } from './results.js'
import type { ThroughputRow } from './throughput.js'

export interface Goal {
  readonly what: string
  readonly unit: string
  readonly better: 'lower' | 'higher'
  readonly gate: number
  readonly stretch: number | null
  readonly measured: number | null
}

export type Standing = 'met' | 'stretch met' | 'missed' | 'not measured'

/** Express's own throughput varies by so much between two starts of the same app. */
const EXPRESS_NOISE = 0.05

export function standingOf({ measured, gate, stretch, better }: Goal): Standing {
  if (measured === null || !Number.isFinite(measured)) return 'not measured'
  const reaches = (goal: number) => (better === 'lower' ? measured <= goal : measured >= goal)
  if (stretch !== null && reaches(stretch)) return 'stretch met'
  return reaches(gate) ? 'met' : 'missed'
}

export function judge(results: Results): readonly Goal[] {
  const { throughput, redis, memory, windows, engine } = results
  const row = (framework: string, guard: string, kind = 'login') =>
    throughput.find((each) => each.framework === framework && each.guard === guard && each.kind === kind)
  const added = (framework: string, guard: string, kind: string) => row(framework, guard, kind)?.addedKi ?? null
  const over = (framework: string, ours: string, peer: string, kind: string) =>
    ratio(row(framework, ours, kind), row(framework, peer, kind))
  const touch = (entities: number) => redis?.touches.find((each) => each.entities === entities) ?? null
  const [three, six] = [touch(3), touch(6)]
  const bytes = (kind: string, events: number) =>
    redis?.bytes.find((each) => each.kind === kind && each.events === events)?.withTables ?? null
  const most = (values: readonly number[] | undefined) => (values === undefined ? null : Math.max(...values))
  const lower = (what: string, unit: string, gate: number, stretch: number | null, measured: number | null): Goal => ({
    what,
    unit,
    better: 'lower',
    gate,
    stretch,
    measured,
  })
  const higher = (what: string, gate: number, stretch: number, measured: number | null): Goal => ({
    what,
    unit: '×',
    better: 'higher',
    gate,
    stretch,
    measured,
  })
  return [
    lower('store alone, memory: added on Koa', 'kI', 16, 12, added('koa', 'store-memory', 'get')),
    lower('store alone, memory: added on Express 5', 'kI', 90, 71, added('express', 'store-memory', 'get')),
    lower('store alone, memory: added on Nest', 'kI', 65, 45, added('nest', 'store-memory', 'get')),
    lower('whole assessment, memory, warm: added on Koa', 'kI', 90, 60, added('koa', 'whole-memory', 'login')),
    higher(
      `whole, Redis: Express ÷ express-rate-limit + Redis (± ${EXPRESS_NOISE})`,
      1,
      1.1,
      over('express', 'whole-redis', 'express-rate-limit-redis', 'login'),
    ),
    higher(
      `whole, Redis: Express ÷ rate-limiter-flexible Redis (± ${EXPRESS_NOISE})`,
      0.95,
      1,
      over('express', 'whole-redis', 'rate-limiter-flexible-redis', 'login'),
    ),
    higher(
      'whole, Redis: Koa ÷ koa-ratelimit Redis',
      0.9,
      1,
      over('koa', 'whole-redis', 'koa-ratelimit-redis', 'login'),
    ),
    higher('whole, Redis: Nest ÷ throttler Redis', 1, 1.08, over('nest', 'whole-redis', 'throttler-redis', 'login')),
    lower(
      'script calls per assessment, one Redis',
      '',
      1,
      1,
      most(redis?.roundTrips.map((each) => each.perAssessment)),
    ),
    lower('script calls per report, one Redis', '', 1, 1, most(redis?.roundTrips.map((each) => each.perReport))),
    lower('Redis, three entities', 'kI', 150, 119, three?.kI ?? null),
    lower('Redis, three entities', 'µs', 17, 14, three?.us ?? null),
    lower('Redis, each further entity', 'µs', 6, null, three === null || six === null ? null : (six.us - three.us) / 3),
    lower(
      'sequential p50 over a limiter’s script',
      'µs',
      25,
      17,
      redis === null ? null : (redis.sequential.touchMs - redis.sequential.limiterMs) * 1000,
    ),
    lower('Redis bytes of an ip, 5 events', 'B', 260, 237, bytes('ip', 5)),
    lower('Redis bytes of an ip, 50 events', 'B', 300, 266, bytes('ip', 50)),
    lower('Redis bytes of a device, 5 events', 'B', 260, 237, bytes('device', 5)),
    lower('Redis bytes of a device, 50 events', 'B', 300, 266, bytes('device', 50)),
    lower('Redis bytes of a user, 50 events', 'B', 2048, null, bytes('user', 50)),
    lower(
      `memory store, bytes per entity at ${thousands(memory?.entities)}`,
      'B',
      220,
      203,
      memory?.bytesPerEntity ?? null,
    ),
    lower('memory store, CPU per touch', 'µs', 2.5, 2, memory?.usPerTouch ?? null),
    lower('memory store, most held in a flood', 'MiB', 64, null, memory?.floodMostMib ?? null),
    lower(
      'windows on the wrong side, bursty, worst rate',
      '%',
      2.5,
      1.3,
      percent(most(windows?.map((each) => each.ring))),
    ),
    lower(
      'cold request, whole, memory: added CPU on Koa',
      'µs',
      250,
      150,
      row('koa', 'whole-memory', 'cold')?.addedCpuUs ?? null,
    ),
    lower(growthName(results), '%', 5, 0, engine === null ? null : growthShare(engine.growth)),
    lower('detectors doubled', '%', 10, 0, percent(engine?.doubled.share ?? null)),
    lower(
      'engine ready: import and construction',
      'ms',
      150,
      null,
      engine === null ? null : engine.ready.importMs + engine.ready.makeMs,
    ),
  ]
}

/** Of each subject's share of the bare framework, so that a slow moment of the machine falls on both. */
function ratio(ours: ThroughputRow | undefined, peer: ThroughputRow | undefined): number | null {
  return ours === undefined || peer === undefined ? null : ours.ratio / peer.ratio
}

function growthName({ engine }: Results): string {
  const [first, last] = [engine?.growth[0], engine?.growth.at(-1)]
  return `growth of identities, ${thousands(first?.identities)} → ${thousands(last?.identities)}`
}

function growthShare(growth: readonly { readonly kI: number | null; readonly cpuUs: number }[]): number | null {
  const [first, last] = [growth[0], growth.at(-1)]
  if (first === undefined || last === undefined) return null
  return percent((last.kI ?? last.cpuUs) / (first.kI ?? first.cpuUs) - 1)
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100
}

function thousands(value: number | undefined): string {
  return value === undefined ? '?' : value.toLocaleString('en')
}
