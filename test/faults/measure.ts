import type { Program, Touch } from '@riskguard/core/store'
import type { History } from '../../packages/core/src/history/history.js'

export const DEADLINE_MS = 50
/** What a decision may take on top of its deadline. */
const OVERRUN_MS = 25
const EVENTS = 300
/** Open loop: about 500 events a second, whether or not they are answered. */
const EVERY_MS = 2
const RECOVERY_MS = 10_000

/** What a fault did to the events that came during it. */
export interface Measured {
  readonly answered: number
  readonly expected: number
  readonly reasons: readonly string[]
  readonly p50Ms: number
  readonly p99Ms: number
  /** Of answers while the breaker was open. */
  readonly openP99Ms: number | null
  /** Profiles that were called known (and so perhaps new) by a degraded answer. */
  readonly invented: number
  /** Addresses and limits that went uncounted. */
  readonly unlimited: number
  readonly recovered: boolean
  readonly uncaught: number
}

const counting: Program = {
  ttlSeconds: 600,
  protectAt: 0,
  operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: [600] }],
}
const touchOf = (kind: string, key: string): Touch => ({
  kind,
  key: key.padEnd(20, kind),
  program: counting,
  arguments: [],
})
/** Address, profile, limit. */
const eventOf = (i: number) => [touchOf('i', `ip${i % 7}`), touchOf('p', `user${i % 50}`), touchOf('l', `rule${i % 7}`)]

let uncaught = 0
process.on('uncaughtException', () => uncaught++)
process.on('unhandledRejection', () => uncaught++)

/** Sends events under a fault, then heals it and waits for whole answers. */
export async function measure(history: History, fault: { start(): unknown; heal(): unknown }): Promise<Measured> {
  const uncaughtBefore = uncaught
  const times: number[] = []
  const openTimes: number[] = []
  const reasons = new Set<string>()
  let invented = 0
  let unlimited = 0

  const one = async (i: number) => {
    const from = performance.now()
    const { replies, degraded } = await history.touch(eventOf(i), { atMs: null, clock: 'store' }, from + DEADLINE_MS)
    const took = performance.now() - from
    times.push(took)
    reasons.add(degraded ?? 'complete')
    if (degraded === 'breaker_open') openTimes.push(took)
    if (degraded === null) return
    if (degraded !== 'shard_failed' && replies[1]?.state !== 'failed') invented++
    if (replies[0]?.state !== 'known' || replies[2]?.state !== 'known') unlimited++
  }

  await fault.start()
  const events: Promise<void>[] = []
  const learned: Promise<boolean>[] = []
  for (let i = 0; i < EVENTS; i++) {
    events.push(one(i))
    learned.push(history.learn(eventOf(i), { atMs: null, clock: 'store' }))
    await sleep(EVERY_MS)
  }
  await Promise.race([Promise.all(events), sleep(5_000)])
  await fault.heal()
  const recovered = await untilWhole(history)
  await history.flush({ timeoutMs: 3_000 })
  return {
    answered: times.length,
    expected: EVENTS,
    reasons: [...reasons],
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    openP99Ms: openTimes.length > 0 ? quantile(openTimes, 0.99) : null,
    invented,
    unlimited,
    recovered,
    uncaught: uncaught - uncaughtBefore,
  }
}

/** What of the host contract a measurement breaks, in words. */
export function broken({ answered, expected, p99Ms, invented, unlimited, recovered, uncaught }: Measured): string[] {
  const breaks: string[] = []
  if (answered < expected) breaks.push(`${expected - answered} unanswered`)
  if (p99Ms > DEADLINE_MS + OVERRUN_MS) breaks.push(`p99 over ${DEADLINE_MS + OVERRUN_MS} ms`)
  if (invented > 0) breaks.push(`${invented} profiles invented`)
  if (unlimited > 0) breaks.push(`${unlimited} not counted`)
  if (!recovered) breaks.push('not recovered')
  if (uncaught > 0) breaks.push(`${uncaught} uncaught`)
  return breaks
}

async function untilWhole(history: History): Promise<boolean> {
  const until = performance.now() + RECOVERY_MS
  while (performance.now() < until) {
    const { degraded } = await history.touch(
      eventOf(0),
      { atMs: null, clock: 'store' },
      performance.now() + DEADLINE_MS,
    )
    if (degraded === null) return true
    await sleep(10)
  }
  return false
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
