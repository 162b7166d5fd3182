import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type AddressRequest,
  type ClientAddressOptions,
  clientAddressOf,
  createClientAddress,
} from './client-address.js'

type Sent = Readonly<Record<string, string | readonly string[]>>

const resolve = (
  options: ClientAddressOptions,
  peer: string | null | undefined,
  sent: Sent = {},
  rest: Partial<AddressRequest> = {},
) => createClientAddress(options).resolve({ peer, header: (name) => sent[name], ...rest })

const SPOOFS: Sent = {
  'x-forwarded-for': '6.6.6.6',
  'x-real-ip': '6.6.6.6',
  'cf-connecting-ip': '6.6.6.6',
  'true-client-ip': '6.6.6.6',
  forwarded: 'for=6.6.6.6',
  'x-client-ip': '6.6.6.6',
}

describe('with nobody trusted', () => {
  it('believes the peer, whatever forwarding headers say', () => {
    for (const [name, value] of Object.entries(SPOOFS)) {
      expect(resolve({}, '198.51.100.7', { [name]: value })).toMatchObject({
        ip: '198.51.100.7',
        key: '198.51.100.7',
        segment: '198.51.100.0/24',
        provenance: 'peer',
        hops: 0,
        warning: null,
      })
    }
    expect(resolve({}, '198.51.100.7', SPOOFS)).toMatchObject({ ip: '198.51.100.7', provenance: 'peer' })
  })

  it('takes a dual-stack peer for IPv4 and counts IPv6 by the /64', () => {
    expect(resolve({}, '::ffff:198.51.100.7')).toMatchObject({ ip: '198.51.100.7', key: '198.51.100.7' })
    expect(resolve({}, '2001:DB8::7')).toMatchObject({
      ip: '2001:db8::7',
      key: '2001:db8::/64',
      segment: '2001:db8::/56',
    })
    expect(resolve({}, 'fe80::1%eth0')).toMatchObject({ ip: 'fe80::1' })
  })

  it('names the proxy headers that the client itself sent, as evidence', () => {
    expect(resolve({}, '198.51.100.7', { via: '1.1 squid', 'x-forwarded-for': '10.0.0.3' }).clientProxyHeaders).toEqual(
      ['via', 'x-forwarded-for'],
    )
    expect(resolve({}, '198.51.100.7', { 'x-forwarded-for': [] }).clientProxyHeaders).toEqual([])
    expect(resolve({}, '198.51.100.7').clientProxyHeaders).toEqual([])
  })

  it.each([
    '10.0.0.5',
    '127.0.0.1',
    '::1',
    '192.168.1.1',
    '100.64.0.9',
    'fd00::1',
    '169.254.1.1',
    '::ffff:172.17.0.1',
    '35.191.0.1',
    '104.16.0.1',
    '151.101.0.1',
  ])('counts nobody by the shared address of an unconfigured proxy at %s', (peer) => {
    for (const [name, value] of Object.entries(SPOOFS)) {
      const found = resolve({}, peer, { [name]: value })
      expect(found).toMatchObject({
        provenance: 'untrusted_proxy',
        key: null,
        segment: null,
        clientProxyHeaders: [],
        warning: { code: 'forwarding_not_configured' },
      })
      expect(found.ip).not.toBe('6.6.6.6')
    }
  })

  it('takes a private peer without forwarding headers for a client, also behind its own Via', () => {
    expect(resolve({}, '10.0.0.5')).toMatchObject({ ip: '10.0.0.5', provenance: 'peer', warning: null })
    expect(resolve({}, '10.0.0.5', { via: '1.1 squid' })).toMatchObject({
      provenance: 'peer',
      clientProxyHeaders: ['via'],
    })
  })
})

describe('with trusted proxies', () => {
  const behind = { trustedProxies: ['10.0.0.0/8'] }

  it.each<[string, Sent, string, number]>([
    ['takes the one forwarded address', { 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9', 1],
    ['reads from the right, past trusted hops', { 'x-forwarded-for': '203.0.113.9, 10.9.9.9' }, '203.0.113.9', 2],
    [
      'never reaches what the client wrote in front',
      { 'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.9.9.9' },
      '203.0.113.9',
      2,
    ],
    ['joins duplicate lines in order', { 'x-forwarded-for': ['6.6.6.6', '203.0.113.9'] }, '203.0.113.9', 1],
    ['takes an inner client when every hop is trusted', { 'x-forwarded-for': '10.1.1.1, 10.2.2.2' }, '10.1.1.1', 2],
    ['understands ports, brackets and zones', { 'x-forwarded-for': '[2001:db8::9]:443' }, '2001:db8::9', 1],
    [
      'recognises a trusted hop in mapped spelling',
      { 'x-forwarded-for': '203.0.113.9, ::ffff:10.0.0.9' },
      '203.0.113.9',
      2,
    ],
  ])('%s', (_, sent, ip, hops) => {
    expect(resolve(behind, '10.0.0.1', sent)).toMatchObject({
      ip,
      provenance: 'forwarded',
      hops,
      malformed: false,
      warning: null,
    })
  })

  it.each<[string, Sent, string, string, number]>([
    ['the peer', { 'x-forwarded-for': 'unknown' }, '10.0.0.1', 'peer', 0],
    ['the peer', { 'x-forwarded-for': '203.0.113.9, ' }, '10.0.0.1', 'peer', 0],
    ['the peer', { 'x-forwarded-for': '6.6.6.6, 0x7f.1' }, '10.0.0.1', 'peer', 0],
    ['the nearest valid hop', { 'x-forwarded-for': '6.6.6.6, _hidden, 10.9.9.9' }, '10.9.9.9', 'forwarded', 1],
    [
      'the nearest valid hop',
      { 'x-forwarded-for': ['6.6.6.6', 'x'.repeat(60_000), '10.9.9.9'] },
      '10.9.9.9',
      'forwarded',
      1,
    ],
  ])('falls back to %s when junk stands in the trusted place', (_, sent, ip, provenance, hops) => {
    expect(resolve(behind, '10.0.0.1', sent)).toMatchObject({ ip, provenance, hops })
  })

  it('marks junk in the trusted place', () => {
    expect(resolve(behind, '10.0.0.1', { 'x-forwarded-for': '6.6.6.6, unknown' }).malformed).toBe(true)
  })

  it('ignores the header from a peer outside the ranges', () => {
    expect(resolve(behind, '198.51.100.7', { 'x-forwarded-for': '6.6.6.6' })).toMatchObject({
      ip: '198.51.100.7',
      provenance: 'peer',
      clientProxyHeaders: ['x-forwarded-for'],
    })
    expect(resolve(behind, '192.168.0.1', { 'x-forwarded-for': '6.6.6.6' })).toMatchObject({
      ip: '192.168.0.1',
      provenance: 'peer',
    })
  })

  it('reads only the configured header', () => {
    const options = { trustedProxies: 'private', forwardedHeader: 'X-Real-IP' }
    expect(resolve(options, '10.0.0.1', { ...SPOOFS, 'x-real-ip': '203.0.113.9' })).toMatchObject({
      ip: '203.0.113.9',
      provenance: 'forwarded',
    })
    expect(resolve(options, '10.0.0.1', { 'x-real-ip': ['6.6.6.6', '203.0.113.9'] })).toMatchObject({
      ip: '203.0.113.9',
    })
    expect(resolve(options, '10.0.0.1', { 'x-real-ip': ['6.6.6.6', '10.2.2.2'] })).toMatchObject({ ip: '10.2.2.2' })
  })

  it('reads Forwarded, also behind a quotation mark that a client left open', () => {
    const options = { trustedProxies: 'loopback', forwardedHeader: 'forwarded' }
    expect(resolve(options, '::1', { forwarded: 'for="[2001:db8::9]:80";proto=https' })).toMatchObject({
      ip: '2001:db8::9',
      key: '2001:db8::/64',
    })
    expect(resolve(options, '127.0.0.1', { forwarded: 'for="6.6.6.6, for=203.0.113.9' })).toMatchObject({
      ip: '203.0.113.9',
      clientProxyHeaders: ['forwarded'],
    })
  })

  it('works with a preset for content networks', () => {
    const options = { trustedProxies: ['cloudflare', 'loopback'], forwardedHeader: 'cf-connecting-ip' }
    expect(resolve(options, '172.64.0.1', { 'cf-connecting-ip': '203.0.113.9' })).toMatchObject({
      ip: '203.0.113.9',
      provenance: 'forwarded',
    })
    expect(resolve(options, '203.0.113.66', { 'cf-connecting-ip': '6.6.6.6' })).toMatchObject({
      ip: '203.0.113.66',
      provenance: 'peer',
    })
  })

  it('takes the peer when it says nothing, as for a health probe', () => {
    expect(resolve(behind, '10.0.0.1')).toMatchObject({
      ip: '10.0.0.1',
      provenance: 'peer',
      hops: 0,
      warning: null,
      clientProxyHeaders: [],
    })
    expect(resolve(behind, '10.0.0.1', { 'x-forwarded-for': [] })).toMatchObject({ ip: '10.0.0.1', provenance: 'peer' })
  })

  it('counts nobody by the proxy when the proxy writes another header than the configured one', () => {
    expect(resolve(behind, '10.0.0.1', { 'x-real-ip': '203.0.113.9' })).toMatchObject({
      provenance: 'untrusted_proxy',
      key: null,
      warning: { code: 'forwarded_header_mismatch' },
    })
  })

  it("does not let a client escape counting by flooding the proxy's header out of the server's limit", () => {
    expect(resolve(behind, '10.0.0.1', { 'x-real-ip': '6.6.6.6' }, { headersTruncated: true })).toMatchObject({
      malformed: true,
      ip: '10.0.0.1',
      key: '10.0.0.1',
      provenance: 'peer',
    })
  })

  it('reports a beginning of the header that nobody trusted wrote', () => {
    expect(resolve(behind, '10.0.0.1', { 'x-forwarded-for': '192.168.0.3, 203.0.113.9' }).clientProxyHeaders).toEqual([
      'x-forwarded-for',
    ])
    expect(resolve(behind, '10.0.0.1', { 'x-forwarded-for': '203.0.113.9, 10.3.3.3' }).clientProxyHeaders).toEqual([])
  })

  it('bounds what it walks', () => {
    const value = `6.6.6.6, ${Array(600).fill('10.2.2.2').join(', ')}`
    expect(resolve(behind, '10.0.0.1', { 'x-forwarded-for': value })).toMatchObject({ ip: '10.2.2.2', hops: 64 })
  })
})

describe('without a peer address', () => {
  it('is unknown on a Unix socket and over HTTP/1.0 alike, and asks for configuration behind a proxy', () => {
    for (const peer of [undefined, null]) {
      expect(resolve({}, peer)).toMatchObject({
        ip: null,
        key: null,
        segment: null,
        provenance: 'unknown',
        warning: null,
      })
      expect(resolve({}, peer, SPOOFS)).toMatchObject({
        ip: null,
        key: null,
        provenance: 'untrusted_proxy',
        warning: { code: 'forwarding_not_configured' },
      })
      expect(resolve({ trustedProxies: 'loopback' }, peer, SPOOFS)).toMatchObject({
        ip: null,
        provenance: 'untrusted_proxy',
      })
    }
  })

  it('believes the proxy on a trusted Unix socket', () => {
    expect(resolve({ trustedProxies: 'unix' }, undefined, { 'x-forwarded-for': '203.0.113.9' })).toMatchObject({
      ip: '203.0.113.9',
      provenance: 'forwarded',
    })
    expect(resolve({ trustedProxies: 'unix' }, undefined, { 'x-forwarded-for': 'junk' })).toMatchObject({
      ip: null,
      provenance: 'unknown',
      malformed: true,
    })
  })

  it.each(['', 'localhost', '0177.0.0.1', '１.2.3.4', '10.0.0.1:80', 'x'.repeat(1e6)])(
    'is unknown for the peer %p, which is trusted by nobody',
    (peer) => {
      expect(resolve({ trustedProxies: ['private', 'unix'] }, peer, SPOOFS)).toMatchObject({
        ip: null,
        key: null,
        provenance: 'unknown',
      })
    },
  )
})

describe('clientAddressOf', () => {
  it('takes the host at its word, or is unknown', () => {
    expect(clientAddressOf('::ffff:203.0.113.9')).toMatchObject({
      ip: '203.0.113.9',
      key: '203.0.113.9',
      provenance: 'peer',
    })
    expect(clientAddressOf('203.0.113.9:80')).toMatchObject({ ip: null, key: null, provenance: 'unknown' })
  })
})

describe('whatever is sent', () => {
  it('refuses unsafe options at construction', () => {
    expect(() => createClientAddress({ trustedProxies: [] })).toThrow(
      expect.objectContaining({ code: 'RG_TRUST_INVALID' }),
    )
    expect(() => createClientAddress({ trustedProxies: '10.0.0.0/33' })).toThrow(
      expect.objectContaining({ code: 'RG_CIDR_INVALID' }),
    )
    expect(() => createClientAddress({ forwardedHeader: 'x-real-ip' })).toThrow(
      expect.objectContaining({ code: 'RG_TRUST_INVALID' }),
    )
  })

  it('never throws, bounds the key, and lets no client choose its address through a proxy that appends', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'for=";,\\[]:_.%10 '), maxLength: 300 }),
    )
    const header = fc.constantFrom('x-forwarded-for', 'forwarded', 'x-real-ip')
    fc.assert(
      fc.property(header, fc.array(junk, { maxLength: 4 }), fc.boolean(), (forwardedHeader, lines, appended) => {
        const own = forwardedHeader === 'forwarded' ? 'for=203.0.113.9' : '203.0.113.9'
        const sent = { [forwardedHeader]: appended ? [...lines, own] : lines }
        const found = resolve({ trustedProxies: 'private', forwardedHeader }, '10.0.0.1', sent)
        expect((found.key ?? '').length).toBeLessThanOrEqual(49)
        if (appended) expect(found.ip).toBe('203.0.113.9')
      }),
    )
  })
})
