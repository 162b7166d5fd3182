import { describe, expect, it } from '@jest/globals'
import { toUserAgentFacts } from './user-agent.js'
import { toOldBrowser, toOldOs } from './versions.js'

const at = (day: string) => Date.parse(day)
const chrome = (major: number) =>
  toUserAgentFacts(
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`,
  )
const firefox = (major: number) =>
  toUserAgentFacts(`Mozilla/5.0 (X11; Linux x86_64; rv:${major}.0) Gecko/20100101 Firefox/${major}.0`)
const safari = (version: string) =>
  toUserAgentFacts(
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Safari/605.1.15`,
  )

describe('toOldBrowser', () => {
  it('judges by the time of the event, so that a replay gives the same answer', () => {
    expect(toOldBrowser(chrome(120), at('2024-06-01'))).toBeNull()
    expect(toOldBrowser(chrome(120), at('2024-12-04'))).toBeNull()
    expect(toOldBrowser(chrome(120), at('2024-12-06'))).toMatchObject({
      name: 'chromium',
      major: 120,
      ageDays: 367,
      behindMajors: 11,
    })
  })
  it('counts the majors that came since', () => {
    expect(toOldBrowser(chrome(131), at('2026-04-08'))).toMatchObject({ behindMajors: 16 })
  })
  it('calls versions of the future new', () => expect(toOldBrowser(chrome(400), at('2026-11-21'))).toBeNull())
  it('gives an extended-support Firefox longer', () => {
    expect(toOldBrowser(firefox(140), at('2026-11-21'))).toBeNull()
    expect(toOldBrowser(firefox(139), at('2026-11-21'))).toMatchObject({ name: 'firefox' })
  })
  it('knows that Safari went from 18 to 26', () => {
    expect(toOldBrowser(safari('26.1'), at('2026-11-21'))).toBeNull()
    expect(toOldBrowser(safari('18.3'), at('2026-11-21'))).toBeNull()
    expect(toOldBrowser(safari('16.1'), at('2026-11-21'))).toMatchObject({ name: 'safari', major: 16 })
  })
})

describe('toOldOs', () => {
  it('takes no phone for old by the iOS 18.6 that every Safari since 26 writes', () => {
    const iphone = (version: string) =>
      toUserAgentFacts(
        `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Mobile/15E148 Safari/604.1`,
      )
    expect(toOldOs(iphone('28.0'), null, at('2028-07-01'))).toBeNull()
    expect(toOldOs(iphone('18.6'), null, at('2028-07-01'))).toMatchObject({ name: 'ios', major: 18 })
  })
  const os = (platform: string) =>
    toUserAgentFacts(`Mozilla/5.0 (${platform}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36`)
  const now = at('2026-11-21')
  it.each([
    'Windows NT 6.1; Win64; x64',
    'Windows NT 5.1',
    'Macintosh; Intel Mac OS X 10_9_5',
    'Linux; Android 8.1.0; SM-J701F',
  ])('%s is old', (platform) => {
    expect(toOldOs(os(platform), null, now)).not.toBeNull()
  })
  it.each([
    'Windows NT 10.0; Win64; x64',
    'Macintosh; Intel Mac OS X 10_15_7',
    'Linux; Android 13; SM-S911B',
    'X11; Linux x86_64',
  ])('%s is not', (platform) => {
    expect(toOldOs(os(platform), null, now)).toBeNull()
  })
  it('reads nothing from the version that Chromium freezes', () => {
    const frozen = toUserAgentFacts(
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
    )
    expect(toOldOs(frozen, null, now)).toBeNull()
  })
})
