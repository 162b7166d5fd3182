import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { deriveIdentityKey, parseSecrets } from './secrets.js'

const OLD = 'k3Jx0pZqV7mD9sLwT2hRfY6bNcA8eGuQ-old'
const NEW = 'Zt5WvB1nXyK4oHdC7rEaS9iMgU2lPfJ0-new'
const NONE = { secret: undefined, identityKey: undefined, shared: false }

describe('parseSecrets', () => {
  it('makes a random secret where nobody else needs it', () => {
    const one = parseSecrets(NONE)
    const other = parseSecrets(NONE)
    expect(one.origin).toBe('random')
    expect(one.secrets[0]).not.toEqual(other.secrets[0])
    expect(one.identityKey).toHaveLength(32)
  })

  it.each([
    ['a shared store without one', { ...NONE, shared: true }],
    ['an empty list', { ...NONE, secret: [] }],
  ])('refuses %s', (_, input) => {
    expect(() => parseSecrets(input)).toThrow(expect.objectContaining({ code: 'RG_SECRET_MISSING' }))
  })

  it.each([
    ['empty', ''],
    ['short', 'k3Jx0pZqV7mD9sLwT2hRfY6bNcA8eGu'],
    ['of one letter', 'a'.repeat(64)],
    ['of seven letters', 'abcdefg'.repeat(9)],
    ['a word again and again', 'passphrase-'.repeat(4)],
    ['a word again and again, cut off', 'p4ssW0rd!'.repeat(5).slice(0, 41)],
    ['a row', '0123456789abcdefghijklmnopqrstuvwxyz'],
    ['a number line', '12345678901234567890123456789012'],
    ['31 characters that take two code units each', '😀😃😄😁😆😅🤣😂🙂🙃🫠😉😊😇🥰😍🤩😘😗😚😙🥲😋😛😜🤪😝🤑🤗🤭🫢'],
  ])('refuses one that is %s, without quoting it', (_, secret) => {
    let message = ''
    expect(() => {
      try {
        parseSecrets({ ...NONE, secret: [OLD, secret] })
      } catch (error) {
        message = (error as Error).message
        throw error
      }
    }).toThrow(expect.objectContaining({ code: 'RG_SECRET_WEAK' }))
    expect(message).toContain('secret[1]')
    if (secret !== '') expect(message).not.toContain(secret)
  })

  it('accepts 32 random characters of any usual alphabet', () => {
    for (let i = 0; i < 500; i++) {
      const hex = randomBytes(16).toString('hex')
      const base64 = randomBytes(24).toString('base64')
      expect(parseSecrets({ ...NONE, secret: hex }).origin).toBe('given')
      expect(parseSecrets({ ...NONE, secret: base64 }).origin).toBe('given')
    }
    expect(parseSecrets({ ...NONE, secret: 'correct horse battery staple and some more' }).origin).toBe('given')
  })

  it('keeps the order: the first signs', () => {
    expect(parseSecrets({ ...NONE, secret: [NEW, OLD] }).secrets).toEqual([Buffer.from(NEW), Buffer.from(OLD)])
  })

  it('keeps the identity key while the oldest secret is listed', () => {
    const before = parseSecrets({ ...NONE, secret: OLD }).identityKey
    expect(parseSecrets({ ...NONE, secret: [NEW, OLD] }).identityKey).toEqual(before)
    expect(parseSecrets({ ...NONE, secret: NEW }).identityKey).not.toEqual(before)
  })

  it('keeps it beyond that when it is pinned', () => {
    const before = parseSecrets({ ...NONE, secret: OLD }).identityKey
    expect(parseSecrets({ ...NONE, secret: NEW, identityKey: deriveIdentityKey(OLD) }).identityKey).toEqual(before)
  })

  it('derives 64 hexadecimal digits, the same for ever', () => {
    expect(deriveIdentityKey(OLD)).toMatch(/^[0-9a-f]{64}$/)
    // Pinned: another value here means that every operator loses all history.
    expect(deriveIdentityKey('0'.repeat(32))).toBe('c6af90f857afdff4ff221463cf71b7cac4cd87b7bcd7f43f07e4a3e960e28af2')
  })

  it('refuses more secrets than anybody rotates through', () => {
    const many = Array.from({ length: 17 }, () => randomBytes(24).toString('base64'))
    expect(() => parseSecrets({ ...NONE, secret: many })).toThrow(
      expect.objectContaining({ code: 'RG_OPTION_INVALID' }),
    )
  })
})
