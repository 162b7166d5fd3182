import { describe, expect, it } from '@jest/globals'
import type { StorePort } from '../../store/index.js'
import { createMemoryStore } from '../../stores/memory/index.js'
import { createLedger } from './ledger.js'

const SHAPES = { ip: { halfLifeMinutes: 60, cap: 100 } } as const

const process = (store: Pick<StorePort, 'readDocument' | 'writeDocument'>, processId: string) =>
  createLedger(SHAPES, { store, processId, document: 'everybody' })

describe('what several processes count', () => {
  it('comes together with merges, each count once however often they merge', async () => {
    const store = createMemoryStore()
    const [one, two] = [process(store, 'one'), process(store, 'two')]
    one.add('ip', 'x', 3)
    two.add('ip', 'x', 5)
    two.add('ip', 'y', 1)
    for (let i = 0; i < 4; i++) for (const ledger of [one, two]) await ledger.merge(10)
    for (const ledger of [one, two]) {
      expect(ledger.of('ip', 'x')).toBeCloseTo(8, 2)
      expect(ledger.of('ip', 'y')).toBeCloseTo(1, 2)
      expect(ledger.total('ip')).toBeCloseTo(9, 2)
    }
  })
  it('decays while it stands in the document', async () => {
    const store = createMemoryStore()
    const one = process(store, 'one')
    one.advance(1000)
    one.add('ip', 'x', 8)
    await one.merge(1000)
    const later = process(store, 'later')
    await later.merge(1060)
    expect(later.of('ip', 'x')).toBeCloseTo(4, 2)
  })
  it('survives a restart', async () => {
    const store = createMemoryStore()
    const before = process(store, 'before')
    before.add('ip', 'x', 7)
    await before.merge(10)
    const after = process(store, 'after')
    await after.merge(10)
    expect(after.of('ip', 'x')).toBeCloseTo(7, 2)
    after.add('ip', 'x', 1)
    expect(after.of('ip', 'x')).toBeCloseTo(8, 2)
  })
  it('survives two writes at the same moment, of which one is lost', async () => {
    const store = createMemoryStore()
    const [one, two] = [process(store, 'one'), process(store, 'two')]
    one.add('ip', 'x', 3)
    two.add('ip', 'x', 5)
    await Promise.all([one.merge(10), two.merge(10)])
    for (let i = 0; i < 3; i++) for (const ledger of [one, two]) await ledger.merge(10)
    for (const ledger of [one, two]) expect(ledger.of('ip', 'x')).toBeCloseTo(8, 2)
  })
  it('of one process alone is exactly what it counted, merged or not', async () => {
    const store = createMemoryStore()
    const [alone, merged] = [process(createMemoryStore(), 'alone'), process(store, 'merged')]
    for (let minute = 1; minute < 200; minute++) {
      for (const ledger of [alone, merged]) {
        ledger.advance(minute)
        ledger.add('ip', `address-${minute % 7}`, 1)
      }
      if (minute % 20 === 0) await merged.merge(minute)
    }
    for (let i = 0; i < 7; i++) expect(merged.of('ip', `address-${i}`)).toBe(alone.of('ip', `address-${i}`))
    expect(merged.total('ip')).toBe(alone.total('ip'))
  })
  it('goes on with a document that makes no sense, and without a store', async () => {
    const store = createMemoryStore()
    await store.writeDocument('everybody', 'not a document')
    const one = process(store, 'one')
    one.add('ip', 'x', 1)
    await one.merge(1)
    expect(one.of('ip', 'x')).toBe(1)
    const dead = process(
      {
        readDocument: () => Promise.reject(new Error('down')),
        writeDocument: () => Promise.reject(new Error('down')),
      },
      'dead',
    )
    dead.add('ip', 'x', 1)
    await dead.merge(1)
    expect(dead.of('ip', 'x')).toBe(1)
  })
})
