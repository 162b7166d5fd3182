import { describe, expect, it } from '@jest/globals'
import { createRiskEngine, type RiskEngine } from '../engine.js'
import type { AssessInput } from './assess-input.js'

const DAY = 86_400_000
const T0 = Date.UTC(2026, 4, 4, 9)
const LAPTOP = { ip: '203.0.113.5', device_id: 'laptop' } as const
type Options = Parameters<typeof createRiskEngine>[0]

function engineOf(options: Options = {}): RiskEngine {
  return createRiskEngine({ secret: 'correct-horse-battery-staple-0123456789', clock: 'event', ...options })
}

function login(engine: RiskEngine, user: AssessInput['user'], over: Partial<AssessInput> = {}) {
  return engine.assess({ action: 'login', at: T0, ...LAPTOP, user, ...over })
}

async function succeed(engine: RiskEngine, user: AssessInput['user'], as: string, over: Partial<AssessInput> = {}) {
  const { context } = await login(engine, user, over)
  await engine.report(context.action_id, { result: 'success', user_id: as, at: context.action_performed_at })
}

describe('who names somebody else from a session of their own', () => {
  const resolveUser = (name: string) => (name === 'nobody' ? null : name)

  it.each<[string, Options]>([
    ['and nobody resolves names', {}],
    ['and the host resolves names', { resolveUser }],
  ])('is not taken for that person (%s)', async (_, options) => {
    const engine = engineOf(options)
    for (let day = 0; day < 9; day += 3)
      await succeed(engine, { claimed: 'mallory' }, 'mallory', { at: T0 + day * DAY })
    const own = await login(engine, { id: 'mallory', claimed: 'mallory' }, { at: T0 + 9 * DAY })
    expect(own.reasons).toContain('PROFILE_DEVICE_FAMILIAR')
    const other = await login(engine, { id: 'mallory', claimed: 'ann' }, { at: T0 + 9 * DAY })
    expect(other.reasons.filter((name) => name.startsWith('PROFILE_'))).toEqual([])
    expect(other.context).toMatchObject({ user_id: 'mallory', claimed_user_id: 'ann' })
  })
  it('gets no pass from lists by that name, nor by their own', async () => {
    const lists = [
      { list: 'allow', subject: 'email_domain', value: 'corp.example' },
      { list: 'allow', subject: 'user', value: 'vip' },
    ] as const
    const engine = engineOf({ lists })
    const typed = { claimed: 'boss@corp.example' }
    expect((await login(engine, { id: 'mallory', ...typed })).policy.rule).toBe('default')
    expect((await login(engine, { id: 'mallory', ...typed }, { action: 'checkout' })).policy.rule).toBe('default')
    expect((await login(engine, { id: 'vip', ...typed })).policy.rule).toBe('default')
    expect((await login(engine, { id: 'vip' }, { action: 'checkout' })).policy.rule).toBe('list:allow')
    const proven = { id: 'mallory', email: 'mallory@corp.example' }
    expect((await login(engine, proven, { action: 'checkout' })).policy.rule).toBe('list:allow')
  })
  it.each<[string, AssessInput['user']]>([
    ['by name', { id: 'mallory', claimed: 'ann' }],
    ['without a name', { id: 'mallory' }],
  ])('and becomes that person, stays another (%s)', async (_, user) => {
    const engine = engineOf()
    await succeed(engine, { claimed: 'ann' }, 'ann-id', { device_id: 'phone' })
    await succeed(engine, { claimed: 'mallory' }, 'mallory')
    await succeed(engine, user, 'ann-id')
    expect((await engine.export('mallory')).devices).toHaveLength(1)
    expect((await engine.export('ann-id')).devices).toHaveLength(2)
    await engine.erase('mallory')
    expect((await engine.export('ann-id')).devices).toHaveLength(2)
  })
})

describe('who signs in again from their own session', () => {
  it('may present the challenge token of it by the session alone', async () => {
    const policy = { rules: [{ name: 'all', actions: ['login'], recommend: 'challenge' }] } as const
    const engine = engineOf({ policy })
    const { recommendation } = await login(engine, { id: 'ann-id', claimed: 'ann' })
    const challenge_token = recommendation.challenge_token
    const stepUp = await login(engine, { id: 'ann-id' }, { at: T0 + 60_000, challenge_token })
    expect(stepUp.evidence.map(({ detector }) => detector)).not.toContain('challenge_token_refused')
  })
})

describe('a typed name in a session, where nobody signs in', () => {
  it('leaves the session to say who acts', async () => {
    const engine = engineOf()
    for (let day = 0; day < 9; day += 3) await succeed(engine, { claimed: 'ann' }, 'ann-id', { at: T0 + day * DAY })
    const order = { action: 'checkout', at: T0 + 9 * DAY } as const
    const { reasons } = await login(engine, { id: 'ann-id', claimed: 'gift-for@example.com' }, order)
    expect(reasons).toContain('PROFILE_DEVICE_FAMILIAR')
  })
})
