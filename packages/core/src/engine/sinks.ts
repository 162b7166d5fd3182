/** Assessments on their way to the operator's sinks: after the answer, in batches, in a bounded queue. */
import type { Assessment } from '../assessment.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import type { AssessmentSink } from '../options/risk-options.js'
import { type AssessmentRecord, type RecordIdentifiers, toAssessmentRecord } from './assessment-record.js'

/** How one sink is doing. */
export interface SinkHealth {
  readonly name: string
  /** Records that it took. */
  readonly written: number
  /** Records that it threw or rejected at; they are gone. */
  readonly failed: number
}

export interface Sinks {
  /** Queues an assessment. Takes no time of the answer; when the queue is full it is counted and dropped. */
  emit(assessment: Assessment): void
  /** Hands out everything that is queued, now. */
  flush(): void
  health(): { readonly queued: number; readonly dropped: number; readonly sinks: readonly SinkHealth[] }
}

/** Assessments that may wait. */
const MAX_QUEUED = 10_000
/** Handed out per turn of the event loop: some 2 ms of work, so that requests get their turn in between. */
const BATCH = 128

/** @param onFault told of each fault; groups and bounds them itself */
export function createSinks(options: {
  readonly sinks: readonly Required<AssessmentSink>[]
  readonly keys: IdentityKeys
  readonly onFault: (fault: string, error: unknown) => void
}): Sinks {
  const targets = options.sinks.map((sink) => ({ sink, written: 0, failed: 0 }))
  let queue: Assessment[] = []
  let dropped = 0
  let isScheduled = false

  function drain(count: number): void {
    const batch = queue.slice(0, count)
    queue = queue.length > count ? queue.slice(count) : []
    for (const assessment of batch) {
      const records: Partial<Record<RecordIdentifiers, AssessmentRecord>> = {}
      for (const target of targets) {
        const { identifiers } = target.sink
        const record = records[identifiers] ?? toAssessmentRecord(assessment, options.keys, { identifiers })
        records[identifiers] = record
        write(target, record)
      }
    }
  }

  function write(target: (typeof targets)[number], record: AssessmentRecord): void {
    const fail = (error: unknown) => {
      target.failed++
      options.onFault(`sink:${target.sink.name}`, error)
    }
    const done = () => {
      target.written++
    }
    try {
      // The type says void, but an async function fits it too, and its rejection would be nobody's.
      const pending: unknown = target.sink.write(record)
      if (isThenable(pending)) pending.then(done, fail)
      else done()
    } catch (error) {
      // The operator's own function, whatever it throws.
      fail(error)
    }
  }

  function turn(): void {
    isScheduled = false
    drain(BATCH)
    if (queue.length > 0) schedule()
  }

  function schedule(): void {
    isScheduled = true
    setImmediate(turn)
  }

  return {
    emit(assessment) {
      if (queue.length >= MAX_QUEUED) {
        dropped++
        options.onFault('sink_queue_full', new Error('records were dropped'))
        return
      }
      queue.push(assessment)
      if (!isScheduled) schedule()
    },
    flush: () => drain(queue.length),
    health: () => ({
      queued: queue.length,
      dropped,
      sinks: targets.map(({ sink, written, failed }) => ({ name: sink.name, written, failed })),
    }),
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
