import { describe, expect, it } from '@jest/globals'
import { createRiskEngine, type RiskEngine } from '../engine.js'
import { createMemoryStore } from '../stores/memory/index.js'
import type { AssessInput } from './assess-input.js'
import type { Label } from './journal.js'

const SECRET = 'a-secret-for-labels-0123456789-abcdefgh'
const DAY = 86_400_000
const T0 = Date.UTC(2026, 10, 1, 9)

const engineOf = (options: Parameters<typeof createRiskEngine>[0] = {}): RiskEngine =>
  createRiskEngine({ secret: SECRET, clock: 'event', ...options })

const login = (over: Partial<AssessInput> = {}): AssessInput => ({
  action: 'login',
  at: T0,
  ip: '203.0.113.9',
  user: { claimed: 'ann@example.com' },
  device_id: 'ann-laptop',
  ...over,
})

const fraud = (subject: Label['subject'], over: Partial<Label> = {}): Label => ({
  type: 'confirmed_fraud',
  subject,
  source: 'manual_review',
  at: T0,
  ...over,
})

/** Ten days of logins, one a day from `from` on. Gives the last action's handle. */
async function livedIn(engine: RiskEngine, from: number, over: Partial<AssessInput> = {}): Promise<string> {
  let handle = ''
  for (let day = 0; day < 10; day++) {
    const at = from + day * DAY
    const { context } = await engine.assess(login({ at, ...over }))
    await engine.report(context.action_id, { result: 'success', user_id: 'u1', at })
    handle = context.action_id
  }
  return handle
}

describe('a label of a device', () => {
  const device = { type: 'device_id', value: 'bad-phone' } as const

  it('of confirmed fraud challenges whoever comes with it, and fades', async () => {
    const engine = engineOf()
    expect((await engine.assess(login({ device_id: 'bad-phone' }))).recommendation.type).toBe('allow')
    expect(await engine.label(fraud(device))).toBe('learned')
    const next = await engine.assess(login({ device_id: 'bad-phone', at: T0 + DAY }))
    expect(next.reasons).toContain('DEVICE_RISKY_REPUTATION')
    expect(next.recommendation.type).toBe('challenge')
    expect((await engine.assess(login({ at: T0 + DAY }))).reasons).not.toContain('DEVICE_RISKY_REPUTATION')
    const later = await engine.assess(login({ device_id: 'bad-phone', at: T0 + 120 * DAY }))
    expect(later.risk_score).toBeLessThan(next.risk_score)
    const gone = await engine.assess(login({ device_id: 'bad-phone', at: T0 + 181 * DAY }))
    expect(gone.reasons).not.toContain('DEVICE_RISKY_REPUTATION')
  })
  it('may come twice, and reaches every node of the store', async () => {
    const store = createMemoryStore()
    const [one, other] = [engineOf({ store }), engineOf({ store })]
    await one.label(fraud(device))
    await one.label(fraud(device))
    expect((await other.assess(login({ device_id: 'bad-phone' }))).reasons).toContain('DEVICE_RISKY_REPUTATION')
  })
  it('is not undone by a weaker source, and is by as strong a one', async () => {
    const engine = engineOf()
    const flagged = async () =>
      (await engine.assess(login({ device_id: 'bad-phone', at: T0 + DAY }))).reasons.includes('DEVICE_RISKY_REPUTATION')
    await engine.label(fraud(device, { source: 'chargeback' }))
    await engine.label(fraud(device, { type: 'confirmed_legit', source: 'customer_complaint', at: T0 + 1000 }))
    expect(await flagged()).toBe(true)
    await engine.label(fraud(device, { type: 'confirmed_legit', source: 'manual_review', at: T0 + 2000 }))
    expect(await flagged()).toBe(false)
    await engine.label(fraud(device, { source: 'manual_review', at: T0 + 3000 }))
    expect(await flagged()).toBe(true)
  })
  it('of suspicion is cleared by anybody who confirms the contrary', async () => {
    const engine = engineOf()
    await engine.label(fraud(device, { type: 'suspected_fraud' }))
    expect((await engine.assess(login({ device_id: 'bad-phone' }))).reasons).toContain('DEVICE_RISKY_REPUTATION')
    await engine.label(fraud(device, { type: 'confirmed_legit', source: 'other', at: T0 + 1000 }))
    expect((await engine.assess(login({ device_id: 'bad-phone' }))).reasons).not.toContain('DEVICE_RISKY_REPUTATION')
  })
  it('flags no device of more than 20 users', async () => {
    const engine = engineOf()
    for (let i = 0; i < 21; i++) {
      const who = {
        at: T0 - (22 - i) * DAY,
        ip: `198.51.100.${i}`,
        device_id: 'library',
        user: { claimed: `reader-${i}` },
      }
      const { context } = await engine.assess(login({ ...who, action: 'register' }))
      await engine.report(context.action_id, {
        result: 'success',
        challenge: { type: 'second_factor', result: 'passed' },
        user_id: `r${i}`,
        at: who.at,
      })
    }
    await engine.label(fraud({ type: 'device_id', value: 'library' }))
    const next = await engine.assess(login({ device_id: 'library' }))
    expect(next.reasons).not.toContain('DEVICE_RISKY_REPUTATION')
  })
})

describe('a label of an address', () => {
  const ip = { type: 'ip', value: '203.0.113.9' } as const

  it('weighs on that address only, outlives its counters, and alone challenges nobody', async () => {
    const engine = engineOf()
    await engine.assess(login({ at: T0 - DAY }))
    await engine.label(fraud(ip))
    for (const day of [0, 1, 10]) {
      const next = await engine.assess(login({ at: T0 + day * DAY }))
      expect(next.reasons).toContain('IP_RISKY_REPUTATION')
      expect(next.recommendation.type).toBe('allow')
    }
    expect((await engine.assess(login({ ip: '203.0.113.10' }))).reasons).not.toContain('IP_RISKY_REPUTATION')
    expect((await engine.assess(login({ at: T0 + 91 * DAY }))).reasons).not.toContain('IP_RISKY_REPUTATION')
  })
  it('means the address in every spelling', async () => {
    const engine = engineOf()
    await engine.label(fraud({ type: 'ip', value: '::ffff:203.0.113.9' }))
    expect((await engine.assess(login())).reasons).toContain('IP_RISKY_REPUTATION')
  })
  it('is seen by inferred actions too', async () => {
    const engine = engineOf()
    await engine.label(fraud(ip))
    expect((await engine.assess(login({ action_source: 'inferred' }))).reasons).toContain('IP_RISKY_REPUTATION')
  })
})

describe('a label of an account or a fingerprint', () => {
  it('is kept with the account, under its login name too', async () => {
    const engine = engineOf()
    await livedIn(engine, T0 - 10 * DAY)
    expect(await engine.label(fraud({ type: 'user_id', value: 'u1' }))).toBe('learned')
    const held = [{ type: 'confirmed_fraud', source: 'manual_review', at: T0 }]
    expect((await engine.export('u1')).labels).toEqual(held)
    expect((await engine.export({ claimed: 'ann@example.com' })).labels).toEqual(held)
    expect((await engine.export({ claimed: 'bob@example.com' })).labels).toEqual([])
  })
  it('is taken for a fingerprint', async () => {
    expect(await engineOf().label(fraud({ type: 'device_fingerprint', value: 'fp-1' }))).toBe('learned')
  })
  it.each([
    ['ip', 'nonsense'],
    ['ip', '203.0.113.0/24'],
    ['user_id', ''],
    ['device_id', null],
  ] as const)('refuses a subject of %s %p', async (type, value) => {
    await expect(engineOf().label(fraud({ type, value: value as string }))).rejects.toMatchObject({
      code: 'RG_OPTION_INVALID',
    })
  })
})

describe('a confirmed fraud or takeover of an action', () => {
  it.each(['confirmed_fraud', 'device_takeover'] as const)(
    '%s: the device is never trusted again, challenged for 90 days, and no longer',
    async (type) => {
      const engine = engineOf()
      const from = T0 - 10 * DAY
      const handle = await livedIn(engine, from)
      expect((await engine.assess(login())).recommendation.type).toBe('trust')
      await engine.label({ ...fraud({ type: 'action_id', value: handle }), type })
      for (const day of [0, 30, 80]) {
        for (const user of [{ claimed: 'ann@example.com' }, { id: 'u1' }]) {
          const next = await engine.assess(login({ at: T0 + day * DAY, user }))
          expect(next.recommendation.type).toBe('challenge')
          expect(next.evidence.map(({ detector }) => detector)).toContain('profile_tainted_device')
        }
      }
      const later = await engine.assess(login({ at: T0 + 91 * DAY }))
      expect(later.evidence.map(({ detector }) => detector)).not.toContain('profile_tainted_device')
    },
  )
  it('is not overcome by successes on that device', async () => {
    const engine = engineOf()
    const handle = await livedIn(engine, T0 - 10 * DAY)
    await engine.label({ ...fraud({ type: 'action_id', value: handle }), type: 'device_takeover' })
    for (let day = 0; day < 20; day++) {
      const at = T0 + day * DAY
      const { context, recommendation } = await engine.assess(login({ at }))
      expect(recommendation.type).toBe('challenge')
      await engine.report(context.action_id, {
        result: 'success',
        challenge: { type: 'second_factor', result: 'passed' },
        user_id: 'u1',
        at,
      })
    }
  })
  it('leaves other devices of the person, and other people on the device, alone', async () => {
    const engine = engineOf()
    await livedIn(engine, T0 - 30 * DAY, { device_id: 'ann-phone' })
    const { context } = await engine.assess(login())
    await engine.report(context.action_id, { result: 'success', user_id: 'u1', at: T0 })
    await engine.label({ ...fraud({ type: 'action_id', value: context.action_id }), type: 'device_takeover' })
    const phone = await engine.assess(login({ at: T0 + DAY, device_id: 'ann-phone' }))
    expect(phone.reasons).toContain('PROFILE_DEVICE_FAMILIAR')
    expect(phone.recommendation.type).not.toBe('challenge')
    const husband = await engine.assess(login({ at: T0 + DAY, user: { claimed: 'bob@example.com' } }))
    expect(husband.reasons).not.toContain('DEVICE_RISKY_REPUTATION')
  })
  it('of fraud speaks against the device wherever it turns up', async () => {
    const engine = engineOf()
    const { context } = await engine.assess(login({ device_id: 'thief' }))
    await engine.label(fraud({ type: 'action_id', value: context.action_id }, { source: 'chargeback' }))
    const next = await engine.assess(
      login({ device_id: 'thief', ip: '198.51.100.3', user: { claimed: 'bob@example.com' } }),
    )
    expect(next.reasons).toContain('DEVICE_RISKY_REPUTATION')
  })
  it.each([
    ['a reviewer', 'manual_review', false],
    ['the customer, or whoever says so', 'customer_complaint', true],
  ] as const)('is taken back by %s: %s', async (_, source, stillTainted) => {
    const engine = engineOf()
    const handle = await livedIn(engine, T0 - 10 * DAY)
    await engine.label(fraud({ type: 'action_id', value: handle }))
    await engine.label({
      ...fraud({ type: 'action_id', value: handle }, { source, at: T0 + 1000 }),
      type: 'confirmed_legit',
    })
    const next = await engine.assess(login({ at: T0 + DAY }))
    expect(next.evidence.some(({ detector }) => detector === 'profile_tainted_device')).toBe(stillTainted)
    expect(next.reasons.includes('DEVICE_RISKY_REPUTATION')).toBe(stillTainted)
  })
  it('shows in what is kept about the person', async () => {
    const engine = engineOf()
    const handle = await livedIn(engine, T0 - 10 * DAY)
    await engine.label(fraud({ type: 'action_id', value: handle }))
    const { devices, tainted_devices } = await engine.export('u1')
    expect(devices).toEqual([])
    expect(tainted_devices).toHaveLength(1)
  })
})
