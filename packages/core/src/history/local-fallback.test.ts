import { describe, expect, test } from '@jest/globals'
import { readCount, type StorePort, type Touch, type TouchReply } from '../store/index.js'
import { createMemoryStore } from '../stores/memory/index.js'
import { type EntityKind, entities, entityKinds, LIMIT_CODE } from './entity.js'
import { createLocalFallback, type LocalFallback } from './local-fallback.js'

const AT = { atMs: 1_700_000_000_000, clock: 'event' } as const
const touchOf = (kind: string): Touch => ({
  kind,
  key: 'A'.repeat(20),
  program: { ttlSeconds: 60, protectAt: 0, operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: [600] }] },
  arguments: [],
})
const memory = () => createMemoryStore({ maxBytes: 1024 * 1024 })

const LOCAL = ['ip', 'network', 'target', 'email_domain', 'email_shape'] as const satisfies readonly EntityKind[]

test.each(LOCAL)('counts on for %s', (kind) => {
  const fallback = createLocalFallback(memory())
  const [reply] = fallback.answer([touchOf(entities[kind].code)], AT, { cause: 'deadline' })
  expect(reply).toMatchObject({ state: 'known', record: null })
})

test('counts on for limits', () => {
  const [reply] = createLocalFallback(memory()).answer([touchOf(LIMIT_CODE)], AT, { cause: 'deadline' })
  expect(reply?.state).toBe('known')
})

test.each(entityKinds.filter((kind) => !LOCAL.some((local) => local === kind)))(
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

describe('an outcome that counts once', () => {
  const mark: Touch = {
    kind: entities.nonce.code,
    key: 'M'.repeat(20),
    program: { ttlSeconds: 60, protectAt: 0, operations: [{ kind: 'text', slot: 1, mode: 'once', argument: 0 }] },
    arguments: ['1'],
  }
  const once = { ...AT, guard: 'first' } as const
  const countIn = (fallback: LocalFallback) => {
    const [reply] = fallback.answer([touchOf('i')], AT, { cause: 'deadline' })
    return reply?.state === 'known' ? readCount(reply.record, 1, [600], 0, AT.atMs).upperBound : null
  }

  test('counts once here too, and its mark is no proof', () => {
    const fallback = createLocalFallback(memory())
    for (let i = 0; i < 3; i++) {
      const [marked] = fallback.answer([mark, touchOf('i'), touchOf('p')], once, { cause: 'deadline' })
      expect(marked).toEqual({ state: 'failed', cause: 'deadline' })
    }
    expect(countIn(fallback)).toBe(1)
  })

  test('another outcome of the same address counts as well', () => {
    const fallback = createLocalFallback(memory())
    fallback.answer([mark, touchOf('i')], once, { cause: 'deadline' })
    fallback.answer([{ ...mark, key: 'N'.repeat(20) }, touchOf('i')], once, { cause: 'deadline' })
    expect(countIn(fallback)).toBe(2)
  })

  test('where the store had the mark, what it missed is counted here', () => {
    const fallback = createLocalFallback(memory())
    const replies: (TouchReply | null)[] = [{ state: 'known', record: null, nowMs: AT.atMs }, null, null]
    for (let i = 0; i < 2; i++) fallback.answer([mark, touchOf('i'), touchOf('n')], once, { cause: 'stalled', replies })
    expect(countIn(fallback)).toBe(2)
  })
})
