import { createServer, get, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { setCookieAtHead } from './set-cookie.js'

async function cookiesAfter(write: (response: ServerResponse) => void): Promise<readonly string[]> {
  const server = createServer((_request, response) => {
    setCookieAtHead(response, () => 'ours=1')
    write(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await new Promise((resolve, reject) => {
      get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent: false }, (response) => {
        response.resume()
        resolve(response.headers['set-cookie'] ?? [])
      }).on('error', reject)
    })
  } finally {
    server.close()
  }
}

describe('the cookie at the head of a response', () => {
  it.each<[string, (response: ServerResponse) => void, readonly string[]]>([
    ['end alone', (response) => response.end('x'), ['ours=1']],
    [
      'a write',
      (response) => {
        response.write('x')
        response.end()
      },
      ['ours=1'],
    ],
    ['a head without headers', (response) => response.writeHead(200).end(), ['ours=1']],
    ['a head with a reason', (response) => response.writeHead(200, 'Fine').end(), ['ours=1']],
    ['a head with an object', (response) => response.writeHead(200, { 'set-cookie': 'a=1' }).end(), ['a=1', 'ours=1']],
    [
      'a head with a reason and a list of cookies',
      (response) => response.writeHead(200, 'Fine', { 'Set-Cookie': ['a=1', 'b=2'] }).end(),
      ['a=1', 'b=2', 'ours=1'],
    ],
    [
      'a head with flat pairs',
      (response) => response.writeHead(200, ['Set-Cookie', 'a=1', 'set-cookie', 'b=2', 'X-A', '1']).end(),
      ['a=1', 'b=2', 'ours=1'],
    ],
    [
      'a head with flat pairs and none of the host',
      (response) => response.writeHead(200, ['X-A', '1']).end(),
      ['ours=1'],
    ],
    ['a cookie set before', (response) => response.setHeader('set-cookie', 'a=1').end(), ['a=1', 'ours=1']],
    [
      'cookies set before, and a head with other headers',
      (response) => response.setHeader('Set-Cookie', ['a=1', 'b=2']).writeHead(200, { 'X-A': '1' }).end(),
      ['a=1', 'b=2', 'ours=1'],
    ],
    [
      'a cookie set before, and one in the head, which replaces it',
      (response) => response.setHeader('Set-Cookie', 'a=1').writeHead(200, { 'Set-Cookie': 'b=2' }).end(),
      ['b=2', 'ours=1'],
    ],
  ])('is added to what the host sends: %s', async (_name, write, expected) => {
    expect(await cookiesAfter(write)).toEqual(expected)
  })

  it.each(['public', 'public, max-age=60', 's-maxage=10', 'max-age=3600', 'Max-Age="5"', 'immutable, PUBLIC'])(
    'is left out where a cache may keep the response: %s',
    async (value) => {
      expect(await cookiesAfter((response) => response.setHeader('Cache-Control', value).end())).toEqual([])
      expect(await cookiesAfter((response) => response.writeHead(200, { 'cache-control': value }).end())).toEqual([])
    },
  )

  it.each(['no-store', 'private, max-age=60', 'max-age=0', 'no-cache', 'public, no-store'])(
    'is set where none may: %s',
    async (value) => {
      expect(await cookiesAfter((response) => response.setHeader('Cache-Control', value).end())).toEqual(['ours=1'])
    },
  )
})
