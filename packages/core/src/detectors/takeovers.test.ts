import { describe, expect, it } from '@jest/globals'
import type { Assessment } from '../assessment.js'
import { createRiskEngine, type RiskEngine } from '../engine.js'
import type { NetworkProvider } from '../facts/network.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const T0 = Date.UTC(2026, 0, 12)
const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36'
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15'

/** 10.x are homes of one operator, 20.x of another, 203.0.113.0/24 and 198.18.x.x a VPN's. */
const network: NetworkProvider = {
  lookup(ip) {
    const vpn = ip.startsWith('203.0.113.') || ip.startsWith('198.18.')
    return {
      country: 'DE',
      city: null,
      location: null,
      timezone: null,
      asn: vpn ? 64499 : ip.startsWith('10.') ? 64496 : 64497,
      organization: null,
      kind: null,
      lists: vpn ? [{ name: 'vpn', kind: 'vpn', age_days: 1 }] : [],
    }
  },
}

interface Login {
  readonly who: string
  readonly at: number
  readonly ip: string
  readonly ok?: false
  readonly device?: string | null
  readonly ua?: string
}

const engineFor = () => createRiskEngine({ clock: 'event', secret: 'a-secret-for-takeovers-0123456789abcdef', network })

async function login(engine: RiskEngine, { who, at, ip, ok, device = null, ua = WINDOWS }: Login): Promise<Assessment> {
  const assessment = await engine.assess({
    action: 'login',
    at,
    ip,
    headers: { 'user-agent': ua },
    user: { claimed: who },
    device_id: device,
  })
  const outcome = ok === false ? ({ result: 'failure' } as const) : ({ result: 'success', user_id: who } as const)
  await engine.report(assessment.context.action_id, { ...outcome, at: at + 1_000 })
  return assessment
}

const isFlagged = ({ recommendation }: Assessment) => ['challenge', 'deny'].includes(recommendation.type)

/** Ten logins in ten days at home, on the own laptop. */
async function regular(engine: RiskEngine, who = 'ann'): Promise<number> {
  for (let day = 0; day < 10; day++)
    await login(engine, { who, at: T0 + day * DAY, ip: '10.1.1.7', device: `laptop-${who}` })
  return T0 + 11 * DAY
}

describe('whoever has the right password', () => {
  it('and browser and operator of the victim, but no cookie, is asked', async () => {
    const engine = engineFor()
    const at = await regular(engine)
    expect(isFlagged(await login(engine, { who: 'ann', at, ip: '10.9.9.9' }))).toBe(true)
    expect(isFlagged(await login(engine, { who: 'ann', at, ip: '10.8.8.8', device: 'theirs' }))).toBe(true)
  })
  it('and a stolen cookie, in another browser and another place, is asked', async () => {
    const engine = engineFor()
    const at = await regular(engine)
    expect(isFlagged(await login(engine, { who: 'ann', at, ip: '20.9.9.9', device: 'laptop-ann', ua: MAC }))).toBe(true)
  })
  it('and a stolen cookie in the same browser behind a VPN is asked, unless the victim uses one', async () => {
    const engine = engineFor()
    const at = await regular(engine)
    expect(isFlagged(await login(engine, { who: 'ann', at, ip: '203.0.113.9', device: 'laptop-ann' }))).toBe(true)
    const hider = engineFor()
    for (let day = 0; day < 10; day++)
      await login(hider, { who: 'bob', at: T0 + day * DAY, ip: `198.18.${day}.1`, device: 'laptop-bob' })
    expect(isFlagged(await login(hider, { who: 'bob', at, ip: '203.0.113.9', device: 'laptop-bob' }))).toBe(false)
  })
  it('is asked each time within a day, however often nobody applied the challenge, and never trusted within the week', async () => {
    const engine = engineFor()
    const at = await regular(engine)
    const types: string[] = []
    for (let i = 0; i < 30; i++) {
      const attempt = { who: 'ann', at: at + i * 5 * HOUR, ip: '203.0.113.9', device: 'theirs', ua: MAC }
      types.push((await login(engine, attempt)).recommendation.type)
    }
    expect(types[0]).toBe('challenge')
    expect(types).not.toContain('trust')
  })
  it('and was found out starts anew: the label takes back what the takeover taught', async () => {
    const engine = engineFor()
    const at = await regular(engine)
    const attempt = { who: 'ann', ip: '203.0.113.9', device: 'theirs', ua: MAC }
    const taken = await login(engine, { ...attempt, at })
    await engine.label({
      type: 'device_takeover',
      subject: { type: 'action_id', value: taken.context.action_id },
      source: 'customer_complaint',
      at: at + HOUR,
    })
    expect(isFlagged(await login(engine, { ...attempt, at: at + 2 * DAY }))).toBe(true)
    expect(isFlagged(await login(engine, { who: 'ann', at: at + 2 * DAY, ip: '10.1.1.7', device: 'laptop-ann' }))).toBe(
      false,
    )
  })
})

describe('good people away from home', () => {
  it('who never keep cookies travel with their usual browser unasked', async () => {
    const engine = engineFor()
    for (let day = 0; day < 10; day++)
      await login(engine, { who: 'eve', at: T0 + day * DAY, ip: '10.1.1.7', device: day === 0 ? 'once' : null })
    expect(isFlagged(await login(engine, { who: 'eve', at: T0 + 11 * DAY, ip: '10.9.9.9' }))).toBe(false)
  })
  it('who are under way from hotel to hotel bring a private window unasked', async () => {
    const engine = engineFor()
    await regular(engine)
    for (let i = 0; i < 3; i++)
      await login(engine, { who: 'ann', at: T0 + (11 + i) * DAY, ip: `10.5.${i}.3`, device: 'laptop-ann' })
    expect(isFlagged(await login(engine, { who: 'ann', at: T0 + 13.5 * DAY, ip: '10.6.6.6' }))).toBe(false)
  })
  it('come by a carrier’s address that others were proven on', async () => {
    const engine = engineFor()
    const at = await regular(engine)
    for (let i = 0; i < 5; i++)
      await login(engine, { who: `other-${i}`, at: at - DAY + i * MINUTE, ip: '10.200.0.1', device: `phone-${i}` })
    expect(isFlagged(await login(engine, { who: 'ann', at, ip: '10.200.0.1', device: 'new-phone', ua: MAC }))).toBe(
      false,
    )
  })
})

describe('stuffing from ever new addresses, one try each', () => {
  it('is flagged within half an hour, while regulars and their new phones at home are not', async () => {
    const engine = engineFor()
    const start = await regular(engine)
    for (let i = 0; i < 60; i++) {
      for (let day = 0; day < 4; day++)
        await login(engine, {
          who: `good-${i}`,
          at: start - (4 - day) * DAY + i * 10 * MINUTE,
          ip: `10.3.${i}.1`,
          device: `own-${i}`,
        })
    }
    const attacks: boolean[] = []
    const good: boolean[] = []
    for (let i = 0; i < 240; i++) {
      const at = start + i * 20_000
      attacks.push(
        isFlagged(
          await login(engine, { who: `leaked-${i}`, at, ip: `20.${i}.7.7`, ok: false, ua: i % 2 ? MAC : WINDOWS }),
        ),
      )
      if (i % 4 === 0) {
        const who = i / 4
        const device = who % 10 === 0 ? `new-phone-${who}` : `own-${who}`
        good.push(isFlagged(await login(engine, { who: `good-${who}`, at: at + 7_000, ip: `10.3.${who}.1`, device })))
      }
    }
    const late = attacks.slice(90)
    expect(late.filter(Boolean).length / late.length).toBeGreaterThan(0.95)
    expect(good).not.toContain(true)
  })
})
