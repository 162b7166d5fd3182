import type { RedisServer } from '../../test/redis/redis-server.js'
import type { Child } from './child.js'
import type { Effort } from './options.js'
import { nameOf, type Subject } from './plan.js'
import { median } from './statistics.js'
import { startSubjects } from './throughput.js'

export interface LatencyRow {
  readonly subject: string
  readonly p50Ms: number
  readonly p90Ms: number
  readonly p99Ms: number
}

interface Quantiles {
  readonly refused: number
  readonly p50: number
  readonly p90: number
  readonly p99: number
}

const CONNECTIONS = 50
const MEASURED: Readonly<Record<string, readonly string[]>> = {
  get: [
    'bare',
    'express-rate-limit-memory',
    'store-memory',
    'express-rate-limit-redis',
    'rate-limiter-flexible-redis',
    'store-redis',
  ],
  login: ['bare', 'express-rate-limit-redis', 'rate-limiter-flexible-redis', 'whole-memory', 'whole-redis'],
}

/** Open loop on Express: requests come at a fixed rate, however long the answers take. No counters are attached. */
export async function measureLatency(options: {
  readonly redis: RedisServer
  readonly loader: Child
  readonly effort: Effort
  readonly say: (line: string) => void
}): Promise<readonly LatencyRow[]> {
  const { redis, loader, effort } = options
  const only = ({ kind, guard }: Subject) => MEASURED[kind]?.includes(guard) === true
  const found = new Map<string, Quantiles[]>()
  for (let restart = 0; restart < effort.restarts; restart++) {
    options.say(`latency: start ${restart + 1} of ${effort.restarts}`)
    await redis.admin.flushall()
    const { running, stop } = await startSubjects({ framework: 'express', redis, loader, warmUp: effort.warmUp, only })
    try {
      for (const { subject, port } of restart % 2 === 0 ? running : running.toReversed()) {
        const order = {
          port,
          kind: subject.kind,
          connections: CONNECTIONS,
          seconds: effort.latencySeconds,
          rate: effort.latencyRate,
        }
        const quantiles = await loader.ask<Quantiles>({ order: 'open', ...order })
        if (quantiles.refused > 0) throw new Error(`${quantiles.refused} requests were refused by ${nameOf(subject)}`)
        found.set(nameOf(subject), [...(found.get(nameOf(subject)) ?? []), quantiles])
      }
    } finally {
      await stop()
    }
  }
  return [...found].map(([subject, runs]) => ({
    subject,
    p50Ms: median(runs.map(({ p50 }) => p50)) as number,
    p90Ms: median(runs.map(({ p90 }) => p90)) as number,
    p99Ms: median(runs.map(({ p99 }) => p99)) as number,
  }))
}
