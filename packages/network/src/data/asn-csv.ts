import { parseIp } from '@riskguard/core/address'
import { kindOf } from '../kind/kind-of.js'
import { blockBuyers } from '../kind/known-operators.js'
import { createRangeBuilder } from '../ranges/range-builder.js'
import { type CompiledTable, packNames } from '../ranges/range-file.js'
import { wordAt } from '../ranges/range-table.js'

/**
 * Compiles texts of rows `first,last,asn,"operator"`: IPv4 addresses as text or as numbers, IPv6 as text. Rows that are none
 * are left out. Where names differ for one ASN the first counts.
 */
export function compileAsnCsv(texts: readonly string[]): CompiledTable {
  const builder = createRangeBuilder('map')
  const names = new Map<number, string>()
  let before: Before = { end: -1, asn: 0, name: '', hosts: false }
  for (const text of texts) {
    let from = 0
    while (from < text.length) {
      const newline = text.indexOf('\n', from)
      const end = newline === -1 ? text.length : newline
      const row = parseRow(text, from, end)
      from = end + 1
      if (row === null) continue
      if (row.first.length === 1) {
        const [first = 0] = row.first
        const [last = 0] = row.last
        const owner = ownerBetween(before, { first, asn: row.asn, name: row.name })
        if (owner !== null) builder.addFour(before.end + 1, first - 1, owner)
        before = { end: last, asn: row.asn, name: row.name, hosts: row.name === before.name ? before.hosts : null }
        builder.addFour(first, last, row.asn)
      } else builder.addSix(row.first, row.last, row.asn)
      if (row.name !== '' && !names.has(row.asn)) names.set(row.asn, row.name)
    }
  }
  return { table: builder.build(), names: packNames(names) }
}

interface Before {
  readonly end: number
  readonly asn: number
  readonly name: string
  /** Null: not looked at yet. */
  hosts: boolean | null
}

/**
 * Whose the unannounced addresses between two rows likely are, or null. Hosts buy whole blocks, announce them piece by piece,
 * and the next piece is in use before the data is made anew; meanwhile nobody else can come from there.
 */
function ownerBetween(
  before: Before,
  next: { readonly first: number; readonly asn: number; readonly name: string },
): number | null {
  const gap = next.first - before.end - 1
  if (gap <= 0 || gap > MAX_BRIDGED) return null
  if (blockBuyers.has(before.asn)) return before.asn
  if (blockBuyers.has(next.asn)) return next.asn
  if (next.name !== before.name || next.name === '') return null
  before.hosts ??= kindOf(before.asn, next.name).kind === 'hosting'
  return before.hosts ? before.asn : null
}

/** Addresses of a /12. */
const MAX_BRIDGED = 1_048_576

interface Row {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly asn: number
  readonly name: string
}

const MAX_ASN = 0xffffffff
const MAX_NAME_CHARS = 200

function parseRow(text: string, from: number, end: number): Row | null {
  const one = text.indexOf(',', from)
  const two = text.indexOf(',', one + 1)
  if (one === -1 || two === -1 || two >= end) return null
  const three = text.indexOf(',', two + 1)
  const behind = three === -1 || three > end ? end : three
  const asn = Number(text.slice(two + 1, behind))
  const first = toWords(text.slice(from, one))
  const last = toWords(text.slice(one + 1, two))
  if (first === null || last === null || first.length !== last.length) return null
  if (!Number.isInteger(asn) || asn <= 0 || asn > MAX_ASN) return null
  return { first, last, asn, name: behind === end ? '' : unquoted(text.slice(behind + 1, end).trim()) }
}

function toWords(text: string): number[] | null {
  if (/^\d{1,10}$/.test(text)) return Number(text) <= 0xffffffff ? [Number(text)] : null
  const ip = parseIp(text)
  if (ip === null) return null
  return ip.version === 4 ? [wordAt(ip.bytes, 0)] : [0, 1, 2, 3].map((i) => wordAt(ip.bytes, i))
}

function unquoted(field: string): string {
  const inner = field.startsWith('"') && field.endsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field
  return inner.slice(0, MAX_NAME_CHARS)
}
