import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hashEntity } from './hash-entity.js'
import { createKeyIndex, findCell, growTable, growthBytes, insertCell, moveCell, removeCell } from './key-index.js'
import { addSegment, type Budget, createSegments, GENERAL, segmentOf, takeRest, wordOf } from './segments.js'

const MIB = 1024 * 1024

function createIndex() {
  const budget: Budget = { max: 8 * MIB, used: 0 }
  const segments = createSegments(budget)
  const index = createKeyIndex(segments)
  let current = addSegment(segments, GENERAL)
  const place = (low: number, high: number): number => {
    let ref = takeRest(segments, current, 2)
    if (ref === 0) {
      current = addSegment(segments, GENERAL)
      ref = takeRest(segments, current, 2)
    }
    segments.words[segmentOf(ref)]!.set([low, high], wordOf(ref) + 1)
    return ref
  }
  return { index, budget, place }
}

describe('the key index', () => {
  it('finds what was entered or moved and nothing that was removed, also where hashes crowd', () => {
    // Few low words: entries meet in the same table and place. Few high words: the tag doesn't tell them apart.
    const hash = fc.tuple(
      fc.constantFrom(1, 257, 513, 0x80000001),
      fc.nat({ max: 60 }).map((n) => ((n % 3) * 0x40000000 + n) >>> 0),
    )
    const step = fc.tuple(fc.constantFrom('enter', 'enter', 'move', 'remove'), hash)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const { index, budget, place } = createIndex()
        const model = new Map<string, number>()
        for (const [what, [low, high]] of steps) {
          const name = `${low}.${high}`
          const known = model.get(name)
          expect(findCell(index, low, high)).toBe(known ?? 0)
          if (known === undefined && what === 'enter') {
            if (growthBytes(index, low) > 0) expect(growTable(index, low, budget)).toBe(true)
            const ref = place(low, high)
            insertCell(index, low, high, ref)
            model.set(name, ref)
          } else if (known !== undefined && what === 'move') {
            const ref = place(low, high)
            moveCell(index, low, known, ref)
            model.set(name, ref)
          } else if (known !== undefined && what === 'remove') {
            removeCell(index, low, known)
            model.delete(name)
          }
        }
        expect(index.entities).toBe(model.size)
        for (const [name, ref] of model) {
          const [low, high] = name.split('.').map(Number) as [number, number]
          expect(findCell(index, low, high)).toBe(ref)
        }
      }),
    )
  })

  it('asks for room before it grows and leaves things as they are where there is none', () => {
    const { index, budget, place } = createIndex()
    let entered = 0
    while (growthBytes(index, 0) === 0) {
      entered++
      insertCell(index, 0, entered, place(0, entered))
    }
    const { used } = budget
    expect(growTable(index, 0, { max: budget.max, used: budget.max })).toBe(false)
    expect(growTable(index, 0, budget)).toBe(true)
    expect(budget.used).toBe(used + 16 * 4)
    for (let high = 1; high <= entered; high++) expect(findCell(index, 0, high)).not.toBe(0)
  })
})

describe('the hash of an entity', () => {
  it('tells apart keys that differ in one character, their order, their length or their kind', () => {
    const out = new Uint32Array(2)
    const seen = new Set<string>()
    const add = (kind: string, key: string) => {
      hashEntity(kind, key, out)
      seen.add(`${out[0]}.${out[1]}`)
    }
    let made = 0
    for (const kind of ['a', 'b', 'ab', '']) {
      for (let i = 0; i < 20_000; i++) {
        add(kind, `user-${String(i).padStart(15, '0')}`)
        made++
      }
    }
    for (const [kind, key] of [
      ['a', 'bc'],
      ['ab', 'c'],
      ['a', 'cb'],
      ['a', 'b'],
      ['a', ''],
      ['', 'abc'],
    ] as const) {
      add(kind, key)
      made++
    }
    expect(seen.size).toBe(made)
  })

  it('spreads keys evenly over the tables', () => {
    const out = new Uint32Array(2)
    const tables = new Uint32Array(256)
    for (let i = 0; i < 256_000; i++) {
      hashEntity('i', `key-${i}-${'x'.repeat(i % 3)}`, out)
      tables[out[0]! & 255]!++
    }
    expect(Math.max(...tables)).toBeLessThan(1250)
    expect(Math.min(...tables)).toBeGreaterThan(750)
  })
})
