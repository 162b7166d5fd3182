import { describe, expect, it } from '@jest/globals'
import { createRiskEngine } from '../engine.js'
import { createIdentityKeys } from '../facts/identity/identity-key.js'
import { toAssessmentRecord } from './assessment-record.js'

const SECRET = 'a-secret-for-records-0123456789-abcdefgh'
const AT = Date.UTC(2026, 4, 4, 12)
const keys = createIdentityKeys({ identityKey: Buffer.alloc(32, 7), namespace: 'default' })
const engine = createRiskEngine({
  secret: SECRET,
  clock: 'event',
  policy: { rules: [{ name: 'always', actions: ['login'], scoreAtLeast: 0, recommend: 'challenge' }] },
})
const assessed = (ip: string | null = '203.0.113.9') =>
  engine.assess({
    action: 'login',
    at: AT,
    ip,
    user: { id: 'u-4711', claimed: 'ann@example.com' },
    device_id: 'dev-0815',
    session_id: 'sess-99',
  })

describe('the record of an assessment', () => {
  it('has the fields of the assessment, in the same order, and is frozen', async () => {
    const assessment = await assessed()
    const record = toAssessmentRecord(assessment, keys, { identifiers: 'keyed' })
    expect(Object.keys(record)).toEqual(Object.keys(assessment))
    expect(Object.keys(record.context)).toEqual(Object.keys(assessment.context))
    for (const part of [record, record.context, record.recommendation]) expect(Object.isFrozen(part)).toBe(true)
  })
  it('names nobody: identifiers are tokens, the address is a network, the sealed handle stays', async () => {
    const assessment = await assessed()
    const record = toAssessmentRecord(assessment, keys, { identifiers: 'keyed' })
    const text = JSON.stringify(record)
    for (const raw of ['u-4711', 'ann@example.com', 'dev-0815', 'sess-99', '203.0.113.9'])
      expect(text).not.toContain(raw)
    expect(record.context.ip).toBe('203.0.113.0/24')
    expect(record.context.action_id).toBe(assessment.context.action_id)
    for (const name of ['user_id', 'claimed_user_id', 'device_id', 'session_id'] as const) {
      expect(record.context[name]).toMatch(/^[\w-]{20}$/)
    }
  })
  it('gives one identity one token, and never the key that the store has', async () => {
    const [one, other] = await Promise.all([assessed(), assessed()])
    const tokens = [one, other].map((each) => toAssessmentRecord(each, keys, { identifiers: 'keyed' }).context)
    expect(tokens[0]?.device_id).toBe(tokens[1]?.device_id)
    expect(tokens[0]?.device_id).not.toBe(keys.keyOf('device', 'dev-0815'))
    expect(tokens[0]?.user_id).not.toBe(keys.keyOf('user', 'u-4711'))
  })
  it('never holds the challenge token, which is a credential', async () => {
    const assessment = await assessed()
    expect(assessment.recommendation.challenge_token).toEqual(expect.any(String))
    for (const identifiers of ['keyed', 'plain'] as const) {
      expect(toAssessmentRecord(assessment, keys, { identifiers }).recommendation.challenge_token).toBeNull()
    }
  })
  it('keeps identifiers where the operator asked for them', async () => {
    const assessment = await assessed()
    expect(toAssessmentRecord(assessment, keys, { identifiers: 'plain' }).context).toEqual(assessment.context)
  })
  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['::ffff:203.0.113.9', '203.0.113.0/24'],
    [null, null],
  ])('cuts %p to %p', async (ip, cut) => {
    const record = toAssessmentRecord(await assessed(ip), keys, { identifiers: 'keyed' })
    expect(record.context.ip).toBe(cut)
  })
})
