import { describe, expect, it } from '@jest/globals'
import type { Assessment } from '../assessment.js'
import { createRiskEngine, type RiskEngine } from '../engine.js'
import { createMemoryStore } from '../stores/memory/index.js'
import type { AssessInput } from './assess-input.js'

const SECRET = 'a-secret-for-challenges-0123456789-abcdef'
const T0 = Date.UTC(2026, 4, 4, 12)
const SECOND = 1_000
const MINUTE = 60 * SECOND

function engineOf(options: Parameters<typeof createRiskEngine>[0] = {}): RiskEngine {
  return createRiskEngine({
    secret: SECRET,
    clock: 'event',
    policy: { rules: [{ name: 'always', actions: ['withdraw'], scoreAtLeast: 0, recommend: 'challenge' }] },
    ...options,
  })
}

const login = (over: Partial<AssessInput> = {}): AssessInput => ({
  action: 'login',
  at: T0,
  ip: '203.0.113.9',
  user: { claimed: 'ann@example.com' },
  device_id: 'ann-laptop',
  ...over,
})

/** A withdrawal, which the policy always challenges, and its token. */
async function challenged(
  engine: RiskEngine,
  over: Partial<AssessInput> = {},
): Promise<{ original: Assessment; token: string }> {
  const original = await engine.assess(login({ action: 'withdraw', ...over }))
  expect(original.recommendation.type).toBe('challenge')
  return { original, token: original.recommendation.challenge_token as string }
}

const stepUp = (engine: RiskEngine, token: unknown, over: Partial<AssessInput> = {}) =>
  engine.assess(login({ at: T0 + MINUTE, challenge_token: token as string, ...over }))

const evidenceOf = ({ evidence }: Assessment, detector: string) => evidence.find((entry) => entry.detector === detector)

describe('a challenge token', () => {
  it('that is presented in time, on its device, changes no score', async () => {
    const [plain, engine] = [engineOf(), engineOf()]
    await challenged(plain)
    const { token } = await challenged(engine)
    const without = await stepUp(plain, null)
    const withToken = await stepUp(engine, token)
    expect(withToken.scores).toEqual(without.scores)
    expect(withToken.anomaly_codes).toEqual([])
  })
  it('is good once: the second client replays', async () => {
    const engine = engineOf()
    const { token } = await challenged(engine, { device_id: null })
    await stepUp(engine, token, { device_id: null })
    const again = await stepUp(engine, token, { at: T0 + MINUTE + SECOND, device_id: null, ip: '198.51.100.77' })
    expect(again.anomaly_codes).toContain('MCPS-3000')
    expect(again.recommendation.type).toBe('challenge')
  })
  it('that comes twice within ten seconds from one client is one event', async () => {
    const engine = engineOf()
    const { token } = await challenged(engine)
    await stepUp(engine, token)
    const retry = await stepUp(engine, token, { at: T0 + MINUTE + 10 * SECOND })
    expect(retry.anomaly_codes).toEqual([])
    const late = await stepUp(engine, token, { at: T0 + MINUTE + 11 * SECOND })
    expect(late.anomaly_codes).toEqual(['MCPS-3000'])
    expect(evidenceOf(late, 'challenge_token_replayed')?.data).toEqual({ by: 'same_device' })
    expect(late.recommendation.type).toBe('allow')
  })
  it('of a client without device ids is one event by its address, and later a replay', async () => {
    const engine = engineOf()
    const { token } = await challenged(engine, { device_id: null })
    const come = (seconds: number) => stepUp(engine, token, { at: T0 + MINUTE + seconds * SECOND, device_id: null })
    await come(0)
    expect((await come(5)).anomaly_codes).toEqual([])
    expect(evidenceOf(await come(20), 'challenge_token_replayed')?.data).toEqual({ by: 'other_client' })
  })
  it('accuses nobody while the store cannot tell', async () => {
    const store = createMemoryStore()
    const engine = engineOf({ store })
    const { token } = await challenged(engine)
    await store.close({ timeoutMs: 10 })
    const answer = await stepUp(engine, token)
    expect(answer.degraded).not.toBeNull()
    expect(answer.skipped).toContainEqual({
      detector: 'challenge_token_replayed',
      need: 'challenge.presented',
      why: 'failed',
    })
    expect(answer.anomaly_codes).toEqual([])
  })
  it('is good once under 100 parallel tries from many clients and several processes', async () => {
    const store = createMemoryStore()
    const nodes = [engineOf({ store }), engineOf({ store }), engineOf({ store })]
    const { token } = await challenged(nodes[0] as RiskEngine, { device_id: null })
    const tries = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        stepUp(nodes[i % 3] as RiskEngine, token, { device_id: null, ip: `198.51.100.${i}` }),
      ),
    )
    expect(tries.filter((each) => !each.anomaly_codes.includes('MCPS-3000'))).toHaveLength(1)
  })
  it('counts one success under 100 parallel tries from one device', async () => {
    const engine = engineOf()
    const { token } = await challenged(engine)
    const tries = await Promise.all(Array.from({ length: 100 }, () => stepUp(engine, token)))
    const receipts = await Promise.all(
      tries.map(({ context }) =>
        engine.report(context.action_id, {
          result: 'success',
          user_id: 'u1',
          challenge: { type: 'second_factor', result: 'passed' },
          at: T0 + MINUTE,
        }),
      ),
    )
    expect(receipts.filter((receipt) => receipt === 'learned')).toHaveLength(1)
    expect((await engine.export('u1')).devices).toEqual([expect.objectContaining({ successes: 1 })])
  })
  it.each([
    ['altered', (token: string) => `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`],
    ['no text', () => ['x']],
    ['cut short', (token: string) => token.slice(0, 20)],
    ['huge', () => 'A'.repeat(1_000_000)],
    ['of another purpose', (_: string, { context }: Assessment) => context.action_id],
  ])('that is %s weighs moderately', async (_, spoil) => {
    const engine = engineOf()
    const { token, original } = await challenged(engine)
    const answer = await stepUp(engine, spoil(token, original))
    expect(evidenceOf(answer, 'challenge_token_refused')?.data).toEqual({ why: 'foreign' })
    expect(answer.anomaly_codes).toEqual([])
    expect(answer.recommendation.type).toBe('allow')
  })
  it('of another secret is not ours; of a rotated one it is', async () => {
    const store = createMemoryStore()
    const { token } = await challenged(engineOf({ store }))
    const foreign = await stepUp(engineOf({ secret: `another-${SECRET}` }), token)
    expect(evidenceOf(foreign, 'challenge_token_refused')).toBeDefined()
    const rotated = await stepUp(engineOf({ store, secret: [`newer-${SECRET}`, SECRET] }), token)
    expect(evidenceOf(rotated, 'challenge_token_refused')).toBeUndefined()
  })
  it.each([
    ['device', { device_id: 'thief-phone' }, 'other_device'],
    ['person', { user: { claimed: 'bob@example.com' } }, 'other_person'],
    ['finder, who brings no device and names nobody', { device_id: null, user: null }, 'other_device'],
  ] as const)('of another %s is refused, and stays good for its owner', async (_, over, why) => {
    const engine = engineOf()
    const { token } = await challenged(engine)
    const thief = await stepUp(engine, token, over)
    expect(thief.anomaly_codes).toContain('MCPS-1400')
    expect(evidenceOf(thief, 'challenge_token_refused')?.data).toEqual({ why })
    expect((await stepUp(engine, token)).anomaly_codes).toEqual([])
  })
  it.each([
    ['a session that knows the id alone', { user: { id: 'u1' } }],
    ['a browser that keeps no cookie', { device_id: null }],
  ] as const)('is taken from %s', async (_, over) => {
    const engine = engineOf()
    const { token } = await challenged(engine)
    expect(evidenceOf(await stepUp(engine, token, over), 'challenge_token_refused')).toBeUndefined()
  })
  it.each([
    [10 * MINUTE, 'allow'],
    [10 * MINUTE + 1, 'allow'],
  ])('after %d ms weighs nothing', async (age, type) => {
    const engine = engineOf()
    const { token } = await challenged(engine)
    const answer = await stepUp(engine, token, { at: T0 + age })
    expect(answer.anomaly_codes).toEqual([])
    expect(answer.recommendation.type).toBe(type)
  })
  it('from the future is refused', async () => {
    const engine = engineOf()
    const { token } = await challenged(engine, { at: T0 + 5 * MINUTE })
    expect(evidenceOf(await stepUp(engine, token), 'challenge_token_refused')?.data).toEqual({ why: 'future' })
  })
  it('that an observed action carries is not spent', async () => {
    const engine = engineOf()
    const { token } = await challenged(engine, { device_id: null })
    const other = { device_id: null, ip: '198.51.100.1' }
    await stepUp(engine, token, { ...other, action_source: 'inferred' })
    expect((await stepUp(engine, token, { device_id: null })).anomaly_codes).toEqual([])
  })
})

describe('what a challenge teaches', () => {
  const passed = {
    result: 'success',
    user_id: 'u1',
    challenge: { type: 'second_factor', result: 'passed' },
    at: T0,
  } as const
  const devicesOf = async (engine: RiskEngine) => (await engine.export('u1')).devices.map(({ successes }) => successes)

  it.each([
    ['second_factor', [1]],
    ['email_verification', [0.5]],
  ] as const)('passed on the original action: %s', async (type, successes) => {
    const engine = engineOf()
    const { original } = await challenged(engine)
    await engine.report(original.context.action_id, { ...passed, challenge: { type, result: 'passed' } })
    expect(await devicesOf(engine)).toEqual(successes)
  })
  it('passed on the step-up: as much', async () => {
    const engine = engineOf()
    const { token } = await challenged(engine)
    const answer = await stepUp(engine, token, { action: 'withdraw' })
    expect(await engine.report(answer.context.action_id, passed)).toBe('learned')
    expect(await devicesOf(engine)).toEqual([1])
    const known = await engine.assess(login({ at: T0 + 2 * MINUTE, user: { id: 'u1' } }))
    expect(known.reasons).not.toContain('PROFILE_DEVICE_NEW')
  })
  it.each([
    ['used before', true],
    ['good', false],
  ] as const)('under a token that is %s: the device stays new is %s', async (_, used) => {
    const engine = engineOf()
    for (let day = 0; day < 3; day++) {
      const at = T0 - (10 - day) * 86_400_000
      const { context } = await engine.assess(login({ at, device_id: 'ann-phone' }))
      await engine.report(context.action_id, { result: 'success', user_id: 'u1', at })
    }
    const { token } = await challenged(engine)
    if (used) await stepUp(engine, token)
    const at = T0 + 3 * MINUTE
    const answer = await stepUp(engine, token, { at })
    await engine.report(answer.context.action_id, { ...passed, at })
    const next = await engine.assess(login({ at: at + MINUTE }))
    expect(next.reasons.includes('PROFILE_DEVICE_NEW')).toBe(used)
  })
  it.each(['success', 'incomplete', 'failure'] as const)(
    'failed, reported with %s: nothing, and a failure is counted',
    async (result) => {
      const engine = engineOf()
      for (let i = 0; i < 20; i++) {
        const { original } = await challenged(engine, {
          at: T0 + i * SECOND,
          user: { claimed: `victim-${i}@example.com` },
        })
        await engine.report(original.context.action_id, {
          result,
          challenge: { type: 'second_factor', result: 'failed' },
          at: T0 + i * SECOND,
        })
      }
      expect((await engine.export({ claimed: 'victim-1@example.com' })).devices).toEqual([])
      const next = await engine.assess(login({ at: T0 + MINUTE, user: { claimed: 'victim-21@example.com' } }))
      expect(next.signals).toContain('credential_stuffing')
    },
  )
  it('abandoned: nothing, and no failure either', async () => {
    const engine = engineOf()
    for (let i = 0; i < 20; i++) {
      const { original } = await challenged(engine, {
        at: T0 + i * SECOND,
        user: { claimed: `guest-${i}@example.com` },
      })
      await engine.report(original.context.action_id, {
        ...passed,
        challenge: { type: 'second_factor', result: 'abandoned' },
      })
    }
    expect(await devicesOf(engine)).toEqual([])
    const next = await engine.assess(login({ at: T0 + MINUTE, user: { claimed: 'guest-21@example.com' } }))
    expect(next.signals).not.toContain('credential_stuffing')
  })
})
