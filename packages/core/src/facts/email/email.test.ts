import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { toAddressFacts } from './email.js'

describe('toAddressFacts', () => {
  it('says nothing against a person at a provider', () => {
    expect(toAddressFacts(' Anna.Berg+shop@GMail.com ')).toMatchObject({
      fault: null,
      lookAlike: false,
      local: { generated: null, shape: 'a4.a4' },
      domain: { registrable: 'gmail.com', disposable: null },
    })
  })

  it('flags letters that pass for others, in the name and in the domain', () => {
    expect(toAddressFacts('pаypal@gmail.com').lookAlike).toBe(true) // Cyrillic а
    expect(toAddressFacts('anna@gmаil.com').lookAlike).toBe(true)
    expect(toAddressFacts('анна@почта.рф').lookAlike).toBe(false)
  })

  it('looks at no more than 320 characters', () => {
    expect(toAddressFacts(`${'a'.repeat(320)}@gmail.com`)).toEqual({
      fault: 'too_long',
      local: null,
      domain: null,
      lookAlike: false,
    })
  })

  it('remembers: the same address is the same facts', () => {
    expect(toAddressFacts('anna@example.org')).toBe(toAddressFacts('anna@example.org'))
  })

  it('never throws, whatever somebody types', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.tuple(fc.string({ unit: 'binary' }), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
    )
    fc.assert(fc.property(typed, (text) => expect(toAddressFacts(text)).toHaveProperty('fault')))
  })
})
