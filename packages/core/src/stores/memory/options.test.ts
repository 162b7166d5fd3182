import { describe, expect, it } from '@jest/globals'
import { isRiskError, type RiskErrorCode } from '../../errors.js'
import { createMemoryStore } from './memory-store.js'

const refused: readonly [unknown, RiskErrorCode][] = [
  [{ maxbytes: 1 }, 'RG_OPTION_UNKNOWN'],
  [{ maxBytes: '64' }, 'RG_OPTION_INVALID'],
  [{ maxBytes: Number.NaN }, 'RG_OPTION_INVALID'],
  [{ maxBytes: -1 }, 'RG_OPTION_INVALID'],
  [{ maxBytes: 1024 * 1024 - 1 }, 'RG_OPTION_INVALID'],
  [{ maxBytes: 2 ** 40 }, 'RG_OPTION_INVALID'],
  [{ maxBytes: 64 }, 'RG_UNIT'],
  [{ reservedShare: 0.51 }, 'RG_OPTION_INVALID'],
  [{ reservedShare: -0.1 }, 'RG_OPTION_INVALID'],
  [{ reservedShare: Number.NaN }, 'RG_OPTION_INVALID'],
  [{ clock: 12 }, 'RG_OPTION_INVALID'],
  [{ onWarning: 'log' }, 'RG_OPTION_INVALID'],
  [null, 'RG_OPTION_INVALID'],
]

describe('options of the memory store', () => {
  it.each(refused)('refuses %p with %s', (options, code) => {
    const create = () => createMemoryStore(options as never)
    expect(create).toThrow(expect.objectContaining({ code }) as never)
    try {
      create()
    } catch (error) {
      expect(isRiskError(error)).toBe(true)
    }
  })

  it.each([{}, { maxBytes: 1024 * 1024 }, { reservedShare: 0 }, { reservedShare: 0.5 }, { clock: () => 0 }])(
    'takes %p',
    (options) => {
      expect(createMemoryStore(options).health().ready).toBe(true)
    },
  )
})
