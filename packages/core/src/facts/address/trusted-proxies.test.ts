import { describe, expect, it } from '@jest/globals'
import { parseIp } from './parse-ip.js'
import { PROXY_RANGES } from './proxy-ranges.js'
import { parseForwardedHeader, parseTrustedProxies } from './trusted-proxies.js'

const trusts = (option: unknown, text: string) => {
  const parsed = parseIp(text)
  return parsed !== null && parseTrustedProxies(option)?.ranges.has(parsed) === true
}

describe('parseTrustedProxies', () => {
  it('trusts nobody when the option is left out', () => {
    expect(parseTrustedProxies(undefined)).toBeNull()
  })

  it.each([
    ['loopback', '127.0.0.1', '10.0.0.1'],
    ['loopback', '::1', '::2'],
    ['private', '172.31.255.255', '172.32.0.0'],
    ['private', 'fd00::1', 'fe80::1'],
    ['linklocal', '169.254.1.1', '169.255.0.0'],
    ['shared', '100.127.255.255', '100.128.0.0'],
    ['aws-alb', '10.0.0.1', '127.0.0.1'],
    ['gcp-lb', '130.211.3.255', '130.211.4.0'],
    ['cloudflare', '104.27.255.255', '104.28.0.0'],
    ['cloudflare', '2606:4700::1', '2606:4701::1'],
    ['fastly', '151.101.1.1', '151.102.0.0'],
    [['loopback', '203.0.113.0/24'], '203.0.113.255', '203.0.114.0'],
    ['203.0.113.7', '203.0.113.7', '203.0.113.8'],
  ])('%p trusts %s and not %s', (option, inside, outside) => {
    expect(trusts(option, inside)).toBe(true)
    expect(trusts(option, outside)).toBe(false)
  })

  it.each(Object.keys(PROXY_RANGES))('builds the preset %s', (name) => {
    expect(parseTrustedProxies(name)?.ranges.size).toBeGreaterThan(0)
  })

  it('trusts a Unix socket only when told to', () => {
    expect(parseTrustedProxies(['unix', 'loopback'])).toMatchObject({ unixSocket: true })
    expect(parseTrustedProxies('loopback')).toMatchObject({ unixSocket: false })
  })

  it.each([
    [[]],
    [true],
    [false],
    [1],
    [0],
    [[1]],
    [['loopback', 2]],
    [null],
    [{}],
    [[null]],
    [[['loopback']]],
    [''],
    ['cloudflair'],
    ['constructor'],
    ['__proto__'],
    ['0.0.0.0/0'],
    ['::/0'],
    ['0.0.0.0/1'],
    ['2000::/3'],
    [['loopback', '::ffff:0.0.0.0/96']],
    [() => true],
    [Symbol('x')],
    [1n],
  ])('refuses %p with RG_TRUST_INVALID', (option) => {
    expect(() => parseTrustedProxies(option)).toThrow(expect.objectContaining({ code: 'RG_TRUST_INVALID' }))
  })

  it.each([['10.0.0.0/33'], [['loopback', '10.0.0.1/8']], ['1'], ['10.0.0.0/8, 127.0.0.1'], ['127.0.0']])(
    'refuses %p with RG_CIDR_INVALID',
    (option) => {
      expect(() => parseTrustedProxies(option)).toThrow(expect.objectContaining({ code: 'RG_CIDR_INVALID' }))
    },
  )

  it('says what was given and what was expected', () => {
    expect(() => parseTrustedProxies(2)).toThrow(/2 is refused.*number of hops.*10\.0\.0\.0\/8.*cloudflare/)
  })
})

describe('parseForwardedHeader', () => {
  const trusted = parseTrustedProxies('loopback')

  it('is x-forwarded-for unless said otherwise, in lower case', () => {
    expect(parseForwardedHeader(undefined, trusted)).toBe('x-forwarded-for')
    expect(parseForwardedHeader(undefined, null)).toBe('x-forwarded-for')
    expect(parseForwardedHeader('CF-Connecting-IP', trusted)).toBe('cf-connecting-ip')
  })

  it.each([
    [''],
    ['two words'],
    ['x-real-ip, forwarded'],
    [['x-real-ip']],
    [1],
    [true],
    [null],
    ['x'.repeat(65)],
    ['x\r\n'],
  ])('refuses %p', (option) => {
    expect(() => parseForwardedHeader(option, trusted)).toThrow(expect.objectContaining({ code: 'RG_TRUST_INVALID' }))
  })

  it('refuses a header that nobody is trusted to write', () => {
    expect(() => parseForwardedHeader('x-real-ip', null)).toThrow(/trustedProxies/)
  })
})
