/** Writes address databases of a few networks, for tests: https://maxmind.github.io/MaxMind-DB/ */
import { parseIp } from '@riskguard/core/address'

type Value = string | number | { readonly [key: string]: Value } | readonly Value[]

/** @param networks records by network, IPv4 ones in an IPv6 database at ::/96 as the format asks */
export function tinyMmdb(version: 4 | 6, networks: Readonly<Record<string, Value>>): Buffer {
  const data: Buffer[] = []
  let dataBytes = 0
  const nodes: [left: Target, right: Target][] = [[null, null]]
  for (const [network, record] of Object.entries(networks)) {
    const [address = '', prefix = '0'] = network.split('/')
    const bits = bitsOf(address, version).slice(0, Number(prefix) + (version === 6 && !address.includes(':') ? 96 : 0))
    const offset = dataBytes
    const encoded = encode(record)
    data.push(encoded)
    dataBytes += encoded.length
    let at = 0
    bits.forEach((bit, depth) => {
      const node = nodes[at] as [Target, Target]
      if (depth === bits.length - 1) node[bit] = { offset }
      else {
        if (typeof node[bit] !== 'number') node[bit] = nodes.push([null, null]) - 1
        at = node[bit] as number
      }
    })
  }
  const tree = Buffer.alloc(nodes.length * 6)
  nodes.forEach((node, row) => {
    node.forEach((target, side) => {
      const value =
        target === null ? nodes.length : typeof target === 'number' ? target : nodes.length + 16 + target.offset
      tree.writeUIntBE(value, row * 6 + side * 3, 3)
    })
  })
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_767_225_600,
    database_type: 'test',
    description: {},
    ip_version: version,
    languages: [],
    node_count: nodes.length,
    record_size: 24,
  })
  return Buffer.concat([tree, Buffer.alloc(16), ...data, Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'), metadata])
}

/** A node, a record, or nothing. */
type Target = number | { readonly offset: number } | null

function bitsOf(address: string, version: 4 | 6): (0 | 1)[] {
  const bytes = parseIp(address)?.bytes ?? new Uint8Array()
  const padded = version === 6 && bytes.length === 4 ? [...new Uint8Array(12), ...bytes] : [...bytes]
  return padded.flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((shift) => ((byte >> shift) & 1) as 0 | 1))
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)])
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(Number.isInteger(value) ? 4 : 8)
    if (Number.isInteger(value)) bytes.writeUInt32BE(value)
    else bytes.writeDoubleBE(value)
    return Buffer.concat([control(Number.isInteger(value) ? 6 : 3, bytes.length), bytes])
  }
  if (Array.isArray(value))
    return Buffer.concat([Buffer.from([value.length, 4]), ...value.map((item: Value) => encode(item))])
  const entries = Object.entries(value as { readonly [key: string]: Value })
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([key, inner]) => [encode(key), encode(inner)])])
}

function control(type: number, size: number): Buffer {
  return size < 29 ? Buffer.from([(type << 5) | size]) : Buffer.from([(type << 5) | 29, size - 29])
}
