import { type Cidr, type CidrSet, createCidrSet } from '../facts/address/cidr.js'
import { networkText } from '../facts/address/counted-network.js'
import type { ParsedIp } from '../facts/address/parse-ip.js'
import type { HeldRow } from './held-row.js'

/** Which rows' networks hold an address: one lookup per prefix length in use, whatever the number of rows. */
export interface NetworkIndex {
  find(ip: ParsedIp, take: (rows: readonly HeldRow[]) => void): void
}

/** Rows by masked address, by prefix length; IPv4 by its 32 bits as a number, IPv6 by its text. */
type Table<K> = Map<number, Map<K, HeldRow[]>>

export interface NetworkRow {
  readonly row: HeldRow
  readonly cidr: Cidr
}

export function createNetworkIndex(networks: readonly NetworkRow[]): NetworkIndex {
  const four: Table<number> = new Map()
  const six: Table<string> = new Map()
  const sixes: Cidr[] = []
  for (const { row, cidr } of networks) {
    if (cidr.version === 4) put(four, cidr.prefix, toBits(cidr.bytes), row)
    else {
      put(six, cidr.prefix, cidr.text, row)
      sixes.push(cidr)
    }
  }
  // Text is slow to make, and nearly no address is in any network: one binary search says so.
  const anySix: CidrSet = createCidrSet(sixes)
  return {
    find(ip, take) {
      if (ip.version === 4) {
        const bits = toBits(ip.bytes)
        for (const [prefix, rows] of four) takeIf(rows.get(maskOf(prefix) & bits), take)
      } else if (anySix.has(ip)) {
        for (const [prefix, rows] of six) takeIf(rows.get(networkText(ip, prefix)), take)
      }
    },
  }
}

function put<K>(table: Table<K>, prefix: number, key: K, row: HeldRow): void {
  const rows = table.get(prefix) ?? new Map<K, HeldRow[]>()
  table.set(prefix, rows)
  const same = rows.get(key)
  if (same === undefined) rows.set(key, [row])
  else same.push(row)
}

function takeIf(rows: readonly HeldRow[] | undefined, take: (rows: readonly HeldRow[]) => void): void {
  if (rows !== undefined) take(rows)
}

/** Signed, which is all the same for a key. */
function toBits([a = 0, b = 0, c = 0, d = 0]: Uint8Array): number {
  return (a << 24) | (b << 16) | (c << 8) | d
}

/** Shifting by 32 would shift by none. */
function maskOf(prefix: number): number {
  return prefix === 0 ? 0 : -1 << (32 - prefix)
}
