import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createDeviceCookie, type DeviceCookie } from './device-cookie.js'

const OLD = Buffer.from('the old secret, long enough to be one')
const NEW = Buffer.from('the new secret, long enough to be one')
const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 0, 15)
const HTTPS = { nowMs: NOW, transport: 'https' } as const
const HTTP = { nowMs: NOW, transport: 'unknown' } as const
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const cookie = createDeviceCookie({ secrets: [NEW] })
/** What a browser sends back. */
const pairOf = (setCookie: string) => setCookie.split(';')[0] as string
const textOf = (setCookie: string) => pairOf(setCookie).split('=')[1] as string
const NOTHING = { id: null, standing: 'none', generation: 0, renew: false }
const INVALID = { ...NOTHING, standing: 'invalid' }

describe('the Set-Cookie line', () => {
  it.each([
    ['over HTTPS', {}, HTTPS, /^__Host-rg_d=[\w-]{50}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax; Secure$/],
    ['where HTTPS is not known', {}, HTTP, /^rg_d=[\w-]{50}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/],
    [
      'with a domain, where __Host- is not allowed',
      { domain: 'shop.example' },
      HTTPS,
      /^rg_d=[\w-]{50}; .*Path=\/; Domain=shop\.example; HttpOnly; SameSite=Lax; Secure$/,
    ],
    [
      'with a path, likewise',
      { path: '/app' },
      HTTPS,
      /^rg_d=[\w-]{50}; .*Path=\/app; HttpOnly; SameSite=Lax; Secure$/,
    ],
    ['with a name of the host', { name: 'dev' }, HTTPS, /^dev=[\w-]{50}; .*Secure$/],
    ['always secure', { secure: 'always' }, HTTP, /^__Host-rg_d=.*Secure$/],
    ['never secure', { secure: 'never' }, HTTPS, /^rg_d=.*SameSite=Lax$/],
    ['strict', { sameSite: 'Strict' }, HTTP, /SameSite=Strict$/],
  ] as const)('%s', (_, options, response, expected) => {
    const { setCookie } = createDeviceCookie({ secrets: [NEW], ...options }).issue(response)
    expect(setCookie).toMatch(expected)
    expect(textOf(setCookie).length).toBeLessThanOrEqual(128)
  })

  it('names a new device each time', () => {
    const ids = new Set(Array.from({ length: 1000 }, () => cookie.issue(HTTPS).id))
    expect(ids.size).toBe(1000)
    expect([...ids].every((id) => /^[\w-]{22}$/.test(id))).toBe(true)
  })
})

describe('reading', () => {
  it.each([
    ['over HTTPS', HTTPS],
    ['where HTTPS is not known', HTTP],
  ])('gives back what was issued %s, among other cookies', (_, response) => {
    const { id, setCookie } = cookie.issue(response)
    const reading = cookie.read(`theme=dark; ${pairOf(setCookie)}; sid=%E0%A4%A`, NOW)
    expect(reading).toEqual({ id, standing: 'known', generation: 0, renew: false })
  })

  it('gives the next generation after a rotation, and the same one after a renewal', () => {
    const { id } = cookie.issue(HTTP)
    expect(cookie.read(pairOf(cookie.rotate({ id, generation: 7 }, HTTP)), NOW)).toMatchObject({ id, generation: 8 })
    expect(cookie.read(pairOf(cookie.rotate({ id, generation: 65_535 }, HTTP)), NOW)).toMatchObject({
      id,
      generation: 0,
    })
    expect(cookie.read(pairOf(cookie.renew({ id, generation: 7 }, HTTP)), NOW)).toMatchObject({ id, generation: 7 })
  })

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['other cookies', 'a=b; c=d'],
    ['a longer name', 'xrg_d=abc; rg_dx=abc'],
    ['an empty value', 'rg_d='],
  ])('takes %s for no cookie', (_, header) => {
    expect(cookie.read(header, NOW)).toEqual(NOTHING)
  })

  it('takes text that we never wrote for an invalid one', () => {
    for (const value of [
      'x',
      'A'.repeat(50),
      '%',
      '%zz%E0',
      'undefined',
      '{"a":1}',
      'é'.repeat(50),
      'A'.repeat(10_000),
    ]) {
      expect(cookie.read(`rg_d=${value}`, NOW)).toEqual(INVALID)
    }
  })

  it('refuses a value with any character changed, which covers key id, generation, day, id, MAC and spelling', () => {
    const value = textOf(cookie.issue(HTTP).setCookie)
    for (let i = 0; i < value.length; i++) {
      for (const other of BASE64URL) {
        if (other === value[i]) continue
        expect(cookie.read(`rg_d=${value.slice(0, i)}${other}${value.slice(i + 1)}`, NOW)).toEqual(INVALID)
      }
    }
  })

  it('refuses truncated values and an empty MAC', () => {
    const value = textOf(cookie.issue(HTTP).setCookie)
    for (let length = 1; length < value.length; length++)
      expect(cookie.read(`rg_d=${value.slice(0, length)}`, NOW)).toEqual(INVALID)
  })

  it('never throws, whatever the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(['none', 'invalid']).toContain(cookie.read(text, NOW).standing)
        expect(['none', 'invalid']).toContain(cookie.read(`rg_d=${text}; __Host-rg_d=${text}`, NOW).standing)
      }),
    )
  })

  it('does not hold a planted second cookie against the browser', () => {
    const { id, setCookie } = cookie.issue(HTTP)
    expect(cookie.read(`rg_d=planted; ${pairOf(setCookie)}`, NOW)).toEqual(NOTHING)
    expect(cookie.read(`${pairOf(setCookie)}; rg_d=planted`, NOW)).toMatchObject({ id, standing: 'known' })
  })

  it('believes the name that only this host can set before the plain one', () => {
    const safe = cookie.issue(HTTPS)
    const planted = cookie.issue(HTTP)
    expect(cookie.read(`${pairOf(planted.setCookie)}; ${pairOf(safe.setCookie)}`, NOW)).toMatchObject({ id: safe.id })
  })

  it('does not take a cookie that is as good but of another name', () => {
    const other: DeviceCookie = createDeviceCookie({ secrets: [NEW], name: 'dev' })
    expect(other.read(pairOf(cookie.issue(HTTP).setCookie), NOW)).toEqual(NOTHING)
  })
})

describe('rotation of secrets', () => {
  it('accepts what any secret signed, asks to sign it anew, and signs with the first', () => {
    const both = createDeviceCookie({ secrets: [NEW, OLD] })
    const { id, setCookie } = createDeviceCookie({ secrets: [OLD] }).issue(HTTP)
    expect(both.read(pairOf(setCookie), NOW)).toEqual({ id, standing: 'known', generation: 0, renew: true })
    expect(cookie.read(pairOf(both.renew({ id, generation: 0 }, HTTP)), NOW)).toEqual({
      id,
      standing: 'known',
      generation: 0,
      renew: false,
    })
  })

  it('refuses what an unknown secret signed', () => {
    expect(cookie.read(pairOf(createDeviceCookie({ secrets: [OLD] }).issue(HTTP).setCookie), NOW)).toEqual(INVALID)
  })
})

describe('renewal', () => {
  const { setCookie } = cookie.issue(HTTP)
  it.each([
    ['on the day', 0, 'known', false],
    ['after 30 days', 30, 'known', false],
    ['after 31 days', 31, 'known', true],
    ['after 400 days', 400, 'known', true],
    ['after 401 days, when browsers have dropped it', 401, 'none', false],
    ['with our clock a day back', -1, 'known', false],
  ])('%s', (_, days, standing, renew) => {
    expect(cookie.read(pairOf(setCookie), NOW + days * DAY_MS)).toMatchObject({ standing, renew })
  })

  it('moves a plain cookie to the safe name once HTTPS is known', () => {
    expect(cookie.read(pairOf(setCookie), NOW, 'https')).toMatchObject({ standing: 'known', renew: true })
    expect(cookie.read(pairOf(cookie.issue(HTTPS).setCookie), NOW, 'https')).toMatchObject({
      standing: 'known',
      renew: false,
    })
  })

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, 1e18])('survives a clock at %d', (nowMs) => {
    const { id, setCookie } = cookie.issue({ nowMs, transport: 'unknown' })
    expect(cookie.read(pairOf(setCookie), nowMs)).toMatchObject({ id, standing: 'known' })
  })
})
