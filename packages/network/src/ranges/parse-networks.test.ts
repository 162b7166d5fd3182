import { describe, expect, it } from '@jest/globals'
import { parseIp } from '@riskguard/core/address'
import fc from 'fast-check'
import { parseNetworks } from './parse-networks.js'
import { createRangeIndex } from './range-table.js'

function holds(text: string, ip: string): boolean {
  const parsed = parseIp(ip)
  return parsed !== null && createRangeIndex(parseNetworks(text).table).valueAt(parsed) === 1
}

describe('a list of networks', () => {
  it.each([
    ['a network a line', '198.51.100.0/24\n203.0.113.0/24\n', '203.0.113.7'],
    ['an address a line, with Windows line ends', '198.51.100.1\r\n203.0.113.7\r\n', '203.0.113.7'],
    ['a range', '203.0.113.0-203.0.113.9', '203.0.113.9'],
    ['a range with blanks', '203.0.113.0 - 203.0.113.9', '203.0.113.9'],
    ['comments before and behind', '# list\n; more\n// and more\n203.0.113.0/24 # ours\n', '203.0.113.7'],
    [
      'a table with a heading and columns',
      'ip_prefix,country,region\n203.0.113.0/27,GB,GB-EN,London,\n',
      '203.0.113.7',
    ],
    ['a quoted column', '"203.0.113.0/24","x"', '203.0.113.7'],
    ['IPv6', '2001:db8::/32\n', '2001:db8:1::1'],
    [
      'Tor’s document',
      'ExitNode 0011BD\nPublished 2026-01-01 00:00:00\nLastStatus 2026-01-01 00:00:00\nExitAddress 203.0.113.7 2026-01-01 00:00:00\n',
      '203.0.113.7',
    ],
    [
      'JSON of a cloud',
      '{"syncToken":"1","prefixes":[{"ip_prefix":"203.0.113.0/24","region":"eu-1"}],"v6":[{"ipv6Prefix":"2001:db8::/32"}]}',
      '203.0.113.7',
    ],
    ['a plain JSON list', '["203.0.113.0/24"]', '203.0.113.7'],
  ])('is read as %s', (_, text, ip) => {
    expect(holds(text, ip)).toBe(true)
    expect(holds(text, '192.0.2.1')).toBe(false)
    expect(parseNetworks(text).rejected).toBe(0)
  })

  it.each([
    '203.0.113.7/24',
    '203.0.113.0/33',
    '0.0.0.0/0',
    '64.0.0.0/7',
    '::/0',
    '2001:db8::1/32',
    '203.0.113.9-203.0.113.0',
    '1.0.0.0-200.0.0.0',
    '2001::-3fff::',
    '203.0.113.0-2001:db8::',
    'example.com',
    '203.0.113',
    '0203.0.113.7',
  ])('counts %s as no network', (line) => {
    const { entries, rejected, samples } = parseNetworks(`203.0.113.0/24\n${line}\n`)
    expect({ entries, rejected }).toEqual({ entries: 1, rejected: 1 })
    expect(samples[0]).toContain(line.slice(0, 8))
  })

  it('drops private, local and multicast space, or a list of bogons would flag every intranet', () => {
    const text = '10.0.0.0/8\n192.168.0.0/16\n127.0.0.0/8\n224.0.0.0/4\n100.64.0.0/10\nfe80::/16\n203.0.113.0/24\n'
    const { reserved, entries } = parseNetworks(text)
    expect(entries).toBeGreaterThanOrEqual(6)
    expect(reserved).toBe(entries - 1)
    for (const ip of ['10.1.2.3', '192.168.1.1', '100.64.1.1', 'fe80::1']) expect(holds(text, ip)).toBe(false)
  })

  it('never throws and stays linear, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (a, b) => {
        expect(parseNetworks(`${a}\n${b}`).entries).toBeGreaterThanOrEqual(0)
      }),
    )
    for (const text of [
      '['.repeat(200_000),
      '-'.repeat(200_000),
      `${'1.'.repeat(100_000)}\n`,
      '{"a":"',
      `${' '.repeat(200_000)}#`,
    ])
      expect(parseNetworks(text).entries).toBe(0)
  })
})
