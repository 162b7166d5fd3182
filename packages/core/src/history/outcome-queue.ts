/**
 * What was learned and waits to be written: in order, a few at a time, each sent once. A bounded line: when it is full the
 * newest is refused, because those ahead were accepted and refusing costs nothing; when the store stays away the oldest
 * go by age, so the line moves.
 */
import { createOutcomePacker, type Outcome, type PackedOutcome, unpackOutcome } from './packed-outcome.js'

/** What became of a sent outcome. `lost`: it may or may not have been written. `unsent`: certainly not, it may go again. */
export type Sent = 'written' | 'lost' | 'unsent'

export interface OutcomeQueue {
  /** Resolves true when written, false when it was dropped or its fate is unknown. */
  push(outcome: Outcome): Promise<boolean>
  /** Sends what may be sent, and lets go of what is too old. */
  pump(): void
  /** Resolves when nothing waits or is under way. */
  idle(): Promise<void>
  readonly waiting: number
  readonly dropped: number
  /** Drops what waits and refuses what comes. */
  close(): void
}

export interface OutcomeQueueOptions {
  /** Writes one outcome; at once for a memory store. Never throws or rejects. */
  readonly send: (outcome: Outcome) => Sent | Promise<Sent>
  /** Whether the store may be asked now. */
  readonly ready: () => boolean
  readonly maxQueued: number
  readonly now: () => number
  readonly onDrop: (cause: 'queue_full' | 'queue_expired' | 'closed') => void
}

/** Enough to fill a round trip at some 30,000 outcomes a second over 1 ms, and little for a store that has just come back. */
const MAX_IN_FLIGHT = 32
/** The window of most velocity features: an outcome older than this teaches what nobody reads any more. */
const MAX_AGE_MS = 600_000
/** Pause before sending again what the store certainly hasn't got; the breaker decides within a few of them. */
const RETRY_MS = 100

interface Ticket {
  readonly sequence: number
  readonly sinceMs: number
  readonly done: (written: boolean) => void
}

interface Waiting extends Ticket {
  readonly packed: PackedOutcome
}

export function createOutcomeQueue({ send, ready, maxQueued, now, onDrop }: OutcomeQueueOptions): OutcomeQueue {
  let line: (Waiting | undefined)[] = []
  let head = 0
  let inFlight = 0
  let sequence = 0
  let dropped = 0
  let ended = false
  let pumping = false
  let retry: NodeJS.Timeout | null = null
  let idlers: (() => void)[] = []

  const pack = createOutcomePacker()
  const waiting = () => line.length - head

  function shift(): Waiting {
    const first = line[head] as Waiting
    line[head++] = undefined
    // Compacted by halves, so that each entry is moved once on average.
    if (head * 2 >= line.length) {
      line = line.slice(head)
      head = 0
    }
    return first
  }

  function drop(ticket: Ticket, cause: 'queue_full' | 'queue_expired' | 'closed'): void {
    dropped++
    onDrop(cause)
    ticket.done(false)
  }

  function start(outcome: Outcome, ticket: Ticket): void {
    inFlight++
    const sent = send(outcome)
    if (typeof sent === 'string') finish(outcome, ticket, sent)
    else void sent.then((fate) => finish(outcome, ticket, fate))
  }

  function finish(outcome: Outcome, ticket: Ticket, fate: Sent): void {
    inFlight--
    if (fate === 'unsent' && !ended) {
      putBack({ ...ticket, packed: pack(outcome) })
      retry ??= setTimeout(pumpAgain, RETRY_MS).unref()
    } else {
      if (fate !== 'written') dropped++
      ticket.done(fate === 'written')
    }
    if (retry === null) pump()
    if (waiting() === 0 && inFlight === 0) wakeIdlers()
  }

  function putBack(outcome: Waiting): void {
    let at = head
    while (at < line.length && (line[at] as Waiting).sequence < outcome.sequence) at++
    line.splice(at, 0, outcome)
  }

  function pumpAgain(): void {
    retry = null
    pump()
  }

  function pump(): void {
    // A store that answers at once comes back here from `start`: the loop below goes on, instead of one call inside another.
    if (pumping) return
    pumping = true
    const oldestMs = now() - MAX_AGE_MS
    while (waiting() > 0 && (line[head] as Waiting).sinceMs < oldestMs) drop(shift(), 'queue_expired')
    while (retry === null && waiting() > 0 && inFlight < MAX_IN_FLIGHT && ready()) {
      const next = shift()
      start(unpackOutcome(next.packed), next)
    }
    pumping = false
  }

  function wakeIdlers(): void {
    const woken = idlers
    idlers = []
    for (const wake of woken) wake()
  }

  return {
    push: (outcome) =>
      new Promise((done) => {
        const ticket: Ticket = { sequence: sequence++, sinceMs: now(), done }
        if (ended) return drop(ticket, 'closed')
        if (waiting() > 0) pump()
        if (waiting() === 0 && retry === null && inFlight < MAX_IN_FLIGHT && ready()) return start(outcome, ticket)
        if (waiting() >= maxQueued) return drop(ticket, 'queue_full')
        line.push({ ...ticket, packed: pack(outcome) })
      }),
    pump,
    idle: () => (waiting() === 0 && inFlight === 0 ? Promise.resolve() : new Promise((wake) => idlers.push(wake))),
    get waiting() {
      return waiting()
    },
    get dropped() {
      return dropped
    },
    close() {
      ended = true
      if (retry !== null) clearTimeout(retry)
      retry = null
      while (waiting() > 0) drop(shift(), 'closed')
      wakeIdlers()
    },
  }
}
