import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { countedNetwork, networkText } from './counted-network.js'
import { parseIp, toIpText } from './parse-ip.js'

const countedOf = (text: string) => {
  const parsed = parseIp(text)
  return parsed === null ? null : countedNetwork(parsed)
}

describe('countedNetwork', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9', '203.0.113.0/24'],
    ['::ffff:203.0.113.9', '203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:1:2ff:a:b:c:d', '2001:db8:1:2ff::/64', '2001:db8:1:200::/56'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:0:4136:e378::/64', '2001:0:4136:e300::/56'],
    ['64:ff9b::203.0.113.9', '64:ff9b::cb00:7109', '64:ff9b::cb00:7100/120'],
    ['2002:cb00:7109:1::5', '2002:cb00:7109::/48', '2002:cb00:7100::/40'],
  ])('counts %s as %s within %s', (text, key, segment) => {
    expect(countedOf(text)).toEqual({ key, segment })
  })

  it('counts a whole /64 as one and the next one apart', () => {
    expect(countedOf('2001:db8::1')?.key).toBe(countedOf('2001:db8:0:0:ffff:ffff:ffff:ffff')?.key)
    expect(countedOf('2001:db8::1')?.key).not.toBe(countedOf('2001:db8:0:1::1')?.key)
  })

  it('keeps keys short whatever the address', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toIpText), (text) => {
        const counted = countedOf(text)
        expect(Math.max(counted?.key.length ?? 99, counted?.segment.length ?? 99)).toBeLessThanOrEqual(49)
      }),
    )
  })

  it('cuts to any prefix', () => {
    const parsed = parseIp('2001:db8:aaaa:bbbb::1')
    expect(parsed && networkText(parsed, 48)).toBe('2001:db8:aaaa::/48')
  })
})
