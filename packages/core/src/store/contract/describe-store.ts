import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Operation, Program, Touch } from '../operation.js'
import type { StorePort, TouchReply } from '../port.js'
import { isRecord, readCount, readText } from '../record.js'
import { describeModel } from './describe-model.js'
import { describeReleases } from './describe-releases.js'
import { freshKey } from './reference.js'
import type { ContractOptions, CreateStore, StoreSubject } from './subject.js'

const DAY_MS = 86_400_000
const AT_MS = Date.UTC(2026, 10, 21, 12)
const WIDTHS_DS = [864_000]
/** A client's and a server's clock may differ by this on one machine, and the call takes time. */
const CLOCK_TOLERANCE_MS = 2000

const count: Operation = { kind: 'count', slot: 1, add: 1, widthsDs: WIDTHS_DS }
const text: Operation = { kind: 'text', slot: 2, mode: 'set', argument: 0 }
const counting: Program = { ttlSeconds: 3600, protectAt: 0, operations: [count] }
const event = { atMs: AT_MS, clock: 'event' } as const

/** The one contract of stores, as jest tests: any `StorePort` passes them, or it is no store. */
export function describeStore(name: string, createStore: CreateStore, options: ContractOptions = {}): void {
  const timeoutMs = options.timeoutMs ?? 60_000
  describe(name, () => {
    let subject: StoreSubject
    let store: StorePort
    beforeAll(async () => {
      subject = await createStore()
      store = subject.store
    }, timeoutMs)
    afterAll(async () => {
      await store.close({ timeoutMs: 1000 })
      await subject.dispose?.()
    }, timeoutMs)

    const touchOf = (key: string, program = counting, values: readonly (string | null)[] = []): Touch => ({
      kind: 'c',
      key,
      program,
      arguments: values,
    })
    const countOf = (reply: TouchReply | undefined) => readCount(recordOf(reply), 1, WIDTHS_DS, 0, AT_MS).upperBound

    it('answers each touch with the record as it was before, in the order asked', async () => {
      const [first, second] = [freshKey(), freshKey()]
      await store.touch([touchOf(second)], event)
      const replies = await store.touch([touchOf(first), touchOf(second)], event)
      expect(replies.map((reply) => reply.state)).toEqual(['known', 'known'])
      expect(recordOf(replies[0])).toBeNull()
      expect(isRecord(recordOf(replies[1]) as Uint8Array)).toBe(true)
      expect(countOf(replies[1])).toBe(1)
    })

    it('shows a touch what an earlier touch of the same call wrote', async () => {
      const key = freshKey()
      const replies = await store.touch([touchOf(key), touchOf(key), touchOf(key)], event)
      expect(replies.map(countOf)).toEqual([0, 1, 2])
    })

    it('keeps kinds of entity with equal keys apart', async () => {
      const key = freshKey()
      await store.touch([{ ...touchOf(key), kind: 'c' }], event)
      const [other] = await store.touch([{ ...touchOf(key), kind: 'd' }], event)
      expect(recordOf(other)).toBeNull()
    })

    it('hands out records that later touches do not change', async () => {
      const key = freshKey()
      await store.touch([touchOf(key)], event)
      const [before] = await store.touch([touchOf(key)], event)
      for (let i = 0; i < 50; i++) await store.touch([touchOf(key)], event)
      expect(countOf(before)).toBe(1)
    })

    it('only reads when no operation has an argument', async () => {
      const key = freshKey()
      const program = { ...counting, operations: [text] }
      await store.touch([touchOf(key, program, [null])], event)
      const [unseen] = await store.touch([touchOf(key, program, ['seen'])], event)
      expect(recordOf(unseen)).toBeNull()
      const [seen] = await store.touch([touchOf(key, program, [null])], event)
      expect(readText(recordOf(seen), 2)).toBe('seen')
    })

    it('leaves the rest undone when the first, a guard, finds its mark standing', async () => {
      const [guard, rest] = [freshKey(), freshKey()]
      const marking = { ...counting, operations: [{ ...text, mode: 'once' as const }] }
      const call = () => store.touch([touchOf(guard, marking, ['1']), touchOf(rest)], { ...event, guard: 'first' })
      await call()
      await call()
      await Promise.all([call(), call(), call()])
      const [reply] = await store.touch([touchOf(rest)], event)
      expect(countOf(reply)).toBe(1)
    })

    it('answers a call without touches', async () => {
      expect(await store.touch([], event)).toEqual([])
    })

    it('counts every one of 500 parallel touches, and no two of them see the same count', async () => {
      const key = freshKey()
      const answers = await Promise.all(Array.from({ length: 500 }, () => store.touch([touchOf(key)], event)))
      const seen = answers.map(([reply]) => countOf(reply)).sort((a, b) => a - b)
      expect(seen).toEqual(Array.from({ length: 500 }, (_, i) => i))
    })

    it('takes the event time as it is when told to', async () => {
      for (const atMs of [AT_MS, AT_MS - 400 * DAY_MS, AT_MS + 1000 * DAY_MS, 0]) {
        const [reply] = await store.touch([touchOf(freshKey())], { atMs, clock: 'event' })
        expect(reply).toMatchObject({ state: 'known', nowMs: atMs })
      }
    })

    it('takes its own time where no usable event time is given', async () => {
      for (const atMs of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
        for (const clock of ['store', 'event'] as const) {
          const [reply] = await store.touch([touchOf(freshKey())], { atMs, clock })
          expectNear(reply, subject.now())
        }
      }
    })

    it('holds an event time within a day of its own clock', async () => {
      for (const [given, used] of [
        [0, 0],
        [-3, -1],
        [3, 1],
        [0.5, 0.5],
      ] as const) {
        const [reply] = await store.touch([touchOf(freshKey())], {
          atMs: subject.now() + given * DAY_MS,
          clock: 'store',
        })
        expectNear(reply, subject.now() + used * DAY_MS)
      }
    })

    it('forgets a record when its time to live has passed since the last write', async () => {
      const [short, long] = [freshKey(), freshKey()]
      const brief = { ...counting, ttlSeconds: 1 }
      await store.touch([touchOf(short, brief), touchOf(long)], { atMs: null, clock: 'store' })
      await subject.pass(1200)
      const replies = await store.touch([touchOf(short, brief), touchOf(long)], { atMs: null, clock: 'store' })
      expect(recordOf(replies[0])).toBeNull()
      expect(recordOf(replies[1])).not.toBeNull()
    })

    it('lives on from the latest write', async () => {
      const key = freshKey()
      const brief = { ...counting, ttlSeconds: 2 }
      for (let i = 0; i < 3; i++) {
        const [reply] = await store.touch([touchOf(key, brief)], event)
        expect(countOf(reply)).toBe(i)
        await subject.pass(1200)
      }
    })

    it('removes records, and only those', async () => {
      const [gone, kept] = [freshKey(), freshKey()]
      await store.touch([touchOf(gone), touchOf(kept)], event)
      await store.remove([
        { kind: 'c', key: gone },
        { kind: 'c', key: freshKey() },
      ])
      await store.remove([])
      const replies = await store.touch([touchOf(gone), touchOf(kept)], event)
      expect(replies.map(countOf)).toEqual([0, 1])
    })

    it('replaces what stood under a key and is no record, and says so once', async () => {
      if (subject.plant === undefined) return
      for (const bytes of corruptions()) {
        const key = freshKey()
        await subject.plant({ kind: 'c', key }, bytes)
        const [found] = await store.touch([touchOf(key)], event)
        expect(found).toMatchObject({ state: 'known', record: null, corrupt: true })
        const [mended] = await store.touch([touchOf(key)], event)
        expect(mended).not.toHaveProperty('corrupt')
        expect(countOf(mended)).toBe(1)
      }
    })

    it('begins a slot anew whose length points past the end of its record', async () => {
      if (subject.plant === undefined) return
      const key = freshKey()
      const [none] = await store.touch([touchOf(key)], event)
      expect(recordOf(none)).toBeNull()
      const lying = Uint8Array.from(recordOf((await store.touch([touchOf(key)], event))[0]) as Uint8Array)
      lying[10] = 0xff
      await subject.plant({ kind: 'c', key }, lying)
      expect(countOf((await store.touch([touchOf(key)], event))[0])).toBe(0)
      expect(countOf((await store.touch([touchOf(key)], event))[0])).toBe(1)
      expect(countOf((await store.touch([touchOf(key)], event))[0])).toBe(2)
    })

    it('keeps small documents until they are written anew', async () => {
      const name = `contract-${freshKey()}`
      expect(await store.readDocument(name)).toBeNull()
      for (const document of ['{"version":1}', '', 'Grüße, 東京 \u{1f5fc}', 'x'.repeat(100_000)]) {
        await store.writeDocument(name, document)
        expect(await store.readDocument(name)).toBe(document)
      }
      expect(await store.readDocument('__proto__')).toBeNull()
    })

    it('settles with a number of replicas and says how it is', async () => {
      expect(await store.settle({ replicas: 0, timeoutMs: 100 })).toBeGreaterThanOrEqual(0)
      expect(store.health()).toMatchObject({ kind: store.kind, ready: true })
    })

    describeReleases(() => store, timeoutMs)
    describeModel(() => store, options.runs ?? 60, timeoutMs)
  })
}

function recordOf(reply: TouchReply | undefined): Uint8Array | null {
  if (reply?.state !== 'known') throw new Error(`expected a record, got ${JSON.stringify(reply)}`)
  return reply.record
}

function expectNear(reply: TouchReply | undefined, nowMs: number): void {
  if (reply?.state !== 'known') throw new Error(`expected a time, got ${JSON.stringify(reply)}`)
  expect(Math.abs(reply.nowMs - nowMs)).toBeLessThan(CLOCK_TOLERANCE_MS)
}

/** Empty, foreign, cut short, of another layout version, and longer than it says. */
function corruptions(): Uint8Array[] {
  const record = [0x52, 1, 8, 0, 1, 2, 3, 4]
  return [
    [0],
    [...Buffer.from('hello, I am no record')],
    record.slice(0, 7),
    [0x52, 2, ...record.slice(2)],
    [...record, 9],
  ].map((bytes) => Uint8Array.from(bytes))
}
