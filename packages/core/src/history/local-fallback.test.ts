import { expect, test } from '@jest/globals'
import type { StorePort, Touch, TouchReply } from '../store/index.js'
import { createMemoryStore } from '../stores/memory/index.js'
import { type EntityKind, entities, entityKinds, LIMIT_CODE } from './entity.js'
import { createLocalFallback } from './local-fallback.js'

const AT = { atMs: 1_700_000_000_000, clock: 'event' } as const
const touchOf = (kind: string): Touch => ({
  kind,
  key: 'A'.repeat(20),
  program: { ttlSeconds: 60, protectAt: 0, operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: [600] }] },
  arguments: [],
})
const memory = () => createMemoryStore({ maxBytes: 1024 * 1024 })

test.each(['ip', 'network', 'target', 'email_domain'] satisfies EntityKind[])('counts on for %s', (kind) => {
  const fallback = createLocalFallback(memory())
  const [reply] = fallback.answer([touchOf(entities[kind].code)], AT, { cause: 'deadline' })
  expect(reply).toMatchObject({ state: 'known', record: null })
})

test('counts on for limits', () => {
  const [reply] = createLocalFallback(memory()).answer([touchOf(LIMIT_CODE)], AT, { cause: 'deadline' })
  expect(reply?.state).toBe('known')
})

test.each(entityKinds.filter((kind) => !['ip', 'network', 'target', 'email_domain'].includes(kind)))(
  'never calls a %s new: it is failed, with the cause',
  (kind) => {
    const [reply] = createLocalFallback(memory()).answer([touchOf(entities[kind].code)], AT, { cause: 'deadline' })
    expect(reply).toEqual({ state: 'failed', cause: 'deadline' })
  },
)

test('keeps the replies that the store gave', () => {
  const given: TouchReply = { state: 'known', record: null, nowMs: 1 }
  const touches = [touchOf('i'), touchOf('n'), touchOf('p')]
  const replies = createLocalFallback(memory()).answer(touches, AT, { cause: 'stalled', replies: [given, null, null] })
  expect(replies).toEqual([
    given,
    { state: 'known', record: null, nowMs: AT.atMs },
    { state: 'failed', cause: 'stalled' },
  ])
})

test.each<[string, () => unknown]>([
  ['throws', () => JSON.parse('{')],
  ['takes its time', () => Promise.resolve([])],
  ['rejects', () => Promise.reject(new Error('no'))],
])('a stand-in that %s leaves the entities failed', (_, touch) => {
  const store: StorePort = { ...memory(), touch: touch as StorePort['touch'] }
  expect(createLocalFallback(store).answer([touchOf('i')], AT, { cause: 'deadline' })).toEqual([
    { state: 'failed', cause: 'deadline' },
  ])
})
