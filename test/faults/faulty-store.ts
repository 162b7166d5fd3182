import type { StorePort, Touch, TouchOptions, TouchReply } from '@riskguard/core/store'

/** What a store may do to us instead of answering. */
export type Fault = keyof typeof faults | 'none' | 'hang'

type Answer = Promise<readonly TouchReply[]> | readonly TouchReply[]

const faults = {
  throw: () => {
    throw new Error('refused at once')
  },
  reject: () => Promise.reject(new Error('connection is gone')),
  not_connected: () => rejection('not_connected'),
  readonly: () => rejection('readonly'),
  reject_nothing: () => Promise.reject(undefined),
  null: () => Promise.resolve(null),
  null_at_once: () => null,
  short: (replies: readonly TouchReply[]) => Promise.resolve(replies.slice(1)),
  long: (replies: readonly TouchReply[]) => Promise.resolve([...replies, ...replies]),
  holes: (replies: readonly TouchReply[]) => Promise.resolve(replies.map(() => null)),
  no_time: (replies: readonly TouchReply[]) =>
    Promise.resolve(replies.map((reply) => ({ ...reply, nowMs: Number.NaN }))),
  no_records: (replies: readonly TouchReply[]) =>
    Promise.resolve(replies.map((reply) => ({ ...reply, record: Uint8Array.of(1, 2, 3) }))),
  all_failed: (replies: readonly TouchReply[]) =>
    Promise.resolve(replies.map(() => ({ state: 'failed', cause: 'clusterdown' }))),
  shard: (replies: readonly TouchReply[]) =>
    Promise.resolve(replies.map((reply, i) => (i % 2 === 0 ? { state: 'failed', cause: 'connection_lost' } : reply))),
  slow_shard: (replies: readonly TouchReply[]) =>
    Object.assign(new Promise<never>(() => undefined), {
      soFar: () => replies.map((reply, i) => (i % 2 === 0 ? null : reply)),
    }),
  slow_everywhere: (replies: readonly TouchReply[]) =>
    Object.assign(new Promise<never>(() => undefined), { soFar: () => replies.map(() => null) }),
} satisfies Record<string, (replies: readonly TouchReply[]) => unknown>

export const faultNames = [...Object.keys(faults), 'hang'] as readonly Fault[]

/** A working store that can be told to fail. */
export interface FaultyStore extends StorePort {
  fault: Fault
  /** Calls of `touch` that got here. */
  readonly calls: number
  /** Answers everything that hangs, late. */
  release(): void
}

/** @param works the store behind; @param answers whether it answers at once or in a microtask */
export function createFaultyStore(works: StorePort, answers: 'at_once' | 'later'): FaultyStore {
  let fault: Fault = 'none'
  let calls = 0
  let held: (() => void)[] = []

  function touch(touches: readonly Touch[], options: TouchOptions): Answer {
    calls++
    const replies = () => works.touch(touches, options)
    if (fault === 'none') return answers === 'at_once' ? replies() : Promise.resolve(replies())
    if (fault === 'hang') return new Promise((resolve) => held.push(() => resolve(replies())))
    // What never connected wrote nothing; behind every other fault the write may have happened, so here it has.
    const written = fault === 'not_connected' ? [] : (replies() as readonly TouchReply[])
    return faults[fault](written) as Answer
  }

  return {
    ...works,
    touch,
    get fault() {
      return fault
    },
    set fault(next) {
      fault = next
    },
    get calls() {
      return calls
    },
    release() {
      const released = held
      held = []
      for (const answer of released) answer()
    },
  }
}

// As the Redis store names its failures.
function rejection(cause: string): Promise<never> {
  return Promise.reject(new Error(`the store could not answer: ${cause}`, { cause }))
}
