import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { touchScript } from './scripts/touch.lua.js'

/** One connection to one server, and what is under way on it. Redis answers a connection's commands in order. */
export interface Lane {
  readonly redis: Redis
  /** Commands without an answer yet. */
  pending: number
  /** Answers so far, good or bad. */
  answered: number
}

const TOUCH_SHA = createHash('sha1').update(touchScript).digest('hex')

export function createLane(redis: Redis): Lane {
  return { redis, pending: 0, answered: 0 }
}

/** Counts a command as under way on the lane until it settles. */
export function track<T>(lane: Lane, answer: Promise<T>): Promise<T> {
  lane.pending++
  return answer.then(
    (value) => {
      lane.pending--
      lane.answered++
      return value
    },
    (error: unknown) => {
      lane.pending--
      lane.answered++
      throw error
    },
  )
}

/** Puts the script into the server's cache ahead of the first call; where that isn't allowed, the first call does it. */
export function loadScripts(redis: Redis): void {
  redis.script('LOAD', touchScript).catch(ignoreFailure)
}

/** Runs touch.lua over `keys`; `args` are the time and one program per key. */
export function callTouch(lane: Lane, keys: readonly string[], args: readonly string[]): Promise<unknown> {
  return track(lane, lane.redis.callBuffer('evalsha', TOUCH_SHA, String(keys.length), ...keys, ...args)).catch(
    (error: unknown) => {
      if (!isUnknownScript(error)) throw error
      return track(lane, evalTouch(lane.redis, keys, args))
    },
  )
}

/**
 * One call of touch.lua per key, all in one write. Settles always; an entity's reply is the script's or an Error.
 */
export function pipelineTouch(
  lane: Lane,
  keys: readonly string[],
  timeText: string,
  programs: readonly string[],
): Promise<readonly unknown[]> {
  const pipeline = lane.redis.pipeline()
  for (let i = 0; i < keys.length; i++) {
    pipeline.callBuffer('evalsha', TOUCH_SHA, '1', keys[i] as string, timeText, programs[i] as string)
  }
  const answers = pipeline.exec().then((results) =>
    Promise.all(
      keys.map((key, i) => {
        const [error, reply] = results?.[i] ?? [new Error('no answer'), null]
        if (error === null) return reply
        return isUnknownScript(error)
          ? evalTouch(lane.redis, [key], [timeText, programs[i] as string]).catch(asAnswer)
          : error
      }),
    ),
  )
  return track(lane, answers)
}

/** Runs the script by its text: the only retry, and only after the server said that it ran nothing. */
export function evalTouch(redis: Redis, keys: readonly string[], args: readonly string[]): Promise<unknown> {
  return redis.callBuffer('eval', touchScript, String(keys.length), ...keys, ...args)
}

function isUnknownScript(error: unknown): boolean {
  return typeof error === 'object' && error !== null && String((error as Error).message).startsWith('NOSCRIPT')
}

function asAnswer(error: unknown): unknown {
  return error
}

/** For what is merely an attempt: the call that matters reports its own failure. */
export function ignoreFailure(): void {}
