import { describe, expect, it } from '@jest/globals'
import { createCrawlerProofs, type ReverseDns } from './crawler-proofs.js'

const DOMAINS = ['googlebot.com', 'google.com']

function zone(
  names: Readonly<Record<string, readonly string[]>>,
  addresses: Readonly<Record<string, readonly string[]>>,
): ReverseDns & { readonly asked: string[] } {
  const asked: string[] = []
  const look = (table: Readonly<Record<string, readonly string[]>>) => async (key: string) => {
    asked.push(key)
    const found = table[key]
    if (found === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    return found
  }
  return { asked, reverse: look(names), resolve4: look(addresses), resolve6: look(addresses) }
}

async function verdict(dns: ReverseDns, ip: string): Promise<string | null> {
  const proofs = createCrawlerProofs(dns)
  expect(proofs.of(ip, DOMAINS)).toBeNull()
  await proofs.settled()
  return proofs.of(ip, DOMAINS)
}

describe('proofs of crawlers', () => {
  const own = 'crawl-66-249-66-1.googlebot.com'

  it('knows the robot whose name leads back to its address', async () => {
    expect(await verdict(zone({ '66.249.66.1': [own] }, { [own]: ['66.249.66.1'] }), '66.249.66.1')).toBe('genuine')
    expect(await verdict(zone({ '2001:db8::1': [own] }, { [own]: ['2001:DB8:0::1'] }), '2001:db8::1')).toBe('genuine')
  })

  it('is not fooled by a name that its owner made up, nor by one that only ends alike', async () => {
    expect(await verdict(zone({ '192.0.2.1': [own] }, { [own]: ['66.249.66.1'] }), '192.0.2.1')).toBe('forged')
    const alike = 'crawl.fakegooglebot.com'
    expect(await verdict(zone({ '192.0.2.1': [alike] }, { [alike]: ['192.0.2.1'] }), '192.0.2.1')).toBe('forged')
    const behind = 'googlebot.com.example.net'
    expect(await verdict(zone({ '192.0.2.1': [behind] }, { [behind]: ['192.0.2.1'] }), '192.0.2.1')).toBe('forged')
  })

  it('takes an address without a name for forged, and silence of DNS for neither', async () => {
    expect(await verdict(zone({}, {}), '192.0.2.1')).toBe('forged')
    const silent: ReverseDns = {
      ...zone({}, {}),
      reverse: () => Promise.reject(Object.assign(new Error('timeout'), { code: 'ETIMEOUT' })),
    }
    expect(await verdict(silent, '192.0.2.1')).toBeNull()
  })

  it('asks once for an address, and for few addresses at a time', async () => {
    const dns = zone({ '66.249.66.1': [own] }, { [own]: ['66.249.66.1'] })
    const proofs = createCrawlerProofs(dns)
    for (let i = 0; i < 5; i++) proofs.of('66.249.66.1', DOMAINS)
    await proofs.settled()
    proofs.of('66.249.66.1', DOMAINS)
    expect(dns.asked).toEqual(['66.249.66.1', own])
    for (let i = 0; i < 100; i++) proofs.of(`192.0.2.${i}`, DOMAINS)
    await proofs.settled()
    expect(dns.asked).toHaveLength(10)
  })

  it('asks nothing for a robot whose operator names no domain', () => {
    const dns = zone({}, {})
    expect(createCrawlerProofs(dns).of('192.0.2.1', [])).toBeNull()
    expect(dns.asked).toEqual([])
  })
})
