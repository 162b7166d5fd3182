import { createSocket, type Socket } from 'node:dgram'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createMailExchanges } from './mail-exchange.js'

const [A, MX] = [1, 15]
const NXDOMAIN = 3
const SERVFAIL = 2

/** What the name server on the loopback knows. `code` answers every question about a name. */
const ZONE: Readonly<Record<string, { readonly mx?: string; readonly a?: true; readonly code?: number }>> = {
  'good.test': { mx: 'mx1.good.test' },
  'silent.test': { mx: '' },
  'web-only.test': { a: true },
  'empty.test': {},
  'gone.test': { code: NXDOMAIN },
  'broken.test': { code: SERVFAIL },
  'shop7.test': { mx: 'mx.mailinator.com' },
}

let server: Socket
let questions = 0
let servers: readonly string[]

beforeAll(async () => {
  server = createSocket('udp4')
  server.on('message', (query, from) => {
    questions++
    server.send(answer(query), from.port, from.address)
  })
  await new Promise<void>((listening) => server.bind(0, '127.0.0.1', listening))
  servers = [`127.0.0.1:${server.address().port}`]
})
afterAll(() => new Promise<void>((closed) => server.close(() => closed())))

describe('createMailExchanges', () => {
  it('knows nothing at first sight, and what the DNS said at the next', async () => {
    const exchanges = createMailExchanges({ servers })
    expect(exchanges.of('good.test')).toBeUndefined()
    await exchanges.settled()
    expect(exchanges.of('good.test')).toEqual({ delivery: 'accepts', throwawayHost: false })
  })

  it.each([
    ['silent.test', { delivery: 'null_mx', throwawayHost: false }],
    ['web-only.test', { delivery: 'accepts', throwawayHost: false }],
    ['empty.test', { delivery: 'nowhere', throwawayHost: false }],
    ['gone.test', { delivery: 'nowhere', throwawayHost: false }],
    ['shop7.test', { delivery: 'accepts', throwawayHost: true }],
    ['broken.test', undefined],
  ])('%s: %j', async (domain, expected) => {
    const exchanges = createMailExchanges({ servers })
    exchanges.of(domain)
    await exchanges.settled()
    expect(exchanges.of(domain)).toEqual(expected)
    await exchanges.settled()
  })

  it('asks again only after an hour, and keeps the old answer meanwhile', async () => {
    let nowMs = 0
    const exchanges = createMailExchanges({ servers, now: () => nowMs })
    exchanges.of('good.test')
    exchanges.of('good.test')
    await exchanges.settled()
    const asked = questions
    exchanges.of('good.test')
    await exchanges.settled()
    expect(questions).toBe(asked)
    nowMs = 3_600_001
    expect(exchanges.of('good.test')?.delivery).toBe('accepts')
    await exchanges.settled()
    expect(questions).toBeGreaterThan(asked)
  })

  it('gives a name server that never answers no more than its time', async () => {
    const dead = createSocket('udp4')
    await new Promise<void>((listening) => dead.bind(0, '127.0.0.1', listening))
    const exchanges = createMailExchanges({ servers: [`127.0.0.1:${dead.address().port}`], timeoutMs: 200 })
    exchanges.of('good.test')
    await exchanges.settled()
    expect(exchanges.of('good.test')).toBeUndefined()
    await exchanges.settled()
    dead.close()
  })
})

function answer(query: Buffer): Buffer {
  const [name, end] = readName(query, 12)
  const type = query.readUInt16BE(end)
  const known = ZONE[name] ?? { code: NXDOMAIN }
  const record =
    type === MX && known.mx !== undefined
      ? Buffer.concat([Buffer.from([0, known.mx === '' ? 0 : 10]), writeName(known.mx)])
      : type === A && known.a === true
        ? Buffer.from([192, 0, 2, 1])
        : null
  const head = Buffer.from(query.subarray(0, 12))
  head.writeUInt16BE(0x8180 | (known.code ?? 0), 2)
  head.writeUInt16BE(record === null ? 0 : 1, 6)
  head.writeUInt32BE(0, 8)
  const question = query.subarray(12, end + 4)
  if (record === null) return Buffer.concat([head, question])
  const fixed = Buffer.alloc(12)
  fixed.writeUInt16BE(0xc00c, 0)
  fixed.writeUInt16BE(type, 2)
  fixed.writeUInt16BE(1, 4)
  fixed.writeUInt32BE(60, 6)
  fixed.writeUInt16BE(record.length, 10)
  return Buffer.concat([head, question, fixed, record])
}

function readName(query: Buffer, from: number): readonly [string, number] {
  const labels: string[] = []
  let at = from
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return [labels.join('.').toLowerCase(), at + 1]
}

function writeName(name: string): Buffer {
  const labels = name === '' ? [] : name.split('.')
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label)])),
    Buffer.of(0),
  ])
}
