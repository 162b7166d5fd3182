import { expect, test } from '@jest/globals'
import { createDeadlines } from './deadlines.js'

const monotonic = () => performance.now()
const turn = () => new Promise((resolve) => setImmediate(resolve))

function block(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('expires what isn’t settled, once, and never waits for a later deadline', async () => {
  const deadlines = createDeadlines(monotonic)
  const expired: string[] = []
  const from = performance.now()
  deadlines.watch(from + 60_000, () => expired.push('far'))
  await new Promise<void>((resolve) => {
    deadlines.watch(from + 5, () => {
      expired.push('near')
      resolve()
    })
  })
  await turn()
  expect(expired).toEqual(['near'])
  deadlines.close()
  expect(expired).toEqual(['near', 'far'])
})

test('a settled call doesn’t expire, and settles once', async () => {
  const deadlines = createDeadlines(monotonic)
  const settled = deadlines.watch(performance.now() + 1, () => {
    throw new Error('expired all the same')
  })
  expect(deadlines.settle(settled)).toBe(true)
  expect(deadlines.settle(settled)).toBe(false)
  await new Promise<void>((resolve) => deadlines.watch(performance.now() + 10, resolve))
  deadlines.close()
})

test('an expired call can’t be settled any more', async () => {
  const deadlines = createDeadlines(monotonic)
  const watch = await new Promise<ReturnType<typeof deadlines.watch>>((resolve) => {
    const own = deadlines.watch(performance.now() + 1, () => resolve(own))
  })
  expect(deadlines.settle(watch)).toBe(false)
  deadlines.close()
})

test('what arrived while the host blocked its loop settles before it expires', async () => {
  const deadlines = createDeadlines(monotonic)
  const happened: string[] = []
  const done = new Promise<void>((resolve) => {
    const watch = deadlines.watch(performance.now() + 5, () => {
      happened.push('expired')
      resolve()
    })
    // Stands for a socket: heard after the timers of the turn, as immediates are.
    setImmediate(() =>
      setImmediate(() => {
        if (deadlines.settle(watch)) happened.push('settled')
        resolve()
      }),
    )
  })
  block(50)
  await done
  expect(happened).toEqual(['settled'])
  deadlines.close()
})

test('after the host’s pause a call that stays unanswered expires all the same', async () => {
  const deadlines = createDeadlines(monotonic)
  const expired = new Promise<void>((resolve) => deadlines.watch(performance.now() + 5, resolve))
  block(50)
  await expired
  deadlines.close()
})

test('a thousand calls take one timer', () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  const deadlines = createDeadlines(monotonic)
  for (let i = 0; i < 1_000; i++) deadlines.watch(performance.now() + 1_000 + (i % 7), () => undefined)
  expect(timers() - before).toBe(1)
  deadlines.close()
  expect(timers() - before).toBe(0)
})

test('closing expires what waits', () => {
  const deadlines = createDeadlines(monotonic)
  const expired: number[] = []
  deadlines.watch(performance.now() + 1_000, () => expired.push(1))
  deadlines.watch(performance.now() + 2_000, () => expired.push(2))
  deadlines.close()
  expect(expired).toEqual([1, 2])
})
