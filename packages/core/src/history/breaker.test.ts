import { afterEach, expect, test } from '@jest/globals'
import { type Breaker, createBreaker } from './breaker.js'

let now = 0
let breaker: Breaker
let probes: ((answered: boolean) => void)[] = []
let told: string[] = []

function start(): void {
  now = 0
  probes = []
  told = []
  breaker = createBreaker({
    now: () => now,
    probe: () => new Promise((resolve) => probes.push(resolve)),
    onOpen: () => told.push('open'),
    onClose: () => told.push('close'),
    random: () => 0,
  })
}

function fail(times: number): void {
  for (let i = 0; i < times; i++) breaker.failed()
}

async function nextProbe(count: number): Promise<void> {
  while (probes.length < count) await new Promise((resolve) => setTimeout(resolve, 1))
}

afterEach(() => breaker.close())

test('four failures in a row leave it closed, the fifth opens it', () => {
  start()
  fail(4)
  expect(breaker.state).toBe('closed')
  breaker.failed()
  expect(breaker.state).toBe('open')
  expect(told).toEqual(['open'])
})

test('a success between failures starts the row anew', () => {
  start()
  fail(4)
  breaker.succeeded()
  fail(4)
  expect(breaker.state).toBe('closed')
})

test('half of twenty calls within ten seconds open it, without five in a row', () => {
  start()
  for (let i = 0; i < 10; i++) {
    expect(breaker.state).toBe('closed')
    breaker.failed()
    breaker.succeeded()
  }
  breaker.failed()
  expect(breaker.state).toBe('open')
})

test('the same failures over a longer time leave it closed', () => {
  start()
  for (let i = 0; i < 100; i++) {
    now += 2_000
    breaker.failed()
    breaker.succeeded()
  }
  expect(breaker.state).toBe('closed')
})

test('one probe at a time; a failed one keeps it open, an answered one closes it', async () => {
  start()
  fail(5)
  await nextProbe(1)
  expect(breaker.state).toBe('probing')
  fail(10)
  expect(probes.length).toBe(1)
  probes[0]?.(false)
  await nextProbe(2)
  probes[1]?.(true)
  await new Promise(setImmediate)
  expect(breaker.state).toBe('closed')
  expect(told).toEqual(['open', 'close'])
  fail(4)
  expect(breaker.state).toBe('closed')
})

test('what was under way when it opened doesn’t close it', () => {
  start()
  fail(5)
  breaker.succeeded()
  expect(breaker.state).toBe('open')
})

test('closed for good, it probes no more and takes no probe’s word', async () => {
  start()
  fail(5)
  await nextProbe(1)
  breaker.close()
  probes[0]?.(true)
  await new Promise(setImmediate)
  expect(told).toEqual(['open'])
})
