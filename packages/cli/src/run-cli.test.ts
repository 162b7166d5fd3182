import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { runCli } from './run-cli.js'

let folder: string
let server: Server
let body = '203.0.113.0/24\n198.51.100.0/24\n'
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'riskguard-cli-'))
  body = '203.0.113.0/24\n198.51.100.0/24\n'
  server = createServer((_, response) => response.end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tor.txt`
  writeFileSync(
    join(folder, 'feeds.json'),
    JSON.stringify({ folder: 'lists', feeds: [{ name: 'tor', kind: 'tor', url }] }),
  )
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

async function run(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = ''
  let err = ''
  const terminal = {
    out(text: string) {
      out += text
    },
    err(text: string) {
      err += text
    },
    isWatched: false,
  }
  const code = await runCli(args, terminal)
  return { code, out, err }
}

const config = () => ['--config', join(folder, 'feeds.json')]

describe('riskguard feeds', () => {
  it('updates, tells the state, and keeps the copy when the source breaks', async () => {
    expect(await run('feeds', 'status', ...config())).toMatchObject({
      code: 1,
      out: expect.stringContaining('missing'),
    })
    expect(await run('feeds', 'update', ...config())).toEqual({
      code: 0,
      out: expect.stringMatching(/^tor +new, 2 networks\n$/),
      err: '',
    })
    expect(await run('feeds', 'status', ...config())).toMatchObject({
      code: 0,
      out: expect.stringMatching(/tor +tor +current +0 days old +2 networks/),
    })
    body = '<html></html>'
    expect(await run('feeds', 'update', 'tor', ...config())).toMatchObject({
      code: 1,
      out: expect.stringMatching(/kept the copy of 2 networks: it is a web page/),
    })
    const { out } = await run('feeds', 'status', '--json', ...config())
    expect(JSON.parse(out)).toMatchObject([{ name: 'tor', state: 'current', failure: { reason: expect.any(String) } }])
  })

  it('compiles lists and operators, and refuses what is neither', async () => {
    const list = join(folder, 'own.txt')
    const asn = join(folder, 'asn.csv')
    writeFileSync(list, body)
    writeFileSync(asn, '203.0.113.0,203.0.113.255,64500,Example\n')
    expect(await run('feeds', 'compile', list, join(folder, 'own.rgt'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 ranges'),
    })
    expect(await run('feeds', 'compile', '--asn', asn, join(folder, 'asn.rgt'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 ranges'),
    })
    expect(await run('feeds', 'compile', asn, join(folder, 'no.rgt'), '--asn', '--what')).toMatchObject({ code: 2 })
    expect(await run('feeds', 'compile', join(folder, 'nowhere'), join(folder, 'no.rgt'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('nowhere'),
    })
    expect(await run('feeds', 'compile', list)).toMatchObject({ code: 2 })
  })

  it('says what it did not understand', async () => {
    expect(await run('fees')).toMatchObject({ code: 2, err: expect.stringContaining('"fees"') })
    expect(await run('feeds', 'update', 'nobody', ...config())).toMatchObject({
      code: 2,
      err: expect.stringContaining('"nobody"'),
    })
    expect(await run('feeds', 'update', '--config', join(folder, 'nowhere.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('nowhere.json'),
    })
    expect((await run()).out).toContain('feeds update')
    expect((await run('feeds', '--help')).out).toContain('--accept-shrunken')
  })
})
