import { describe, expect, it } from '@jest/globals'
import { createIdentifier } from './identify.js'

function ask(hook: (request: unknown) => unknown, times = 1): readonly string[] {
  const faults: string[] = []
  const identify = createIdentifier(hook as never, (name, error) => faults.push(`${name}: ${(error as Error).message}`))
  for (let i = 0; i < times; i++) void identify({}, 1000)
  return faults
}

describe('an answer of identify that nobody would read is told', () => {
  it.each([
    ['a name alone', 'ann', /gave a string\. Expected \{ user:/],
    ['a user at the top', { id: 'u1' }, /gave id, which is not known/],
    ['a misspelled user', { usr: { id: 'u1' } }, /gave usr, which is not known/],
    ['a user that is a name', { user: 'ann' }, /gave a user that is a string/],
    ['a misspelled field of the user', { user: { userId: 'u1' } }, /gave user\.userId, which is not known/],
  ])('%s', (_what, given, message) => {
    expect(ask(() => given)).toEqual([expect.stringMatching(message)])
  })

  it.each([
    ['nobody', null],
    ['nothing', undefined],
    ['an empty answer', {}],
    ['a number for an id', { user: { id: 42 } }],
    [
      'everything',
      { user: { id: '1', claimed: 'a', email: 'a@b', phone: '1' }, payment: {}, session_id: 's', challenge_token: 't' },
    ],
  ])('%s is understood', (_what, given) => {
    expect(ask(() => given)).toEqual([])
  })

  it('is looked for in the first hundred answers only', () => {
    expect(ask(() => 'ann', 150)).toHaveLength(100)
  })
})

describe('an identify that throws', () => {
  it('says where the body parser belongs when there is no body', () => {
    expect(ask((request) => (request as { body: { email: string } }).body.email)).toEqual([
      expect.stringMatching(/body parser must stand before riskGuard/),
    ])
  })

  it('says nothing of bodies for anything else', () => {
    const thrown = () => {
      throw new Error('session store is away')
    }
    expect(ask(thrown)).toEqual(['identify: session store is away'])
  })
})
