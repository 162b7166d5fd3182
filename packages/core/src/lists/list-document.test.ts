import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createIdentityKeys } from '../facts/identity/identity-key.js'
import { listSubjects } from '../facts/lists.js'
import { toRow } from './held-row.js'
import { readListDocument, writeListDocument } from './list-document.js'
import { parseEntry } from './parse-entry.js'

const keys = createIdentityKeys({ identityKey: Buffer.alloc(32, 7), namespace: 'default' })
const VALUES = {
  ip: '203.0.113.9',
  cidr: '198.51.100.0/24',
  asn: 64_496,
  country: 'DE',
  device: 'device-of-alice',
  fingerprint: 'fingerprint-of-alice',
  user: 'user-alice',
  email: 'alice@example.com',
  email_domain: 'mail.example',
} as const
const rows = listSubjects.map((subject) =>
  toRow(
    parseEntry(
      { list: 'deny', subject, value: VALUES[subject], name: `a ${subject}`, expires_at: 1_900_000_000_000 },
      'e',
    ),
    keys,
    'store',
  ),
)

describe('the lists document', () => {
  const text = writeListDocument(rows)

  it('names no person, device or single address', () => {
    for (const secret of ['203.0.113.9', 'alice', 'fingerprint-of']) expect(text).not.toContain(secret)
    for (const plain of ['198.51.100.0/24', '64496', 'DE', 'mail.example']) expect(text).toContain(plain)
  })

  it('gives back the same rows, save for values that are not in it', () => {
    const read = readListDocument(text)
    expect(read?.skipped).toBe(0)
    const withoutValue = (all: readonly { readonly value: string | null }[]) =>
      all.map((row) => ({ ...row, value: null }))
    expect(withoutValue(read?.rows ?? [])).toEqual(withoutValue(rows))
  })

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"format":2,"entries":[]}',
    '{"format":1,"entries":{}}',
    '{"format":1,"entries":[',
    '\0',
    '[[[[[',
  ])('is no document when it is %j', (broken) => {
    expect(readListDocument(broken)).toBeNull()
  })

  it('is no document with more than 100,000 entries', () => {
    expect(readListDocument(`{"format":1,"entries":[${'0,'.repeat(100_000)}0]}`)).toBeNull()
  })

  it.each([
    [null],
    ['deny'],
    [{}],
    [{ list: 'block', subject: 'asn', value: '1' }],
    [{ list: 'deny', subject: '__proto__', value: '1' }],
    [{ list: 'deny', subject: 'asn', value: 1 }],
    [{ list: 'deny', subject: 'asn', value: '1', name: 7 }],
    [{ list: 'deny', subject: 'asn', value: '1', expires_at: 'x' }],
    [{ list: 'deny', subject: 'cidr', value: '10.0.0.1/8' }],
    [{ list: 'deny', subject: 'user', value: 'alice' }],
    [{ list: 'deny', subject: 'user', key: 'short' }],
    [{ list: 'deny', subject: 'user', key: 'x'.repeat(20), login_key: 'short' }],
  ])('leaves out the entry %j and keeps the others', (entry) => {
    const good = { list: 'deny', subject: 'asn', value: '64496' }
    const read = readListDocument(JSON.stringify({ format: 1, entries: [entry, good] }))
    expect(read).toMatchObject({ skipped: 1, rows: [{ subject: 'asn', match: '64496' }] })
  })

  it('survives any JSON and any text', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, other) => {
        readListDocument(json)
        readListDocument(`{"format":1,"entries":[${json}]}`)
        readListDocument(other)
      }),
    )
  })
})
