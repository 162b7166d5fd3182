import type { RiskEngine } from '@riskguard/core'

/** A clock that stands still until it is moved: three weeks of history pass in one test. */
export interface VirtualClock {
  /** ms since the Unix epoch. Bound: it can be passed on by itself. */
  readonly now: () => number
  /** Moves on by `ms`, and returns the new time. @throws RangeError for what isn't a finite number of 0 or more */
  advance(ms: number): number
  /** Jumps to a time, in ms since the Unix epoch; never back. @throws RangeError for an earlier time */
  moveTo(ms: number): number
}

/** @param start ms since the Unix epoch, or a text that `Date.parse` reads. Default 2026-01-05T09:00:00Z, a Monday. */
export function createVirtualClock(start: number | string = '2026-01-05T09:00:00Z'): VirtualClock {
  let nowMs = typeof start === 'number' ? start : Date.parse(start)
  if (!Number.isFinite(nowMs)) throw new RangeError(`A clock can't start at ${String(start)}.`)
  const moveTo = (ms: number): number => {
    if (!Number.isFinite(ms) || ms < nowMs) throw new RangeError(`A virtual clock can't go from ${nowMs} to ${ms}.`)
    nowMs = ms
    return nowMs
  }
  return {
    now: () => nowMs,
    advance: (ms) => moveTo(nowMs + ms),
    moveTo,
  }
}

/**
 * The engine with every event and outcome at the clock's time, unless the caller gives one itself. Behind an adapter it
 * lets an app live through days in seconds. Make the engine with `clock: 'event'`, or times are held to the store's.
 */
export function onClock(engine: RiskEngine, clock: Pick<VirtualClock, 'now'>): RiskEngine {
  return {
    ...engine,
    assess: (input, worked) => engine.assess({ ...input, at: input.at ?? clock.now() }, worked),
    report: (actionId, outcome, options) =>
      engine.report(actionId, { ...outcome, at: outcome.at ?? clock.now() }, options),
  }
}
