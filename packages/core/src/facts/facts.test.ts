import { describe, expect, it } from '@jest/globals'
import type { RiskEvent } from './event.js'
import { appStanding, pageOrigin } from './facts.js'
import { parseHeaders } from './headers.js'

const expectations = {
  platform: null,
  origins: ['https://shop.example'],
  apps: ['com.shop.app'],
  blockedCountries: new Set<string>(),
}
const from = (headers: Record<string, string>, over: object = {}) =>
  ({ headers: parseHeaders(headers), client: null, expectations, ...over }) as unknown as RiskEvent

describe('the origin of the page', () => {
  it('is Origin, else that of Referer', () => {
    expect(pageOrigin.read(from({ origin: 'https://shop.example' }))).toEqual({ expected: true })
    expect(pageOrigin.read(from({ referer: 'https://shop.example/login?next=1' }))).toEqual({ expected: true })
    expect(pageOrigin.read(from({ origin: 'https://sh0p.example', referer: 'https://shop.example/' }))).toEqual({
      expected: false,
    })
  })
  it('is compared whole: scheme, host and port', () => {
    for (const origin of ['http://shop.example', 'https://shop.example:8443', 'https://shop.example.evil.test']) {
      expect(pageOrigin.read(from({ origin }))).toEqual({ expected: false })
    }
  })
  it('is absent where nothing can be said', () => {
    for (const headers of [
      {},
      { origin: 'null' },
      { origin: '%%%' },
      { referer: 'about:blank' },
      { origin: `https://${'a'.repeat(5000)}` },
    ]) {
      expect(pageOrigin.read(from(headers as Record<string, string>))).toBeUndefined()
    }
    expect(
      pageOrigin.read(from({ origin: 'https://x.test' }, { expectations: { ...expectations, origins: [] } })),
    ).toBeUndefined()
  })
})

describe("an app's page view", () => {
  const app = (name: string | null) => appStanding.read(from({}, { client: { webView: { package: name } } }))
  it('is our own, foreign or hidden', () => {
    expect([app('com.shop.app'), app('com.other.app'), app(null)]).toEqual(['own', 'foreign', 'hidden'])
  })
  it('is nothing in a browser', () => {
    expect(appStanding.read(from({}, { client: { webView: null } }))).toBeUndefined()
  })
})
