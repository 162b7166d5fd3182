import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
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

const _DAY_MS = 86_400_000
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

describe('opening', () => {
  it.each([
    [{ feed: [] }, 'RG_OPTION_UNKNOWN'],
    [{ feeds: [{ kind: 'spam', name: 'x', file: 'y' }] }, 'RG_OPTION_INVALID'],
    [{ feeds: [{ kind: 'tor', name: '', file: 'y' }] }, 'RG_OPTION_INVALID'],
    [{ feeds: [{ kind: 'tor', name: 'x' }] }, 'RG_OPTION_INVALID'],
    [
      {
        feeds: [
          { kind: 'tor', name: 'x', file: 'y' },
          { kind: 'vpn', name: 'x', file: 'z' },
        ],
      },
      'RG_OPTION_INVALID',
    ],
    [{ feeds: [null] }, 'RG_OPTION_INVALID'],
    [{ refreshMs: -1 }, 'RG_OPTION_INVALID'],
    [{ country: true }, 'RG_OPTION_INVALID'],
    [{ country: '/nowhere/x.mmdb' }, 'RG_NETWORK_DATA'],
    [{ asn: '/nowhere' }, 'RG_NETWORK_DATA'],
  ])('refuses %j', async (options, code) => {
    await expect(createNetwork(options as NetworkOptions)).rejects.toMatchObject({ code })
  })

  it('refuses a database that is cut off or something else', async () => {
    const whole = tinyMmdb(4, { '203.0.113.0/24': { country: 'NL' } })
    for (const bytes of [whole.subarray(0, 40), Buffer.from('<html>'), Buffer.alloc(0)])
      await expect(open({ country: write('c.mmdb', bytes) })).rejects.toMatchObject({ code: 'RG_NETWORK_DATA' })
    await expect(open({ asn: write('a.csv', 'not,a,table\n') })).rejects.toMatchObject({ code: 'RG_NETWORK_DATA' })
  })

  it('keeps the compiled operators for the next start, and makes them anew when that file is damaged', async () => {
    const cacheFolder = join(folder, 'cache')
    const options = { asn: write('asn.csv', ASN_CSV), cacheFolder }
    await open(options)
    const [name = ''] = readdirSync(cacheFolder)
    expect(name).toMatch(/^asn-[0-9a-f]{16}\.rgt$/)
    expect((await open({ asn: join(cacheFolder, name) })).lookup('203.0.113.9')?.asn).toBe(64_500)
    writeFileSync(join(cacheFolder, name), 'cut')
    expect((await open(options)).lookup('2001:db8::1')).toMatchObject({ asn: 64_501, kind: 'hosting' })
  })

  it('finds the data packages that are installed', async () => {
    const modules = join(folder, 'node_modules', '@ip-location-db')
    for (const name of ['asn', 'dbip-country-mmdb']) {
      mkdirSync(join(modules, name), { recursive: true })
      writeFileSync(join(modules, name, 'package.json'), '{"version":"2.3.2026061719"}')
    }
    writeFileSync(join(modules, 'asn', 'asn-ipv4-num.csv'), '3405803776,3405804031,64500,Example Telecom\n')
    writeFileSync(join(modules, 'asn', 'asn-ipv6.csv'), '2001:db8::,2001:db8::ffff,64501,Six\n')
    writeFileSync(
      join(modules, 'dbip-country-mmdb', 'dbip-country.mmdb'),
      tinyMmdb(6, { '203.0.113.0/24': { country_code: 'NL' } }),
    )
    const before = process.cwd()
    process.chdir(folder)
    try {
      const network = await createNetwork({ refreshMs: 0, clock: () => Date.UTC(2026, 5, 27) })
      opened.push(network)
      expect(network.lookup('203.0.113.9')).toMatchObject({ country: 'NL', asn: 64_500, kind: 'isp' })
      expect(network.lookup('2001:db8::1')).toMatchObject({ asn: 64_501 })
      expect(network.status().sources.map(({ what }) => what)).toEqual(['country', 'asn'])
      expect(network.status().sources.at(-1)?.age_days).toBe(10)
    } finally {
      process.chdir(before)
    }
  })

  it('takes in a database that was exchanged, and keeps the old one when the new one is damaged', async () => {
    const country = write('c.mmdb', tinyMmdb(4, { '203.0.113.0/24': { country: 'NL' } }))
    const network = await open({ country })
    expect(network.lookup('203.0.113.9')?.country).toBe('NL')
    write(
      'c.mmdb',
      Buffer.concat([tinyMmdb(4, { '203.0.113.0/24': { country: 'DE' }, '198.51.100.0/24': { country: 'FR' } })]),
    )
    expect(await network.reload()).toEqual(['country'])
    expect(network.lookup('203.0.113.9')?.country).toBe('DE')
    write('c.mmdb', 'cut')
    await expect(network.reload()).rejects.toMatchObject({ code: 'RG_NETWORK_DATA' })
    expect(network.lookup('203.0.113.9')?.country).toBe('DE')
  })
})
