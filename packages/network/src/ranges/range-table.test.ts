import { describe, expect, it } from '@jest/globals'
import { parseIp, toIpText } from '@riskguard/core/address'
import fc from 'fast-check'
import { createRangeBuilder } from './range-builder.js'
import { decodeTable, encodeTable, nameOf, packNames } from './range-file.js'
import { createRangeIndex, type RangeTable, wordAt } from './range-table.js'

function valueAt(table: RangeTable, ip: string): number {
  const parsed = parseIp(ip)
  if (parsed === null) throw new Error(`${ip} is meant to be valid`)
  return createRangeIndex(table).valueAt(parsed)
}

const four = (text: string) => wordAt(parseIp(text)?.bytes ?? new Uint8Array(4), 0)
const six = (text: string) => [0, 1, 2, 3].map((i) => wordAt(parseIp(text)?.bytes ?? new Uint8Array(16), i))

describe('a table of ranges', () => {
  it('knows both ends of a range and neither neighbour', () => {
    const builder = createRangeBuilder('set')
    builder.addFour(four('192.0.2.16'), four('192.0.2.31'), 1)
    builder.addSix(six('2001:db8::'), six('2001:db8::ffff'), 1)
    const table = builder.build()
    expect(['192.0.2.15', '192.0.2.16', '192.0.2.31', '192.0.2.32'].map((ip) => valueAt(table, ip))).toEqual([
      0, 1, 1, 0,
    ])
    expect(
      ['2001:db7:ffff::', '2001:db8::', '2001:db8::ffff', '2001:db8::1:0'].map((ip) => valueAt(table, ip)),
    ).toEqual([0, 1, 1, 0])
  })

  it('reaches from the first address to the last, across halves', () => {
    const builder = createRangeBuilder('set')
    builder.addFour(0, 0xffffffff, 1)
    const table = builder.build()
    for (const ip of ['0.0.0.0', '127.255.255.255', '128.0.0.0', '255.255.255.255']) expect(valueAt(table, ip)).toBe(1)
    expect(createRangeIndex(table).addresses).toBe(2 ** 32)
    expect(valueAt(createRangeBuilder('set').build(), '1.2.3.4')).toBe(0)
  })

  it('merges neighbours of one value and keeps those of two apart', () => {
    const builder = createRangeBuilder('map')
    builder.addFour(10, 19, 7)
    builder.addFour(20, 29, 7)
    builder.addFour(30, 39, 8)
    const { four: rows } = builder.build()
    expect([...rows.starts]).toEqual([10, 30])
    expect([...rows.ends]).toEqual([29, 39])
    expect([...(rows.values ?? [])]).toEqual([7, 8])
  })

  it('agrees with looking at every range of a set, in any order', () => {
    const ranges = fc.array(fc.tuple(fc.nat(300), fc.nat(40)), { maxLength: 30 })
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 400 }), (given, probe) => {
        const fours = createRangeBuilder('set')
        const sixes = createRangeBuilder('set')
        for (const [first, length] of given) {
          fours.addFour(first, first + length, 1)
          sixes.addSix([0x20010db8, 0, 0, first], [0x20010db8, 0, 0, first + length], 1)
        }
        const expected = given.some(([first, length]) => probe >= first && probe <= first + length) ? 1 : 0
        expect(valueAt(fours.build(), `0.0.${probe >> 8}.${probe & 255}`)).toBe(expected)
        expect(valueAt(sixes.build(), `2001:db8::${probe.toString(16)}`)).toBe(expected)
      }),
    )
  })

  it('gives overlapping ranges of a map to one value each, disjoint and ascending', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(200), fc.nat(50), fc.integer({ min: 1, max: 3 })), { maxLength: 20 }),
        (given) => {
          const builder = createRangeBuilder('map')
          for (const [first, length, value] of given) builder.addFour(first, first + length, value)
          const { starts, ends } = builder.build().four
          starts.forEach((start, row) => {
            expect(start).toBeLessThanOrEqual(ends[row] as number)
            if (row > 0) expect(start).toBeGreaterThan(ends[row - 1] as number)
          })
        },
      ),
    )
  })
})

describe('a compiled table', () => {
  const builder = createRangeBuilder('map')
  builder.addFour(four('192.0.2.0'), four('192.0.2.255'), 64_500)
  builder.addSix(six('2001:db8::'), six('2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'), 64_501)
  const names = packNames(
    new Map([
      [64_501, 'Zwei'],
      [64_500, 'Ünïcode Host'],
    ]),
  )
  const file = encodeTable({ table: builder.build(), names })

  it('comes back from a file as it went in, also from bytes that lie crooked in memory', () => {
    const crooked = Buffer.concat([Buffer.from('x'), file]).subarray(1)
    for (const bytes of [file, crooked]) {
      const { table, names: read } = decodeTable(bytes, 'f')
      expect(valueAt(table, '192.0.2.9')).toBe(64_500)
      expect(valueAt(table, '2001:db8::9')).toBe(64_501)
      expect(read && [nameOf(read, 64_500), nameOf(read, 64_501), nameOf(read, 1)]).toEqual([
        'Ünïcode Host',
        'Zwei',
        null,
      ])
    }
  })

  it('is refused when it is cut, grown or something else', () => {
    const other = Buffer.from(file)
    other.writeUInt32LE(9, 4)
    for (const bytes of [
      file.subarray(0, -1),
      Buffer.concat([file, Buffer.alloc(4)]),
      other,
      Buffer.from('1.2.3.4'),
      Buffer.alloc(0),
    ])
      expect(() => decodeTable(bytes, 'f.rgt')).toThrow(expect.objectContaining({ code: 'RG_NETWORK_DATA' }))
  })

  it('never reads outside its arrays, whatever its head says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 28, maxLength: 28 }), (head) => {
        const bytes = Buffer.from(file)
        bytes.set(head, 4)
        try {
          const { table } = decodeTable(bytes, 'f')
          expect(table.four.starts.length).toBeLessThanOrEqual(bytes.length)
        } catch (error) {
          expect(error).toMatchObject({ code: 'RG_NETWORK_DATA' })
        }
      }),
    )
  })
})

it('writes addresses as the core does', () => {
  expect(toIpText(parseIp('2001:DB8::1')?.bytes ?? new Uint8Array())).toBe('2001:db8::1')
})
