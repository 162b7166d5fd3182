import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from '@jest/globals'
import { createReferenceStore, memberOf } from '../../store/contract/index.js'
import type { Program } from '../../store/operation.js'
import { createMemoryStore } from './memory-store.js'
import {
  AT_MS,
  count,
  countIn,
  figure,
  flood,
  MIB,
  plain,
  protecting,
  smallStore,
  sources,
  touch,
  touchOf,
} from './small-store.fixture.js'

const MINUTE_MS = 60_000

describe('a flood of fresh identities', () => {
  it('never takes more than the cap, by our count after each call and by the process at the end', () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    collect()
    const before = process.memoryUsage().arrayBuffers
    const store = createMemoryStore({ maxBytes: 4 * MIB, clock: () => AT_MS })
    for (let i = 0; i < 120_000; i++) {
      touch(store, [touchOf(`flood.${i}`, i % 7 === 0 ? protecting : plain)])
      if (figure(store, 'bytes') > 4 * MIB) throw new Error(`${figure(store, 'bytes')} bytes after ${i} identities`)
    }
    collect()
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThanOrEqual(4 * MIB)
    expect(figure(store, 'bytes')).toBeGreaterThan(3 * MIB)
    expect(figure(store, 'entities') + figure(store, 'evicted')).toBe(120_000)
  })

  it('leaves those who come often and takes those who came once', () => {
    const store = smallStore()
    for (let visit = 0; visit < 4; visit++) {
      for (let i = 0; i < 200; i++) touch(store, [touchOf(`regular.${i}`)])
    }
    flood(store, 30_000, 'fresh')
    const kept = Array.from({ length: 200 }, (_, i) => countIn(store, `regular.${i}`)).filter((events) => events === 4)
    expect(kept).toHaveLength(200)
    expect(countIn(store, 'fresh.0')).toBe(0)
    expect(countIn(store, 'fresh.29999')).toBe(1)
  })

  it('does not push out a record whose block is live', () => {
    const store = smallStore()
    for (let i = 0; i < 5; i++) touch(store, [touchOf('blocked', protecting)])
    expect(figure(store, 'protected')).toBe(1)
    flood(store, 100_000, 'fresh')
    expect(countIn(store, 'blocked')).toBe(5)
  })

  it('pushes it out once the block has rolled away, or its time to live ended', () => {
    for (const [later, clock] of [
      [90_000, AT_MS],
      [0, AT_MS + 3601_000],
    ] as const) {
      let nowMs = AT_MS
      const store = smallStore(() => nowMs)
      for (let i = 0; i < 5; i++) touch(store, [touchOf('blocked', protecting)])
      nowMs = clock
      for (let call = 0; call < 40; call++) {
        nowMs += 1000
        flood(store, 2500, `fresh.${call}`, AT_MS + later)
      }
      expect(figure(store, 'protected')).toBe(0)
      expect(countIn(store, 'blocked', AT_MS + later)).toBe(0)
    }
  })

  it('keeps a block live for as long as its ring stands above the threshold, and no longer', () => {
    const store = smallStore()
    const steady: Program = { ...protecting, operations: [{ ...count, widthsDs: [600] }] }
    for (let minute = 0; minute < 5; minute++) touch(store, [touchOf('slow', steady)], AT_MS + minute * MINUTE_MS)
    expect(figure(store, 'protected')).toBe(1)
    touch(store, [touchOf('slow', steady)], AT_MS + 20 * MINUTE_MS)
    expect(figure(store, 'protected')).toBe(0)
  })

  it('ends no block because other events are dated a day ahead', () => {
    let nowMs = AT_MS
    const store = smallStore(() => nowMs)
    const slow: Program = { ...protecting, operations: [{ ...count, widthsDs: [36_000] }] }
    for (let i = 0; i < 5; i++) touch(store, [touchOf('blocked', slow)], nowMs)
    for (let call = 0; call < 40; call++) {
      nowMs += 1000
      void store.touch([touchOf('other')], { atMs: nowMs + 86_400_000, clock: 'store' })
    }
    expect(figure(store, 'protected')).toBe(1)
  })
})

describe('the reserve', () => {
  it('lets the oldest go first when blocks alone would fill it', () => {
    const store = smallStore()
    const blocks = 4000
    for (let i = 0; i < blocks; i++) {
      for (let event = 0; event < 5; event++) touch(store, [touchOf(`blocked.${i}`, protecting)])
    }
    flood(store, 100_000, 'fresh')
    const held = figure(store, 'protected')
    expect(held).toBeGreaterThan(800)
    expect(held + figure(store, 'displaced')).toBe(blocks)
    expect(countIn(store, 'blocked.0')).toBe(0)
    for (let i = blocks - held; i < blocks; i++) expect(countIn(store, `blocked.${i}`)).toBe(5)
  })

  it('is lent to ordinary records while there is no block', () => {
    const [lending, without] = [
      smallStore(),
      createMemoryStore({ maxBytes: MIB, clock: () => AT_MS, reservedShare: 0 }),
    ]
    for (const store of [lending, without]) flood(store, 20_000, 'fresh')
    expect(figure(lending, 'entities')).toBe(figure(without, 'entities'))
  })

  it('of no bytes protects nothing', () => {
    const store = createMemoryStore({ maxBytes: MIB, clock: () => AT_MS, reservedShare: 0 })
    for (let i = 0; i < 5; i++) touch(store, [touchOf('blocked', protecting)])
    expect(countIn(store, 'blocked')).toBe(5)
    expect(figure(store, 'protected')).toBe(0)
  })

  it('keeps its hold when a program that protects nothing writes the same record', () => {
    const store = smallStore()
    for (let i = 0; i < 5; i++) touch(store, [touchOf('blocked', protecting)])
    const learning: Program = { ttlSeconds: 3600, protectAt: 0, operations: [sources] }
    for (let i = 0; i < 70; i++) touch(store, [touchOf('blocked', learning, [memberOf(`m${i}`)])])
    flood(store, 50_000, 'fresh')
    expect(figure(store, 'protected')).toBe(1)
    expect(countIn(store, 'blocked')).toBe(5)
  })
})

describe('under pressure', () => {
  it('may forget a record but never answers with a wrong one', () => {
    let nowMs = AT_MS
    const store = smallStore(() => nowMs)
    const reference = createReferenceStore()
    let random = 12_345
    const next = (below: number) => {
      random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0
      return (random >>> 8) % below
    }
    const programs: Program[] = [
      plain,
      { ttlSeconds: 60, protectAt: 3, operations: [count, sources] },
      {
        ttlSeconds: 600,
        protectAt: 0,
        operations: [sources, { kind: 'familiar', slot: 3, cap: 127, addHalves: 2, standing: 'proven', argument: 1 }],
      },
      { ttlSeconds: 600, protectAt: 0, operations: [{ kind: 'forget', slot: 2, from: 'distinct', argument: 0 }] },
    ]
    let forgotten = 0
    for (let call = 0; call < 60_000; call++) {
      nowMs += next(20)
      const name = next(3) === 0 ? `often.${next(20)}` : `seldom.${next(9000)}`
      const one = touchOf(name, programs[next(4)], [memberOf(`a${next(90)}`), memberOf(`b${next(2000)}`)])
      if (next(50) === 0) {
        void store.remove([one])
        reference.remove(one)
      }
      const [reply] = touch(store, [one], nowMs)
      const record = reply?.state === 'known' ? reply.record : null
      if (record === null && reference.read(one) !== null) {
        forgotten++
        reference.remove(one)
      }
      const expected = reference.touch(one, nowMs)
      const same = record === null || expected === null ? record === expected : Buffer.compare(record, expected) === 0
      if (!same) expect(record).toEqual(expected)
    }
    expect(forgotten).toBeGreaterThan(1000)
    expect(figure(store, 'bytes')).toBeLessThanOrEqual(MIB)
  })

  it('gives the room of large records to small ones and back', () => {
    const store = smallStore()
    const large: Program = {
      ttlSeconds: 3600,
      protectAt: 0,
      operations: [{ kind: 'familiar', slot: 3, cap: 127, addHalves: 2, standing: 'proven', argument: 0 }],
    }
    flood(store, 20_000, 'first')
    for (let member = 0; member < 127; member++) {
      for (let i = 0; i < 100; i++) touch(store, [touchOf(`large.${i}`, large, [memberOf(`m${member}`)])])
    }
    expect(figure(store, 'bytes')).toBeLessThanOrEqual(MIB)
    const [kept] = touch(store, [touchOf('large.7', large, [null])])
    expect(kept?.state === 'known' && kept.record?.length).toBe(8 + 3 + 127 * 13)
    flood(store, 60_000, 'second')
    expect(figure(store, 'entities')).toBeGreaterThan(5000)
  })
})
