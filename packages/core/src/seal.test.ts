import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createSealer } from './seal.js'

const OLD = Buffer.from('the old secret, long enough to be one')
const NEW = Buffer.from('the new secret, long enough to be one')
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

describe('createSealer', () => {
  const sealer = createSealer([NEW], 'action-id')

  it('opens what it sealed, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(Buffer.from(sealer.open(sealer.seal(bytes)) ?? [1, 2, 3, 4])).toEqual(Buffer.from(bytes))
      }),
    )
  })

  it('never gives the same text twice, over many times its pool of IVs', () => {
    const texts = new Set(Array.from({ length: 5000 }, () => sealer.seal(Buffer.from('same'))))
    expect(texts.size).toBe(5000)
  })

  it('keeps 160 bytes, the longest action, within 256 characters', () => {
    expect(sealer.seal(randomBytes(160)).length).toBeLessThanOrEqual(256)
  })

  it('shows nothing of what it holds', () => {
    expect(Buffer.from(sealer.seal(Buffer.from('alice@example.com')), 'base64url').toString('latin1')).not.toContain(
      'alice',
    )
  })

  it('opens under every secret and seals under the first', () => {
    const rotated = createSealer([NEW, OLD], 'action-id')
    const before = createSealer([OLD], 'action-id')
    expect(rotated.open(before.seal(Buffer.from('x')))).not.toBeNull()
    expect(sealer.open(rotated.seal(Buffer.from('x')))).not.toBeNull()
    expect(before.open(rotated.seal(Buffer.from('x')))).toBeNull()
  })

  it('opens under the right one of many secrets, also when some share their key id', () => {
    const secrets = Array.from({ length: 400 }, (_, i) => Buffer.from(`secret number ${i}, long enough to be one`))
    const all = createSealer(secrets, 'p')
    const opened = secrets.map((secret) => all.open(createSealer([secret], 'p').seal(Buffer.from('here'))))
    expect(opened.every((bytes) => bytes !== null && Buffer.from(bytes).toString() === 'here')).toBe(true)
  })

  it('does not open what was sealed for another purpose', () => {
    expect(createSealer([NEW], 'challenge').open(sealer.seal(Buffer.from('x')))).toBeNull()
  })

  it('does not open a text with any character changed, dropped or added', () => {
    const sealed = sealer.seal(Buffer.from('four'))
    for (let i = 0; i < sealed.length; i++) {
      for (const other of BASE64URL) {
        if (other !== sealed[i]) expect(sealer.open(sealed.slice(0, i) + other + sealed.slice(i + 1))).toBeNull()
      }
      expect(sealer.open(sealed.slice(0, i))).toBeNull()
    }
    for (const tail of ['A', '=', '==', ' ', '\n', '\0', '.']) expect(sealer.open(sealed + tail)).toBeNull()
  })

  it('takes only one spelling of one token', () => {
    const sealed = sealer.seal(Buffer.from('+/ forms'))
    const bytes = Buffer.from(sealed, 'base64url')
    expect(sealer.open(sealed)).not.toBeNull()
    expect(sealer.open(`${bytes.toString('base64')} `)).toBeNull()
    expect(sealer.open(` ${sealed}`)).toBeNull()
  })

  it('gives null and does not throw for texts that are no token', () => {
    fc.assert(fc.property(fc.string({ maxLength: 600 }), (text) => sealer.open(text) === null))
    for (const odd of ['', 'a'.repeat(1e6), undefined, null, 7, {}, []]) expect(sealer.open(odd as string)).toBeNull()
  })

  it('needs a secret', () => {
    expect(() => createSealer([], 'p')).toThrow(RangeError)
  })
})
