import { describe, expect, test } from '@jest/globals'
import { parseHeaders } from './headers.js'

const RAW = [
  'Host',
  'shop.test',
  'User-Agent',
  'curl/8.5.0',
  'Accept',
  '*/*',
  'X-Forwarded-For',
  '198.51.100.1',
  'x-forwarded-for',
  '203.0.113.9',
  'cookie',
  'a=1',
  'Cookie',
  'b=2',
  'user-agent',
  'second',
]

describe('raw pairs', () => {
  const bag = parseHeaders(RAW)
  test('values are found whatever the case of their names', () => {
    expect(bag.get('host')).toBe('shop.test')
    expect(bag.get('accept')).toBe('*/*')
    expect(bag.has('origin')).toBe(false)
    expect(bag.get('origin')).toBeUndefined()
  })
  test('several lines are joined as node joins them', () => {
    expect(bag.get('x-forwarded-for')).toBe('198.51.100.1, 203.0.113.9')
    expect(bag.get('cookie')).toBe('a=1; b=2')
    expect(bag.get('user-agent')).toBe('curl/8.5.0')
  })
  test('order keeps the case as sent and duplicates are named once', () => {
    expect(bag.order.slice(0, 3)).toEqual(['Host', 'User-Agent', 'Accept'])
    expect(bag.duplicates).toEqual(['x-forwarded-for', 'cookie', 'user-agent'])
  })
  test('they are complete', () => expect(bag.complete).toBe(true))
  test('a list of pairs reads the same', () => {
    const pairs = parseHeaders([
      ['Host', 'a.test'],
      ['Accept', '*/*'],
    ])
    expect(pairs.get('host')).toBe('a.test')
    expect(pairs.order).toEqual(['Host', 'Accept'])
    expect(pairs.complete).toBe(true)
  })
  test('pseudo headers tell HTTP/2 and are not part of the order', () => {
    const h2 = parseHeaders([':method', 'GET', ':path', '/', 'user-agent', 'x'])
    expect(h2.http2).toBe(true)
    expect(h2.order).toEqual(['user-agent'])
    expect(bag.http2).toBe(false)
  })
})

describe('objects', () => {
  test('a partial object claims no absence and no order', () => {
    const bag = parseHeaders({ 'User-Agent': 'x', 'x-list': ['1', '2'], 'content-length': 12 })
    expect(bag.get('user-agent')).toBe('x')
    expect(bag.get('x-list')).toBe('1, 2')
    expect(bag.get('content-length')).toBe('12')
    expect(bag.complete).toBe(false)
    expect(bag.order).toEqual([])
  })
  test('the host may say that it is complete', () =>
    expect(parseHeaders({}, { headersComplete: true }).complete).toBe(true))
  test('a fetch Headers object is read too', () =>
    expect(parseHeaders(new Headers({ Accept: '*/*' }) as unknown as Record<string, unknown>).get('accept')).toBe(
      '*/*',
    ))
})

describe('hostile input', () => {
  const hostile: readonly [string, unknown][] = [
    ['null', null],
    ['a number', 5],
    ['symbols', { [Symbol('x')]: 1, a: Symbol('y') }],
    ['odd raw list', ['a']],
    ['raw list of mixed things', [1, {}, null, undefined, Symbol('z'), 'v', 'k', 5]],
    ['pairs that are none', [['a'], null, 3, [Symbol('q'), 1]]],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no')
          },
        },
      ),
    ],
    [
      'a throwing getter',
      Object.defineProperty({}, 'user-agent', {
        enumerable: true,
        get: () => {
          throw new Error('no')
        },
      }),
    ],
    ['prototype names', JSON.parse('{"__proto__":"x","constructor":"y"}')],
  ]
  test.each(hostile)('%s never throws', (_name, input) => {
    const bag = parseHeaders(input as Record<string, unknown>)
    expect(bag.get('user-agent')).toBeUndefined()
    expect(bag.get('toString')).toBeUndefined()
    expect(Array.isArray(bag.order) && Array.isArray(bag.duplicates)).toBe(true)
  })
  test('long values are cut at 8,192 characters, from the end where proxies append', () => {
    const long = `${'1.1.1.1, '.repeat(8000)}203.0.113.9`
    const bag = parseHeaders(['x-forwarded-for', long])
    expect(bag.get('x-forwarded-for')).toHaveLength(8192)
    expect(bag.getTail('x-forwarded-for')?.endsWith(', 203.0.113.9')).toBe(true)
    expect(bag.getTail('x-forwarded-for')?.startsWith('1.1.1.1,')).toBe(true)
  })
  test('a flood of tiny headers hides nothing at the end and is no longer complete', () => {
    const flood = Array.from({ length: 900 }, (_, i) => [`a${i}`, 'b']).flat()
    const bag = parseHeaders(['Host', 'h', ...flood, 'X-Forwarded-For', '203.0.113.9'])
    expect(bag.get('host')).toBe('h')
    expect(bag.get('x-forwarded-for')).toBe('203.0.113.9')
    expect(bag.truncated).toBe(true)
    expect(bag.complete).toBe(false)
    expect(bag.order).toHaveLength(200)
  })
  test('a flood of pairs or object keys is bounded the same way', () => {
    const pairs = Array.from({ length: 5000 }, (_, i): readonly [string, string] => [`k${i}`, 'v'])
    expect(parseHeaders(pairs).truncated).toBe(true)
    expect(parseHeaders(pairs).get('k4999')).toBe('v')
    expect(parseHeaders(Object.fromEntries(pairs), { headersComplete: true }).complete).toBe(false)
  })
})
