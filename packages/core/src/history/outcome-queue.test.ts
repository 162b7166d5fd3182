import { afterEach, expect, test } from '@jest/globals'
import type { Program, Touch } from '../store/index.js'
import { createOutcomeQueue, type OutcomeQueue, type Sent } from './outcome-queue.js'
import type { Outcome } from './packed-outcome.js'

const MINUTE_MS = 60_000
const program: Program = { ttlSeconds: 60, protectAt: 0, operations: [] }
const outcomeOf = (key: string): Outcome => ({
  touches: [{ kind: 'p', key, program, arguments: ['ABCDEF', null] }],
  options: { atMs: 5, clock: 'event' },
})

let now = 0
let isReady = true
let sent: { readonly outcome: Outcome; readonly answer: (fate: Sent) => void }[] = []
let drops: string[] = []
let queue: OutcomeQueue
const keys = () => sent.map(({ outcome }) => (outcome.touches[0] as Touch).key)

function start({ maxQueued = 100, fate }: { readonly maxQueued?: number; readonly fate?: Sent } = {}): void {
  now = 0
  isReady = true
  sent = []
  drops = []
  queue = createOutcomeQueue({
    send(outcome) {
      if (fate === undefined) return new Promise((answer) => sent.push({ outcome, answer }))
      sent.push({ outcome, answer: () => undefined })
      return fate
    },
    ready: () => isReady,
    maxQueued,
    now: () => now,
    onDrop: (cause) => drops.push(cause),
  })
}

afterEach(() => queue.close())

test('an outcome goes at once when nothing is in its way', async () => {
  start({ fate: 'written' })
  expect(await queue.push(outcomeOf('a'))).toBe(true)
  expect(keys()).toEqual(['a'])
})

test('at most 32 are under way, the others follow in order', async () => {
  start()
  const names = Array.from({ length: 40 }, (_, i) => `k${i}`)
  const results = names.map((name) => queue.push(outcomeOf(name)))
  expect(sent.length).toBe(32)
  expect(queue.waiting).toBe(8)
  for (let i = 0; i < 40; i++) {
    sent[i]?.answer('written')
    await new Promise(setImmediate)
  }
  expect(await Promise.all(results)).toEqual(names.map(() => true))
  expect(keys()).toEqual(names)
})

test('what waited is sent as it was given', async () => {
  start({ fate: 'written' })
  isReady = false
  const waited = queue.push(outcomeOf('a'))
  isReady = true
  queue.pump()
  expect(await waited).toBe(true)
  expect(sent[0]?.outcome).toEqual(outcomeOf('a'))
})

test('a long line before a store that answers at once is written without piling up calls', async () => {
  start({ fate: 'written', maxQueued: 20_000 })
  isReady = false
  const results = Array.from({ length: 20_000 }, () => queue.push(outcomeOf('a')))
  isReady = true
  queue.pump()
  expect((await Promise.all(results)).every(Boolean)).toBe(true)
})

test('the newest is refused when the line is full', async () => {
  start({ maxQueued: 2 })
  isReady = false
  void queue.push(outcomeOf('a'))
  void queue.push(outcomeOf('b'))
  expect(await queue.push(outcomeOf('c'))).toBe(false)
  expect([queue.waiting, queue.dropped, drops]).toEqual([2, 1, ['queue_full']])
})

test('after ten minutes the oldest go', async () => {
  start({ maxQueued: 2 })
  isReady = false
  const old = queue.push(outcomeOf('a'))
  now = 10 * MINUTE_MS
  void queue.push(outcomeOf('b'))
  expect(queue.waiting).toBe(2)
  now++
  void queue.push(outcomeOf('c'))
  expect(await old).toBe(false)
  expect([queue.waiting, drops]).toEqual([2, ['queue_expired']])
})

test('a lost outcome isn’t sent again', async () => {
  start()
  const result = queue.push(outcomeOf('a'))
  sent[0]?.answer('lost')
  expect(await result).toBe(false)
  expect([keys(), queue.waiting, queue.dropped]).toEqual([['a'], 0, 1])
})

test('unsent ones go again before those that came later', async () => {
  start()
  const results = ['a', 'b', 'c'].map((name) => queue.push(outcomeOf(name)))
  isReady = false
  results.push(queue.push(outcomeOf('d')))
  for (const index of [1, 0, 2]) sent[index]?.answer('unsent')
  await new Promise(setImmediate)
  expect(queue.waiting).toBe(4)
  isReady = true
  while (sent.length < 7) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(keys().slice(3)).toEqual(['a', 'b', 'c', 'd'])
  for (const { answer } of sent) answer('written')
  expect(await Promise.all(results)).toEqual([true, true, true, true])
})

test('idle waits for what is under way too', async () => {
  start()
  const order: string[] = []
  void queue.push(outcomeOf('a')).then(() => order.push('written'))
  const idle = queue.idle().then(() => order.push('idle'))
  sent[0]?.answer('written')
  await idle
  expect(order.sort()).toEqual(['idle', 'written'])
  expect(queue.waiting).toBe(0)
})

test('closing drops what waits and refuses what comes', async () => {
  start()
  isReady = false
  const waiting = queue.push(outcomeOf('a'))
  const idle = queue.idle()
  queue.close()
  await idle
  expect(await waiting).toBe(false)
  expect(await queue.push(outcomeOf('b'))).toBe(false)
  expect(drops).toEqual(['closed', 'closed'])
})
