export const DEADLINE_MS = 50
/** What a decision may take on top of its deadline. */
const OVERRUN_MS = 25
const EVENTS = 300
/** Open loop: about 500 events a second, whether or not they are answered. */
const EVERY_MS = 2
/** Before the fault, at the same pace: warms the code up, and tells what the machine itself takes. */
const HEALTHY_EVENTS = 150
const RECOVERY_MS = 10_000

/** What a fault did to the events that came during it. */
export interface Measured {
  readonly answered: number
  readonly expected: number
  readonly reasons: readonly string[]
  /** 99 of 100 events took this much or less before the fault: the host and the machine without it. */
  readonly healthyP99Ms: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Of answers while the breaker was open. */
  readonly openP99Ms: number | null
  /** What the events' answers got wrong, with how often. */
  readonly wrong: Readonly<Record<string, number>>
  readonly recovered: boolean
  readonly uncaught: number
}

/** How one event went. */
export interface Seen {
  /** The reason the answer gave, null = complete. */
  readonly degraded: string | null
  /** What the answer got wrong, in words. */
  readonly wrong: string | null
}

/** What is put under a fault: something that answers events. */
export interface Subject {
  /** Sends event `i` and tells how it went. */
  one(i: number): Promise<Seen>
  flush(options: { readonly timeoutMs: number }): Promise<void>
}

let uncaught = 0
process.on('uncaughtException', () => uncaught++)
process.on('unhandledRejection', () => uncaught++)

/** Sends events under a fault, then heals it and waits for whole answers. */
export async function measure(subject: Subject, fault: { start(): unknown; heal(): unknown }): Promise<Measured> {
  const uncaughtBefore = uncaught
  const times: number[] = []
  const openTimes: number[] = []
  const reasons = new Set<string>()
  const wrong: Record<string, number> = {}

  const one = async (i: number) => {
    const from = performance.now()
    const seen = await subject.one(i)
    const took = performance.now() - from
    times.push(took)
    reasons.add(seen.degraded ?? 'complete')
    if (seen.degraded === 'breaker_open') openTimes.push(took)
    if (seen.wrong !== null) wrong[seen.wrong] = (wrong[seen.wrong] ?? 0) + 1
  }

  await Promise.all(await paced(HEALTHY_EVENTS, one))
  const healthyP99Ms = quantile(times.splice(0), 0.99)
  reasons.clear()
  await fault.start()
  const events = await paced(EVENTS, one)
  await Promise.race([Promise.all(events), sleep(5_000)])
  await fault.heal()
  const recovered = await untilWhole(subject)
  await subject.flush({ timeoutMs: 3_000 })
  return {
    answered: times.length,
    expected: EVENTS,
    reasons: [...reasons],
    healthyP99Ms,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    openP99Ms: openTimes.length > 0 ? quantile(openTimes, 0.99) : null,
    wrong,
    recovered,
    uncaught: uncaught - uncaughtBefore,
  }
}

/** Whether time is all that a measurement breaks. */
export function brokenByTimeOnly(measured: Measured): boolean {
  return isSlow(measured) && broken(measured).length === 1
}

function isSlow({ healthyP99Ms, p99Ms }: Pick<Measured, 'healthyP99Ms' | 'p99Ms'>): boolean {
  return p99Ms - healthyP99Ms > DEADLINE_MS + OVERRUN_MS
}

/** Starts events at their pace, whether or not earlier ones are answered. */
async function paced(count: number, one: (i: number) => Promise<void>): Promise<readonly Promise<void>[]> {
  const events: Promise<void>[] = []
  for (let i = 0; i < count; i++) {
    events.push(one(i))
    await sleep(EVERY_MS)
  }
  return events
}

/** What of the host contract a measurement breaks, in words. */
export function broken({ answered, expected, healthyP99Ms, p99Ms, wrong, recovered, uncaught }: Measured): string[] {
  const breaks: string[] = []
  if (answered < expected) breaks.push(`${expected - answered} unanswered`)
  if (isSlow({ healthyP99Ms, p99Ms })) breaks.push(`more than ${DEADLINE_MS + OVERRUN_MS} ms added`)
  for (const [what, times] of Object.entries(wrong)) breaks.push(`${times} × ${what}`)
  if (!recovered) breaks.push('not recovered')
  if (uncaught > 0) breaks.push(`${uncaught} uncaught`)
  return breaks
}

async function untilWhole(subject: Subject): Promise<boolean> {
  const until = performance.now() + RECOVERY_MS
  while (performance.now() < until) {
    if ((await subject.one(0)).degraded === null) return true
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
