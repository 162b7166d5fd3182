import { expect, test } from '@jest/globals'
import { causeOf, createFailureCounts, degradedBy, neverRan } from './store-failure.js'

test.each<[string, unknown, string]>([
  ['the short cause that a store gives', new Error('x', { cause: 'readonly' }), 'readonly'],
  ['a system error’s code', Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' }), 'econnrefused'],
  ['an error that says nothing', new Error('AUTH hunter2 failed'), 'rejected'],
  ['a cause that is a sentence', new Error('x', { cause: 'AUTH hunter2 failed' }), 'rejected'],
  ['no error at all', undefined, 'rejected'],
  ['a text', 'oom', 'rejected'],
])('names %s', (_, error, cause) => {
  expect(causeOf(error)).toBe(cause)
})

test.each([
  ['deadline', 'deadline'],
  ['garbage', 'store_garbage'],
  ['loading', 'store_error'],
  ['readonly', 'store_error'],
  ['not_connected', 'store_unreachable'],
  ['econnrefused', 'store_unreachable'],
  ['rejected', 'store_unreachable'],
])('%s degrades by %s', (cause, reason) => {
  expect(degradedBy(cause)).toBe(reason)
})

test('only what certainly did nothing may be sent again', () => {
  expect(['not_connected', 'loading', 'econnrefused'].map(neverRan)).toEqual([true, true, true])
  expect(['connection_lost', 'stalled', 'deadline', 'rejected', 'oom', 'garbage'].some(neverRan)).toBe(false)
})

test('counts a bounded number of causes', () => {
  const counts = createFailureCounts()
  for (let i = 0; i < 1_000; i++) counts.add(`cause_${i}`)
  counts.add('cause_0')
  const snapshot = counts.snapshot()
  expect(Object.keys(snapshot).length).toBe(33)
  expect(snapshot).toMatchObject({ cause_0: 2, other: 968 })
})
