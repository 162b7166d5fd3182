import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findRedis, parseServerVersion } from './redis.mjs'

describe('finding a Redis server', () => {
  let folder
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'riskguard-redis-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const install = (place, name, version) => {
    mkdirSync(join(folder, place), { recursive: true })
    const program = join(folder, place, name)
    writeFileSync(program, `#!/bin/sh\necho "Redis server v=${version} sha=00000000:0 malloc=jemalloc-5.3.0 bits=64"\n`)
    chmodSync(program, 0o755)
    return program
  }
  const pathOf = (...places) => places.map((place) => join(folder, place)).join(delimiter)

  test('the first on PATH that is new enough is taken, an older one passed over', async () => {
    install('old', 'redis-server', '6.2.14')
    const program = install('new', 'redis-server', '7.0.15')
    expect(await findRedis({ PATH: pathOf('old', 'new') })).toEqual({ program, version: '7.0.15' })
  })
  test('a Valkey server will do', async () => {
    const program = install('bin', 'valkey-server', '8.1.0')
    expect(await findRedis({ PATH: pathOf('empty', 'bin') })).toEqual({ program, version: '8.1.0' })
  })
  test('REDIS_SERVER goes before PATH', async () => {
    const program = install('named', 'my-redis', '7.2.4')
    install('bin', 'redis-server', '7.0.15')
    expect(await findRedis({ REDIS_SERVER: program, PATH: pathOf('bin') })).toEqual({ program, version: '7.2.4' })
  })
  test('a REDIS_SERVER that is too old or no server at all is refused by name', async () => {
    const program = install('named', 'my-redis', '6.0.0')
    await expect(findRedis({ REDIS_SERVER: program })).rejects.toThrow(program)
    await expect(findRedis({ REDIS_SERVER: join(folder, 'nothing') })).rejects.toThrow('nothing')
  })
  test('with none on PATH, none is found', async () => {
    expect(await findRedis({ PATH: pathOf('empty') })).toBeUndefined()
  })
  test('a folder or a file that may not be run is no server', async () => {
    mkdirSync(join(folder, 'bin', 'redis-server'), { recursive: true })
    chmodSync(install('other', 'redis-server', '7.0.0'), 0o644)
    expect(await findRedis({ PATH: pathOf('bin', 'other') })).toBeUndefined()
  })
  test("the version stands behind v=, not in the allocator's name", () => {
    expect(parseServerVersion('Redis server v=7.0.15 sha=0:0 malloc=jemalloc-5.2.1 bits=64')).toEqual([7, 0, 15])
    expect(parseServerVersion('jemalloc-5.2.1')).toBeUndefined()
  })
})
