import { describe, expect, it } from '@jest/globals'
import { redisStore } from './index.js'
import { parseRedisStoreOptions } from './options.js'

describe('options', () => {
  it('have defaults', () => {
    expect(parseRedisStoreOptions()).toMatchObject({ prefix: 'rg:', commandDeadlineMs: 2000, maxPending: 10_000 })
  })
  it.each([
    [{ prefx: 'x:' }, 'RG_OPTION_UNKNOWN'],
    [{ prefix: '' }, 'RG_OPTION_INVALID'],
    [{ prefix: 'a*' }, 'RG_OPTION_INVALID'],
    [{ prefix: '{tag}' }, 'RG_OPTION_INVALID'],
    [{ prefix: 'a b' }, 'RG_OPTION_INVALID'],
    [{ prefix: 'x'.repeat(33) }, 'RG_OPTION_INVALID'],
    [{ prefix: 7 }, 'RG_OPTION_INVALID'],
    [{ commandDeadlineMs: 99 }, 'RG_OPTION_INVALID'],
    [{ commandDeadlineMs: Number.NaN }, 'RG_OPTION_INVALID'],
    [{ maxPending: 1.5 }, 'RG_OPTION_INVALID'],
    [{ onWarning: 'loud' }, 'RG_OPTION_INVALID'],
  ])('refuse %j with %s', (options, code) => {
    expect(() => parseRedisStoreOptions(options as never)).toThrow(expect.objectContaining({ code }))
  })
})

it('refuses what is no client, no options and no URL, before it opens anything', () => {
  for (const source of [null, undefined, 7, true, 'http://127.0.0.1:6379', 'valkey://ann:hunter2@127.0.0.1']) {
    expect(() => redisStore(source as never)).toThrow(expect.objectContaining({ code: 'RG_STORE' }))
  }
})

it('never repeats a URL that it refuses: a password may be in it', () => {
  expect(() => redisStore('valkey://ann:hunter2@127.0.0.1')).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  )
})

it('a setting that loses history is a warning of the process, once, where the host does not listen', () => {
  const seen: unknown[] = []
  const { emitWarning } = process
  process.emitWarning = (...given: unknown[]) => void seen.push(given)
  try {
    for (let i = 0; i < 3; i++)
      parseRedisStoreOptions().onWarning({ code: 'NOT_PERSISTENT', message: 'nothing on disk' })
  } finally {
    process.emitWarning = emitWarning
  }
  expect(seen).toEqual([['nothing on disk', { type: 'RiskGuardWarning', code: 'NOT_PERSISTENT' }]])
})
