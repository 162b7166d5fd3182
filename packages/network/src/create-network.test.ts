import { mkdirSync, mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createNetwork, type Network } from './create-network.js'
import { tinyMmdb } from './data/contract/tiny-mmdb.js'
import type { NetworkOptions } from './network-options.js'

let folder: string
const opened: Network[] = []
const warnings: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riskguard-network-'))
  warnings.length = 0
})
afterEach(() => {
  for (const network of opened.splice(0)) network.close()
  rmSync(folder, { recursive: true, force: true })
})

const DAY_MS = 86_400_000
const NOTHING = { country: false, city: false, asn: false, refreshMs: 0 } as const
const ASN_CSV = [
  '203.0.113.0,203.0.113.127,64500,Example Telecom',
  '203.0.113.128,203.0.113.255,64501,Example Hosting Ltd',
  '198.51.100.0,198.51.100.255,13335,"Cloudflare, Inc."',
  '192.0.2.0,192.0.2.255,62371,Proton AG',
  '2001:db8::,2001:db8:ffff:ffff:ffff:ffff:ffff:ffff,64501,Example Hosting Ltd',
].join('\n')

function write(name: string, content: string | Buffer): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

async function open(options: NetworkOptions): Promise<Network> {
  const network = await createNetwork({ ...NOTHING, onWarning: (line) => warnings.push(line), ...options })
  opened.push(network)
  return network
}

describe('what is known of an address', () => {
  it('is nothing without data, and null for what is no address', async () => {
    const network = await open({})
    expect(network.lookup('203.0.113.9')).toEqual({
      country: null,
      city: null,
      location: null,
      timezone: null,
      asn: null,
      organization: null,
      kind: null,
      lists: [],
    })
    for (const junk of [
      '',
      'x',
      '203.0.113',
      '203.0.113.9/32',
      '1'.repeat(1e5),
      9 as unknown as string,
      null as unknown as string,
    ])
      expect(network.lookup(junk)).toBeNull()
  })

  it('is the same in every spelling, IPv4-mapped ones included', async () => {
    const network = await open({
      asn: write('asn.csv', ASN_CSV),
      city: write('city.mmdb', tinyMmdb(6, { '203.0.113.0/24': { country: 'NL' } })),
    })
    expect(network.lookup('::ffff:203.0.113.9')).toEqual(network.lookup('203.0.113.9'))
    expect(network.lookup('203.0.113.9')).toMatchObject({
      country: 'NL',
      asn: 64_500,
      organization: 'Example Telecom',
      kind: 'isp',
    })
    expect(network.lookup('2001:DB8:0:0::1')).toEqual(network.lookup('2001:db8::1'))
  })

  it('comes from a database of cities, with the zone of its clocks', async () => {
    const record = {
      country: { iso_code: 'NL' },
      city: { names: { en: 'Amsterdam' } },
      location: { latitude: 52.37, longitude: 4.9, accuracy_radius: 20 },
    }
    const network = await open({
      city: write('city.mmdb', tinyMmdb(6, { '203.0.113.0/24': record, '2001:db8::/32': record })),
    })
    for (const ip of ['203.0.113.9', '2001:db8::9'])
      expect(network.lookup(ip)).toMatchObject({
        country: 'NL',
        city: 'Amsterdam',
        location: { lat: 52.37, lon: 4.9, accuracy_km: 20 },
        timezone: 'Europe/Amsterdam',
      })
    expect(network.lookup('203.0.114.9')).toMatchObject({ country: null, city: null })
  })

  it('comes from one database per version of the protocol', async () => {
    mkdirSync(join(folder, 'city'))
    write('city/x-ipv4.mmdb', tinyMmdb(4, { '203.0.113.0/24': { country_code: 'NL' } }))
    write('city/x-ipv6.mmdb', tinyMmdb(6, { '2001:db8::/32': { country_code: 'DE' } }))
    const network = await open({ city: join(folder, 'city') })
    expect([network.lookup('203.0.113.9')?.country, network.lookup('2001:db8::1')?.country]).toEqual(['NL', 'DE'])
  })

  it('is the named database’s country, where cities are known too', async () => {
    const city = write('city.mmdb', tinyMmdb(4, { '203.0.113.0/24': { country: 'NL', city: 'Utrecht' } }))
    const country = write('country.mmdb', tinyMmdb(4, { '203.0.113.0/24': { country: 'BE' } }))
    expect((await open({ city, country })).lookup('203.0.113.9')).toMatchObject({ country: 'BE', city: 'Utrecht' })
  })

  it('comes from an mmdb of operators that also tells their kind', async () => {
    const asn = write(
      'asn.mmdb',
      tinyMmdb(4, { '203.0.113.0/24': { asn: 'AS64500', as_name: 'Example', type: 'education' } }),
    )
    expect((await open({ asn })).lookup('203.0.113.9')).toMatchObject({
      asn: 64_500,
      organization: 'Example',
      kind: 'education',
    })
  })
})

describe('lists', () => {
  const now = Date.UTC(2026, 5, 1)

  it('stand in the answer with their age in days', async () => {
    const file = write('tor.txt', '203.0.113.9\n')
    utimesSync(file, new Date(now - 3.5 * DAY_MS), new Date(now - 3.5 * DAY_MS))
    let clock = now
    const network = await open({ feeds: [{ kind: 'tor', name: 'exits', file }], clock: () => clock })
    expect(network.lookup('203.0.113.9')?.lists).toEqual([{ name: 'exits', kind: 'tor', age_days: 3 }])
    expect(network.lookup('203.0.113.10')?.lists).toEqual([])
    clock += DAY_MS
    expect(network.lookup('203.0.113.9')?.lists[0]?.age_days).toBe(4)
  })

  it('of relays silence what is said of servers, whatever else the address stands on', async () => {
    const network = await open({
      asn: write('asn.csv', ASN_CSV),
      feeds: [
        { kind: 'datacenter', name: 'dc', file: write('dc.txt', '198.51.100.0/24\n203.0.113.128/25\n') },
        { kind: 'vpn', name: 'vpn', file: write('vpn.txt', '198.51.100.0/25\n') },
        { kind: 'relay', name: 'relay', file: write('relay.txt', '198.51.100.0/28\n203.0.113.128/28\n') },
      ],
    })
    for (const ip of ['198.51.100.3', '203.0.113.130'])
      expect(network.lookup(ip)).toMatchObject({ kind: null, lists: [{ kind: 'relay' }] })
    expect(network.lookup('198.51.100.77')).toMatchObject({
      kind: 'hosting',
      lists: [{ kind: 'datacenter' }, { kind: 'vpn' }],
    })
  })

  it('of relays being absent, nothing is said of servers where relays leave from', async () => {
    const network = await open({
      asn: write('asn.csv', ASN_CSV),
      feeds: [{ kind: 'vpn', name: 'vpn', file: write('vpn.txt', '198.51.100.0/25\n') }],
    })
    expect(network.lookup('198.51.100.3')).toMatchObject({ kind: null, lists: [] })
    expect(network.lookup('203.0.113.130')).toMatchObject({ kind: 'hosting' })
  })

  it('are made up for companies that sell VPNs, unless a list says it already', async () => {
    const vpn = write('vpn.txt', '192.0.2.0/28\n')
    const network = await open({ asn: write('asn.csv', ASN_CSV), feeds: [{ kind: 'vpn', name: 'vpn', file: vpn }] })
    expect(network.lookup('192.0.2.200')?.lists).toEqual([{ name: 'vpn_operators', kind: 'vpn', age_days: null }])
    expect(network.lookup('192.0.2.3')?.lists.map(({ name }) => name)).toEqual(['vpn'])
  })

  it('that are missing or no lists are left out, told, and come in with the next reload', async () => {
    const late = join(folder, 'late.txt')
    const network = await open({
      feeds: [
        { kind: 'tor', name: 'late', file: late },
        { kind: 'vpn', name: 'page', file: write('page.txt', '<html>Not here</html>') },
      ],
    })
    expect(network.status().feeds.map(({ name, state }) => [name, state])).toEqual([
      ['late', 'missing'],
      ['page', 'failed'],
    ])
    expect(warnings.join('\n')).toMatch(/late.*not there[\s\S]*page can't be used/)
    expect(await network.reload()).toEqual([])
    write('late.txt', '203.0.113.9\n')
    expect(await network.reload()).toEqual(['late'])
    expect(network.lookup('203.0.113.9')?.lists).toHaveLength(1)
  })

  it('are swapped between two look-ups; a damaged or vanished file leaves the old one in place', async () => {
    const file = write('tor.txt', '203.0.113.9\n')
    const network = await open({ feeds: [{ kind: 'tor', name: 'exits', file }] })
    const isListed = (ip: string) => network.lookup(ip)?.lists.length === 1
    expect(isListed('203.0.113.9')).toBe(true)
    write('tor.txt', '203.0.113.10\n203.0.113.11\n')
    const pending = network.reload()
    expect(isListed('203.0.113.9')).toBe(true)
    expect(await pending).toEqual(['exits'])
    expect([isListed('203.0.113.9'), isListed('203.0.113.10')]).toEqual([false, true])
    write('tor.txt', 'gone')
    expect(await network.reload()).toEqual([])
    unlinkSync(file)
    expect(await network.reload()).toEqual([])
    expect(network.status().feeds[0]).toMatchObject({ state: 'stale', ranges: 1 })
    expect(isListed('203.0.113.10')).toBe(true)
  })
})
