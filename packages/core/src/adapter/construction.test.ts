import { describe, expect, it } from '@jest/globals'
import { createRiskEngine } from '../engine.js'
import { createAdapterCore, parseActionName } from './index.js'

const SECRET = 'k3Jx0pZqV7mD9sLwT2hRfY6bNcA8eGuQ'
const refused = (message: RegExp) =>
  expect.objectContaining({ code: 'RG_OPTION_INVALID', message: expect.stringMatching(message) })

function thrownBy(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}

describe('a guard around an engine', () => {
  it('takes no options beside it: they would have no effect', async () => {
    const engine = createRiskEngine({ secret: SECRET })
    const given = { engine, mode: 'enforce' } as never
    expect(thrownBy(() => createAdapterCore(given))).toEqual(refused(/^mode: has no effect beside engine/))
    await engine.close()
  })

  it.each([{}, null, undefined, 'engine'])('refuses what is no engine: %j', (engine) => {
    expect(thrownBy(() => createAdapterCore({ engine } as never))).toEqual(
      refused(/^engine: expected what createRiskEngine/),
    )
  })
})

it('a guard that was mounted without being called says so', () => {
  for (const request of [
    { rawHeaders: [], method: 'GET' },
    { req: {}, res: {} },
  ]) {
    expect(thrownBy(() => createAdapterCore(request as never))).toEqual(refused(/app\.use\(riskGuard\(\)\)/))
  }
})

it('options that are no object are refused with a code', () => {
  for (const given of ['enforce', 7]) {
    expect(thrownBy(() => createAdapterCore(given as never))).toEqual(refused(/^options: given/))
  }
})

describe('a declared action', () => {
  it.each(['login', 'Login', 'gift_card', 'x'.repeat(32)])('may be called %s', (name) => {
    expect(parseActionName(name)).toBe(name)
  })

  it.each([undefined, null, '', 7, 'log in', '/login', 'x'.repeat(33)])('may not be called %j', (name) => {
    expect(thrownBy(() => parseActionName(name))).toEqual(refused(/^riskAction: .* is refused/))
  })

  it('comes before the authentication or after it', () => {
    expect(parseActionName('login', { after: 'authentication' })).toBe('login')
    expect(thrownBy(() => parseActionName('login', { after: 'auth' } as never))).toEqual(
      refused(/^riskAction: after: given "auth", expected 'authentication'/),
    )
  })
})
