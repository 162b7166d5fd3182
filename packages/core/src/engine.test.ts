import { describe, expect, it } from '@jest/globals'
import type { AssessInput } from './engine/assess-input.js'
import { createRiskEngine, type RiskEngine } from './engine.js'
import { createMemoryStore } from './stores/memory/index.js'

const SECRET = 'correct-horse-battery-staple-0123456789-XYZ'
const DAY = 86_400_000
const T0 = Date.UTC(2026, 10, 1, 9)
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

function engineOf(options: Parameters<typeof createRiskEngine>[0] = {}): RiskEngine {
  return createRiskEngine({ secret: SECRET, clock: 'event', ...options })
}

function login(over: Partial<AssessInput> = {}): AssessInput {
  return {
    action: 'login',
    at: T0,
    ip: '203.0.113.9',
    method: 'POST',
    host: 'shop.example',
    path: '/login',
    headers: { 'user-agent': CHROME },
    user: { claimed: 'ann@example.com' },
    device_id: 'ann-laptop',
    ...over,
  }
}

async function livedIn(engine: RiskEngine, days: number, over: Partial<AssessInput> = {}) {
  for (let day = 0; day < days; day++) {
    const { context } = await engine.assess(login({ at: T0 + day * DAY, ...over }))
    await engine.report(context.action_id, { result: 'success', user_id: 'u1', at: T0 + day * DAY + 1000 })
  }
}

describe('an assessment', () => {
  it('has exactly the documented fields, frozen, in JSON', async () => {
    const assessment = await engineOf().assess(login())
    expect(Object.isFrozen(assessment)).toBe(true)
    expect(Object.isFrozen(assessment.context)).toBe(true)
    const plain = JSON.parse(JSON.stringify(assessment))
    expect(Object.keys(plain)).toEqual([
      'id',
      'issued_at',
      'recommendation',
      'risk_score',
      'scores',
      'context',
      'risk_signals',
      'reasons',
      'signals',
      'anomaly_codes',
      'threat',
      'policy',
      'evidence',
      'skipped',
      'degraded',
      'versions',
    ])
    expect(Object.keys(plain.recommendation)).toEqual(['type', 'challenges', 'challenge_token'])
    expect(Object.keys(plain.context)).toEqual([
      'action_id',
      'action_type',
      'action_performed_at',
      'device_id',
      'device_fingerprint',
      'user_id',
      'claimed_user_id',
      'session_id',
      'application_id',
      'device_timezone',
      'device_platform',
      'os_name',
      'os_version',
      'browser_name',
      'browser_version',
      'ip',
      'ip_provenance',
      'country',
      'city',
      'asn',
      'organization',
      'network_kind',
    ])
    expect(plain.context.action_id.length).toBeLessThanOrEqual(256)
    expect(plain.scores).toEqual({
      account_takeover: expect.any(Number),
      account_abuse: expect.any(Number),
      bot: expect.any(Number),
    })
    expect(plain.threat).toEqual({
      endpoint: 'Authentication',
      classification: 'Account Take Over (ATO)',
      confidence: expect.any(Number),
    })
    expect(plain.degraded).toBeNull()
  })
  it('allows the first login of a person whom nobody has seen', async () => {
    const { recommendation } = await engineOf().assess(login())
    expect(recommendation.type).toBe('allow')
  })
  it('trusts a person on a device and in a network that are long familiar', async () => {
    const engine = engineOf()
    await livedIn(engine, 12)
    const { recommendation, reasons } = await engine.assess(login({ at: T0 + 12 * DAY }))
    expect(reasons).toContain('PROFILE_DEVICE_FAMILIAR')
    expect(recommendation.type).toBe('trust')
  })
  it('explains every sub-score by the prior and the weights of its evidence', async () => {
    const engine = engineOf()
    await livedIn(engine, 12)
    const { evidence, scores } = await engine.assess(
      login({ at: T0 + 12 * DAY, headers: { 'user-agent': 'curl/8.0' } }),
    )
    expect(evidence.length).toBeGreaterThan(0)
    for (const name of ['account_takeover', 'account_abuse', 'bot'] as const) {
      const sum = evidence.reduce((total, entry) => total + entry.weight[name], Math.log(0.1 / 0.9))
      expect(100 / (1 + Math.exp(-sum))).toBeCloseTo(scores[name], 0)
    }
  })
  it('never throws for what a client sent', async () => {
    const engine = engineOf()
    const hostile = [
      '\u0000',
      '{}',
      '__proto__',
      '\ud800',
      'x'.repeat(1_000_000),
      {
        toString: () => {
          throw new Error('no')
        },
      },
      Symbol('s'),
      -1,
      Number.NaN,
    ]
    for (const value of hostile) {
      const input = {
        action: 'login',
        at: value,
        ip: value,
        method: value,
        host: value,
        path: value,
        headers: value,
        user: { id: value, claimed: value, email: value, phone: value },
        session_id: value,
        device_id: value,
        telemetry: value,
        payment: { payee: value, amount: value },
        challenge_token: value,
      }
      const assessment = await engine.assess(input as never)
      expect(assessment.recommendation.type).not.toBe('deny')
    }
  })
  it('refuses a missing action: a mistake of the calling code', async () => {
    await expect(engineOf().assess({} as never)).rejects.toMatchObject({ code: 'RG_OPTION_INVALID' })
  })
})

describe('a report', () => {
  it('counts once per action, and an explicit one wins over an inferred one', async () => {
    const engine = engineOf()
    const { context } = await engine.assess(login())
    expect(await engine.report(context.action_id, { result: 'success', user_id: 'u1', at: T0 })).toBe('learned')
    expect(await engine.report(context.action_id, { result: 'success', user_id: 'u1', at: T0 })).toBe('duplicate')
    expect(await engine.report(context.action_id, { result: 'failure', at: T0 }, { source: 'inferred' })).toBe(
      'duplicate',
    )
  })
  it('resolves on another node that shares store and secret, and counts once across them', async () => {
    const store = createMemoryStore()
    const one = engineOf({ store })
    const other = engineOf({ store })
    const { context } = await one.assess(login())
    await other.report(context.action_id, { result: 'success', user_id: 'u1', at: T0 })
    await one.report(context.action_id, { result: 'success', user_id: 'u1', at: T0 })
    const known = await one.export('u1')
    expect(known.devices).toEqual([expect.objectContaining({ successes: 1 })])
  })
  it('says so when the handle is not ours', async () => {
    const engine = engineOf()
    const { context } = await engineOf({ secret: `${SECRET}-another-one-altogether-9` }).assess(login())
    expect(await engine.report(context.action_id, { result: 'success' })).toBe('unknown_action')
    expect(await engine.report('nonsense', { result: 'success' })).toBe('unknown_action')
  })
  it('of an attempt teaches the named profile nothing', async () => {
    const engine = engineOf()
    for (let i = 0; i < 30; i++) {
      const { context } = await engine.assess(login({ at: T0 + i * 1000, device_id: 'attacker' }))
      await engine.report(context.action_id, { result: 'failure', at: T0 + i * 1000 })
    }
    expect((await engine.export({ claimed: 'ann@example.com' })).devices).toEqual([])
  })
  it('keeps a login name and the account behind it as one person', async () => {
    const engine = engineOf()
    await livedIn(engine, 3)
    const byName = await engine.export({ claimed: 'Ann@Example.com' })
    const byId = await engine.export('u1')
    expect(byName.devices).toHaveLength(byId.devices.length)
    expect(byId.devices.length).toBeGreaterThan(0)
    expect((await engine.erase({ claimed: 'ann@example.com' })).removed).toBe(2)
    expect((await engine.export('u1')).devices).toEqual([])
  })
  it('erases every login name of an account that it is given, and most by itself', async () => {
    const engine = engineOf()
    const names = ['ann', 'ann@example.com', '+4915112345678']
    for (const [i, claimed] of names.entries()) {
      const { context } = await engine.assess(login({ at: T0 + i * 1000, user: { claimed } }))
      await engine.report(context.action_id, { result: 'success', user_id: 'u1', at: T0 + i * 1000 })
    }
    expect((await engine.erase({ id: 'u1', names })).removed).toBe(4)
    for (const claimed of names) expect((await engine.export({ claimed })).devices).toEqual([])
  })
  it('erases nobody whose name is a letter of a text given for a list', async () => {
    const engine = engineOf()
    const { context } = await engine.assess(login({ user: { claimed: 'a' } }))
    await engine.report(context.action_id, { result: 'success', at: T0 })
    await expect(engine.erase({ id: 'u1', names: 'ann' as never })).rejects.toMatchObject({ code: 'RG_OPTION_INVALID' })
    expect((await engine.export({ claimed: 'a' })).devices).toHaveLength(1)
  })
  it('refuses a result that does not exist', async () => {
    await expect(engineOf().report('x', { result: 'won' } as never)).rejects.toMatchObject({
      code: 'RG_OPTION_INVALID',
    })
  })
})

describe('a label of confirmed fraud', () => {
  it('takes back what its action taught', async () => {
    const engine = engineOf()
    const { context } = await engine.assess(login({ device_id: 'thief' }))
    await engine.report(context.action_id, { result: 'success', user_id: 'u1', at: T0 })
    expect((await engine.export('u1')).devices).toHaveLength(1)
    await engine.label({
      type: 'confirmed_fraud',
      subject: { type: 'action_id', value: context.action_id },
      source: 'chargeback',
      user_id: 'u1',
    })
    expect((await engine.export('u1')).devices).toEqual([])
  })
})

describe('a limit rule', () => {
  it('never admits more than its count, whatever comes in parallel', async () => {
    const engine = engineOf({
      policy: {
        rules: [
          {
            name: 'five-logins',
            limit: { entity: 'ip', action: 'login', count: 5, windowMs: 60_000 },
            recommend: 'deny',
          },
        ],
      },
    })
    const answers = await Promise.all(Array.from({ length: 100 }, () => engine.assess(login())))
    expect(answers.filter(({ recommendation }) => recommendation.type !== 'deny')).toHaveLength(5)
    expect(answers.find(({ recommendation }) => recommendation.type === 'deny')?.policy.rule).toBe('five-logins')
  })
  it('admits again once the window has passed', async () => {
    const engine = engineOf({
      policy: {
        rules: [
          {
            name: 'one',
            limit: { entity: 'target', action: 'login', count: 1, windowMs: 60_000 },
            recommend: 'challenge',
          },
        ],
      },
    })
    expect((await engine.assess(login())).recommendation.type).toBe('allow')
    expect((await engine.assess(login({ at: T0 + 1000 }))).recommendation).toMatchObject({
      type: 'challenge',
      challenges: ['second_factor'],
      challenge_token: expect.any(String),
    })
    expect((await engine.assess(login({ at: T0 + 120_000 }))).recommendation.type).toBe('allow')
  })
})

describe('lists', () => {
  it('beat rules and score', async () => {
    const engine = engineOf({ lists: [{ list: 'deny', subject: 'ip', value: '203.0.113.9', name: 'bad' }] })
    const { recommendation, policy, anomaly_codes } = await engine.assess(login())
    expect(recommendation.type).toBe('deny')
    expect(policy.rule).toBe('list:deny')
    expect(anomaly_codes).toContain('MCPS-2300')
  })
})

describe('what nobody asked to assess', () => {
  it('is allowed, with every detector skipped and no handle', () => {
    const assessment = engineOf().notAssessed({ path: '/' })
    expect(assessment.recommendation.type).toBe('allow')
    expect(assessment.policy.rule).toBe('not_assessed')
    expect(assessment.skipped.length).toBeGreaterThan(0)
  })
  it('includes everything once the kill switch is on', async () => {
    const engine = engineOf({ enabled: () => false })
    expect((await engine.assess(login())).policy.rule).toBe('disabled')
  })
})
