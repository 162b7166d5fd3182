import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createNetwork } from '../create-network.js'
import {
  type Answer,
  cutOff,
  endless,
  type FeedServer,
  silent,
  startFeedServer,
  status,
  whole,
} from './contract/feed-server.js'
import { parseFeedConfig } from './feed-config.js'
import { feedsStatus } from './feeds-status.js'
import { type FeedUpdate, type UpdateOptions, updateFeeds } from './update-feeds.js'

const HUNDRED = Array.from({ length: 100 }, (_, i) => `203.0.113.${i * 2}/32`).join('\n')
const OTHER_HUNDRED = Array.from({ length: 100 }, (_, i) => `198.51.100.${i * 2}/32`).join('\n')
const patience = { attempts: 2, backoffMs: 1, timeoutMs: 300 }

let folder: string
let server: FeedServer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'riskguard-feeds-'))
  server = await startFeedServer()
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const config = (more: object = {}) =>
  parseFeedConfig({ feeds: [{ name: 'tor', kind: 'tor', url: server.url, ...more }] }, folder)

async function update(
  answer: Answer | readonly Answer[],
  more: object = {},
  options: UpdateOptions = {},
): Promise<FeedUpdate | undefined> {
  server.answers(...[answer].flat())
  return (await updateFeeds(config(more), { patience, ...options }))[0]
}

async function listed(ip: string): Promise<boolean> {
  const network = await createNetwork({
    country: false,
    city: false,
    asn: false,
    refreshMs: 0,
    feeds: config().feeds.map(({ kind, name, file }) => ({ kind, name, file })),
  })
  return network.lookup(ip)?.lists.length === 1
}

describe('updating a list', () => {
  it('puts it in place, with what its source says of it', async () => {
    expect(await update(whole(HUNDRED))).toEqual({ name: 'tor', result: 'replaced', reason: null, entries: 100 })
    expect(await listed('203.0.113.8')).toBe(true)
    expect(JSON.parse(readFileSync(join(folder, 'feeds/tor.rgt.json'), 'utf8'))).toMatchObject({
      url: server.url,
      etag: '"1"',
      entries: 100,
      sha256: createHash('sha256').update(HUNDRED).digest('hex'),
      failure: null,
    })
    expect(readdirSync(join(folder, 'feeds')).sort()).toEqual(['tor.rgt', 'tor.rgt.json'])
  })

  it('fetches nothing twice: the source says that it is the same, and the copy is as fresh again', async () => {
    const then = Date.UTC(2026, 0, 1)
    await update(whole(HUNDRED), {}, { now: () => then })
    const later = then + 10 * 86_400_000
    expect(await feedsStatus(config(), () => later)).toMatchObject([{ state: 'stale', age_days: 10 }])
    expect(await update(whole(HUNDRED), {}, { now: () => later })).toMatchObject({ result: 'same', entries: 100 })
    expect(server.asked.at(-1)?.headers['if-none-match']).toBe('"1"')
    expect(await feedsStatus(config(), () => later)).toMatchObject([{ state: 'current', age_days: 0, failure: null }])
  })

  it('replaces it when the source has another', async () => {
    await update(whole(HUNDRED))
    expect(await update(whole(OTHER_HUNDRED, '"2"'))).toMatchObject({ result: 'replaced' })
    expect([await listed('203.0.113.8'), await listed('198.51.100.8')]).toEqual([false, true])
  })

  it('unpacks what is served packed', async () => {
    expect(await update(whole(gzipSync(HUNDRED)))).toMatchObject({ result: 'replaced', entries: 100 })
  })

  const broken: Record<string, readonly [Answer, RegExp]> = {
    'an empty file': [whole('', '"2"'), /empty/],
    'a file of blanks and comments': [whole('# nothing today\n\n', '"2"'), /0 networks/],
    'a web page': [whole('<!DOCTYPE html><html>Sign in</html>', '"2"'), /web page/],
    'a page behind blanks': [whole('\n\n  <html></html>', '"2"'), /web page/],
    'another document': [whole(`${HUNDRED}\n${'not a network\n'.repeat(50)}`, '"2"'), /no networks/],
    'a list shrunk to a third': [
      whole(HUNDRED.split('\n').slice(0, 33).join('\n'), '"2"'),
      /shrank from 100 networks to 33/,
    ],
    'a list of everything': [
      whole(Array.from({ length: 80 }, (_, i) => `${i + 11}.0.0.0/8`).join('\n'), '"2"'),
      /quarter/,
    ],
    'a list of private space alone': [whole('10.0.0.0/8\n192.168.0.0/16\n', '"2"'), /0 networks/],
    'a line that breaks': [cutOff(OTHER_HUNDRED), /terminated|aborted|socket|closed/i],
    'more than is allowed, without end': [endless(), /more than 20000 bytes/],
    'more than is allowed, announced': [whole('203.0.113.1\n'.repeat(3_000), '"2"'), /more than 20000 bytes/],
    silence: [silent(), /not done within 300 ms/],
    'not found': [status(404), /404/],
    'a fault of the server': [status(500), /500/],
    'half of a packed file': [whole(gzipSync(OTHER_HUNDRED).subarray(0, 60), '"2"'), /unpacked/],
    'JSON that is cut off': [whole('{"prefixes":[{"ip_prefix":"203.0.113.0/24"', '"2"'), /no networks/],
  }
  it.each(Object.entries(broken))('keeps the good copy when it gets %s', async (_, [answer, reason]) => {
    await update(whole(HUNDRED))
    const before = readFileSync(join(folder, 'feeds/tor.rgt'))
    const kept = await update(answer, { maxBytes: 20_000 })
    expect(kept).toMatchObject({ result: 'kept', entries: 100, reason: expect.stringMatching(reason) })
    expect(readFileSync(join(folder, 'feeds/tor.rgt'))).toEqual(before)
    expect(await feedsStatus(config())).toMatchObject([
      { state: 'current', failure: { reason: expect.stringMatching(reason) } },
    ])
    expect(readdirSync(join(folder, 'feeds')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('puts nothing in place of nothing', async () => {
    expect(await update(whole('<html>'))).toMatchObject({ result: 'kept', entries: null })
    expect(await feedsStatus(config())).toMatchObject([{ state: 'missing', age_days: null }])
  })

  it('tries again after a fault that may pass, and not after one that stays', async () => {
    expect(await update([status(503, { 'retry-after': '0' }), whole(HUNDRED)])).toMatchObject({ result: 'replaced' })
    const asked = server.asked.length
    await update(status(404))
    expect(server.asked.length).toBe(asked + 1)
    expect(await update([cutOff(OTHER_HUNDRED), whole(OTHER_HUNDRED, '"2"')])).toMatchObject({ result: 'replaced' })
  })

  it('lets a list shrink when somebody has looked at it', async () => {
    await update(whole(HUNDRED))
    expect(await update(whole('203.0.113.0/24', '"2"'), {}, { acceptShrunken: ['tor'] })).toMatchObject({
      result: 'replaced',
      entries: 1,
    })
  })

  it('believes the digest that the source publishes', async () => {
    const digest = (text: string) => `${createHash('sha256').update(text).digest('hex')}  list.txt\n`
    const sha256Url = new URL('/list.txt.sha256', server.url).href
    const serve =
      (text: string, sum: string): Answer =>
      (request, response) =>
        request.url === '/list.txt' ? whole(text, `"${text.length}"`)(request, response) : whole(sum)(request, response)
    expect(await update(serve(HUNDRED, digest(HUNDRED)), { sha256Url })).toMatchObject({ result: 'replaced' })
    expect(await update(serve(`${HUNDRED}\n`, digest(OTHER_HUNDRED)), { sha256Url })).toMatchObject({
      result: 'kept',
      reason: expect.stringMatching(/not those/),
    })
    expect(await update(serve(`${HUNDRED}\n\n`, '<html>'), { sha256Url })).toMatchObject({
      result: 'kept',
      reason: expect.stringMatching(/not among/),
    })
  })

  it('sends a key from the environment, and tells how far it is', async () => {
    process.env.RISKGUARD_TEST_KEY = 'k-1'
    const seen: (readonly [string, number, number | null])[] = []
    await update(
      whole(HUNDRED),
      { headers: { 'x-key': '$RISKGUARD_TEST_KEY' } },
      { onProgress: (...args) => seen.push(args) },
    )
    delete process.env.RISKGUARD_TEST_KEY
    expect(server.asked.at(-1)?.headers['x-key']).toBe('k-1')
    expect(seen.at(-1)).toEqual(['tor', HUNDRED.length, HUNDRED.length])
  })

  it('updates only what was named, and leaves files alone that somebody else keeps', async () => {
    server.answers(whole(HUNDRED))
    const two = parseFeedConfig(
      {
        feeds: [
          { name: 'tor', kind: 'tor', url: server.url },
          { name: 'own', kind: 'reputation', file: 'own.txt' },
        ],
      },
      folder,
    )
    expect(await updateFeeds(two, { names: ['own'], patience })).toMatchObject([{ name: 'own', result: 'unmanaged' }])
    expect(server.asked).toHaveLength(0)
  })
})

describe('the file of lists', () => {
  it.each([
    [{}, /feeds/],
    [{ feeds: [] }, /feeds/],
    [{ feeds: [{ name: 'A/../b', kind: 'tor', url: 'https://example.com/' }] }, /name/],
    [{ feeds: [{ name: 'a', kind: 'spam', url: 'https://example.com/' }] }, /kind/],
    [{ feeds: [{ name: 'a', kind: 'tor', url: 'file:///etc/passwd' }] }, /url/],
    [{ feeds: [{ name: 'a', kind: 'tor' }] }, /url/],
    [{ feeds: [{ name: 'a', kind: 'tor', url: 'https://example.com/', maxShrink: 2 }] }, /maxShrink/],
    [{ feeds: [{ name: 'a', kind: 'tor', url: 'https://example.com/', sha1: 'x' }] }, /sha1/],
    [
      {
        feeds: [
          { name: 'a', kind: 'tor', url: 'https://example.com/' },
          { name: 'a', kind: 'vpn', url: 'https://example.com/' },
        ],
      },
      /different/,
    ],
    [[], /object/],
    [null, /object/],
  ])('is refused as %j', (given, message) => {
    expect(() => parseFeedConfig(given, '/x')).toThrow(message)
  })
})
