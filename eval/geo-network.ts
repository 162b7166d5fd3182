import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NetworkFacts, NetworkProvider } from '@riskguard/core'
import { createNetwork } from '@riskguard/network'
import { parseIp } from '../packages/core/src/facts/address/parse-ip.js'

/** The product's own provider, on the npm data packages that are installed here and the data folder's list feeds. */
export function openProductNetwork(feeds: string): Promise<NetworkProvider> {
  const feed = (kind: 'relay' | 'vpn' | 'tor' | 'datacenter', name: string) => ({ kind, name, file: join(feeds, name) })
  return createNetwork({
    feeds: [
      feed('relay', 'private-relay-ipv4.txt'),
      feed('tor', 'tor-exit-ipv4.txt'),
      feed('vpn', 'vpn-ipv4.txt'),
      feed('datacenter', 'datacenter-ipv4.txt'),
    ],
  })
}

/**
 * Country and operator by address from the CSV files of the optional npm data packages, and kinds from the list feeds of
 * the data folder. Enough to evaluate decisions; the product has its own reader.
 * @param geo a folder with `asn` and `dbip-country` in it (`node_modules/@ip-location-db`), or null to do without
 */
export function readGeoNetwork(geo: string | null, feeds: string): NetworkProvider {
  const asn =
    geo === null ? null : [readRanges(join(geo, 'asn/asn-ipv4-num.csv')), readRanges(join(geo, 'asn/asn-ipv6-num.csv'))]
  const country =
    geo === null
      ? null
      : [
          readRanges(join(geo, 'dbip-country/dbip-country-ipv4-num.csv')),
          readRanges(join(geo, 'dbip-country/dbip-country-ipv6-num.csv')),
        ]
  const lists = readFeeds(feeds)
  return {
    lookup(ip): NetworkFacts | null {
      const parsed = parseIp(ip)
      if (parsed === null) return null
      const value = toNumber(parsed.text)
      const side = parsed.text.includes(':') ? 1 : 0
      const found = asn === null ? undefined : find(asn[side] as Ranges, value)
      return {
        country: country === null ? null : (find(country[side] as Ranges, value) ?? null),
        city: null,
        location: null,
        timezone: null,
        asn: found === undefined ? null : Number(found),
        organization: null,
        kind: null,
        lists:
          side === 1
            ? []
            : lists
                .filter((list) => find(list.ranges, value) !== undefined)
                .map(({ kind, name }) => ({ kind, name, age_days: null })),
      }
    },
  }
}

/** Ascending, not overlapping; IPv6 by its upper 64 bits. */
interface Ranges {
  readonly starts: readonly bigint[]
  readonly ends: readonly bigint[]
  readonly values: readonly string[]
}

const V6_SHIFT = 64n
const V4_MAX = 0xffffffffn

function readRanges(file: string): Ranges {
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n')
  const v6 = file.includes('ipv6')
  const starts: bigint[] = []
  const ends: bigint[] = []
  const values: string[] = []
  for (const row of rows) {
    const [start = '0', end = '0', value = ''] = row.split(',')
    starts.push(v6 ? BigInt(start) >> V6_SHIFT : BigInt(start))
    ends.push(v6 ? BigInt(end) >> V6_SHIFT : BigInt(end))
    values.push(value)
  }
  return { starts, ends, values }
}

type Kind = NetworkFacts['lists'][number]['kind']
const KIND_BY_NAME: readonly (readonly [string, Kind])[] = [
  ['vpn', 'vpn'],
  ['tor', 'tor'],
  ['datacenter', 'datacenter'],
  ['relay', 'relay'],
]

function readFeeds(folder: string): { readonly name: string; readonly kind: Kind; readonly ranges: Ranges }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const kind = KIND_BY_NAME.find(([part]) => name.includes(part))?.[1]
    if (kind === undefined) return []
    const ranges = readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line) => toRange(line.trim()))
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    const merged: [bigint, bigint][] = []
    for (const [start, end] of ranges) {
      const last = merged.at(-1)
      if (last !== undefined && start <= last[1] + 1n) last[1] = end > last[1] ? end : last[1]
      else merged.push([start, end])
    }
    return [
      {
        name,
        kind,
        ranges: {
          starts: merged.map(([start]) => start),
          ends: merged.map(([, end]) => end),
          values: merged.map(() => name),
        },
      },
    ]
  })
}

function toRange(line: string): readonly (readonly [bigint, bigint])[] {
  const [address = '', bits = '32'] = line.split('/')
  if (!/^\d+(\.\d+){3}$/.test(address)) return []
  const size = 1n << BigInt(32 - Number(bits))
  const start = toNumber(address) & (V4_MAX ^ (size - 1n))
  return [[start, start + size - 1n]]
}

function toNumber(ip: string): bigint {
  if (!ip.includes(':')) return ip.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)
  const [head = '', tail] = ip.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right]
  return groups.slice(0, 4).reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n)
}

function find({ starts, ends, values }: Ranges, value: bigint): string | undefined {
  let low = 0
  let high = starts.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as bigint) > value) high = middle - 1
    else if ((ends[middle] as bigint) < value) low = middle + 1
    else return values[middle]
  }
  return undefined
}
