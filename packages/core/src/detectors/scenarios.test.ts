import { describe, expect, it } from '@jest/globals'
import type { Assessment } from '../assessment.js'
import type { AssessInput } from '../engine/assess-input.js'
import { createRiskEngine, type RiskEngine } from '../engine.js'
import type { NetworkProvider } from '../facts/network.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const T0 = Date.UTC(2026, 0, 12, 8)
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1'

/** 192.0.2.0/24 is home, 198.51.100.0/24 another operator of the country, 203.0.113.0/24 a hosting company abroad. */
const network: NetworkProvider = {
  lookup(ip) {
    const abroad = ip.startsWith('203.0.113.')
    return {
      country: abroad ? 'NL' : 'DE',
      city: null,
      location: null,
      timezone: null,
      asn: abroad ? 64499 : ip.startsWith('192.0.2.') ? 64496 : 64497,
      organization: null,
      kind: abroad ? 'hosting' : 'isp',
      lists: [],
    }
  },
}

interface Attempt {
  readonly who: string
  readonly at: number
  readonly ok: boolean
  readonly ip?: string
  readonly device?: string | null
  readonly ua?: string
  readonly action?: string
}

function engineFor(): RiskEngine {
  return createRiskEngine({ clock: 'event', secret: 'a-secret-for-scenarios-0123456789abcdef', network })
}

/** Assesses, then reports how it ended, as a host does. */
async function attempt(
  engine: RiskEngine,
  { who, at, ok, ip = '192.0.2.7', device = null, ua = CHROME, action = 'login' }: Attempt,
): Promise<Assessment> {
  const input: AssessInput = {
    action,
    at,
    ip,
    headers: { 'user-agent': ua },
    user: { claimed: who },
    device_id: device,
  }
  const assessment = await engine.assess(input)
  await engine.report(assessment.context.action_id, {
    result: ok ? 'success' : 'failure',
    user_id: ok ? who : null,
    at: at + 1_000,
  })
  return assessment
}

const typeOf = ({ recommendation }: Assessment) => recommendation.type
const isFlagged = (assessment: Assessment) => ['challenge', 'deny'].includes(typeOf(assessment))

/** Six logins on six days, from home and on the own device. */
async function teachRegular(engine: RiskEngine, who: string, device: string, ip = '192.0.2.7') {
  for (let day = 0; day < 6; day++) await attempt(engine, { who, at: T0 + day * DAY, ok: true, device, ip })
}

describe('good users', () => {
  it('are allowed to register and to log in for the first time', async () => {
    const engine = engineFor()
    expect(typeOf(await attempt(engine, { who: 'ann', at: T0, ok: true, action: 'register' }))).toBe('allow')
    expect(typeOf(await attempt(engine, { who: 'ann', at: T0 + MINUTE, ok: true, device: 'laptop' }))).toBe('allow')
    expect(typeOf(await attempt(engine, { who: 'bob', at: T0, ok: true, ip: '198.51.100.4', ua: IPHONE }))).toBe(
      'allow',
    )
  })

  it('are allowed on a familiar device, and trusted there after a week', async () => {
    const engine = engineFor()
    await teachRegular(engine, 'ann', 'laptop')
    const early = await attempt(engine, { who: 'ann', at: T0 + 6 * DAY, ok: true, device: 'laptop' })
    expect(typeOf(early)).toBe('allow')
    expect(early.reasons).toEqual(
      expect.arrayContaining(['PROFILE_DEVICE_FAMILIAR', 'PROFILE_IP_FAMILIAR', 'PROFILE_FAMILIAR']),
    )
    const week = await attempt(engine, { who: 'ann', at: T0 + 8 * DAY, ok: true, device: 'laptop' })
    expect(week.reasons).toContain('PROFILE_TRUSTED')
    expect(typeOf(week)).toBe('trust')
  })

  it('bring a new device home without being asked, and are asked with one elsewhere', async () => {
    const engine = engineFor()
    await teachRegular(engine, 'ann', 'laptop')
    const at = T0 + 7 * DAY
    const home = await attempt(engine, { who: 'ann', at, ok: true, device: 'phone', ua: IPHONE })
    expect(home.reasons).toContain('PROFILE_DEVICE_NEW')
    expect(typeOf(home)).toBe('allow')
    expect(
      typeOf(
        await engine.assess({ action: 'login', at, ip: '198.51.100.4', user: { claimed: 'ann' }, device_id: 'other' }),
      ),
    ).toBe('challenge')
    const abroad = await attempt(engine, { who: 'ann', at, ok: true, ip: '203.0.113.4', ua: IPHONE })
    expect(typeOf(abroad)).toBe('challenge')
    // A hosting company's country says nothing of where somebody is.
    expect(abroad.reasons).not.toContain('PROFILE_LOCATION_NEW')
  })

  it('travel with their own device without being asked', async () => {
    const engine = engineFor()
    await teachRegular(engine, 'ann', 'laptop')
    expect(
      typeOf(await attempt(engine, { who: 'ann', at: T0 + 7 * DAY, ok: true, device: 'laptop', ip: '198.51.100.9' })),
    ).toBe('allow')
  })

  it('share a device as a household without any finding about it', async () => {
    const engine = engineFor()
    for (let day = 0; day < 8; day++) {
      for (const who of ['ann', 'bob']) {
        const assessment = await attempt(engine, {
          who,
          at: T0 + day * DAY + (who === 'bob' ? HOUR : 0),
          ok: true,
          device: 'tablet',
        })
        expect(isFlagged(assessment)).toBe(false)
        expect(assessment.signals).not.toContain('multiple_accounts_per_device')
        expect(assessment.reasons).not.toContain('DEVICE_SUSPICIOUS_VELOCITY')
      }
    }
  })
})

describe('attacks', () => {
  it('stuffing from one address is flagged from its sixth attempt on, and denied soon after', async () => {
    const engine = engineFor()
    const types: string[] = []
    for (let i = 0; i < 60; i++) {
      types.push(
        typeOf(await attempt(engine, { who: `leaked-${i}`, at: T0 + i * 3_000, ok: i === 30, ip: '198.51.100.66' })),
      )
    }
    expect(types.slice(5)).not.toContain('allow')
    expect(types.slice(20)).not.toContain('challenge')
  })

  it('stuffing under a cookie of its own, from ever new addresses, is flagged by the cookie', async () => {
    const engine = engineFor()
    const flagged: boolean[] = []
    for (let i = 0; i < 30; i++) {
      const ip = `198.51.${i}.66`
      flagged.push(
        isFlagged(
          await attempt(engine, { who: `leaked-${i}`, at: T0 + i * MINUTE, ok: false, ip, device: 'attackers-own' }),
        ),
      )
    }
    expect(flagged.slice(5).every(Boolean)).toBe(true)
  })

  it('spraying, one guess every few minutes, is flagged from the address’s eleventh', async () => {
    const engine = engineFor()
    const flagged: boolean[] = []
    for (let i = 0; i < 80; i++) {
      flagged.push(
        isFlagged(
          await attempt(engine, { who: `staff-${i}`, at: T0 + i * 3 * MINUTE, ok: false, ip: '198.51.100.66' }),
        ),
      )
    }
    expect(flagged.slice(10).every(Boolean)).toBe(true)
  })

  it('brute force on one account is flagged from the sixth guess, while the victim logs in on the own device', async () => {
    const engine = engineFor()
    await teachRegular(engine, 'ann', 'laptop')
    const start = T0 + 8 * DAY
    const flagged: boolean[] = []
    for (let i = 0; i < 120; i++) {
      const at = start + i * 4_000
      flagged.push(
        isFlagged(
          await attempt(engine, {
            who: 'ann',
            at,
            ok: false,
            ip: '198.51.100.66',
            device: i % 2 === 0 ? 'attackers' : null,
          }),
        ),
      )
      if (i % 20 === 19) {
        expect(isFlagged(await attempt(engine, { who: 'ann', at: at + 1_000, ok: true, device: 'laptop' }))).toBe(false)
      }
    }
    expect(flagged.slice(5).every(Boolean)).toBe(true)
    const newPhone = await attempt(engine, {
      who: 'ann',
      at: start + 9 * MINUTE,
      ok: true,
      device: 'phone',
      ua: IPHONE,
    })
    expect(typeOf(newPhone)).toBe('challenge')
    const newPhoneAway = await engine.assess({
      action: 'login',
      at: start + 9 * MINUTE,
      ip: '198.51.100.9',
      headers: { 'user-agent': IPHONE },
      user: { claimed: 'ann' },
    })
    expect(typeOf(newPhoneAway)).toBe('challenge')
  })

  it('an account of one’s own is no licence to guess at others from the same device', async () => {
    const engine = engineFor()
    await attempt(engine, { who: 'mallory', at: T0, ok: true, ip: '198.51.100.66', device: 'attackers' })
    const flagged: boolean[] = []
    for (let i = 0; i < 40; i++) {
      const at = T0 + HOUR + i * 5_000
      flagged.push(
        isFlagged(await attempt(engine, { who: 'ann', at, ok: false, ip: '198.51.100.66', device: 'attackers' })),
      )
    }
    expect(flagged.slice(5).every(Boolean)).toBe(true)
  })

  it('an attacker who names a victim changes nothing for the victim', async () => {
    const [attacked, quiet] = [engineFor(), engineFor()]
    for (const engine of [attacked, quiet]) await teachRegular(engine, 'ann', 'laptop')
    for (let i = 0; i < 50; i++) {
      await attempt(attacked, {
        who: 'ann',
        at: T0 + 8 * DAY + i * 5_000,
        ok: false,
        ip: '203.0.113.66',
        device: 'attackers',
      })
    }
    const later = T0 + 8 * DAY + 2 * HOUR
    const [one, other] = await Promise.all(
      [attacked, quiet].map((engine) => attempt(engine, { who: 'ann', at: later, ok: true, device: 'laptop' })),
    )
    expect(typeOf(one as Assessment)).toBe('trust')
    expect((one as Assessment).evidence).toEqual((other as Assessment).evidence)
  })
})

describe.each([
  ['without cookies', 'none'],
  ['with a fresh cookie each time', 'fresh'],
])('an attacker %s among 500 good users of one address', (_, cookies) => {
  it('is flagged from about the tenth attempt, and none of them is denied', async () => {
    const engine = engineFor()
    const ip = '192.0.2.200'
    // A day's acquaintance: everybody has logged in on an own device, once.
    for (let i = 0; i < 500; i++) {
      const first = await attempt(engine, { who: `good-${i}`, at: T0 + i * 30_000, ok: true, ip, device: `own-${i}` })
      expect(isFlagged(first)).toBe(false)
    }
    const start = T0 + DAY
    const attacks: boolean[] = []
    const good: string[] = []
    for (let i = 0; i < 500; i++) {
      const at = start + i * 7_200
      // Every twentieth mistypes, and gets it right half a minute later.
      const typo = i % 20 === 7
      good.push(typeOf(await attempt(engine, { who: `good-${i}`, at, ok: !typo, ip, device: `own-${i}` })))
      if (i % 20 === 11)
        good.push(typeOf(await attempt(engine, { who: `good-${i - 4}`, at, ok: true, ip, device: `own-${i - 4}` })))
      if (i >= 200) {
        const device = cookies === 'none' ? null : `fresh-${i}`
        attacks.push(isFlagged(await attempt(engine, { who: `leaked-${i}`, at: at + 3_000, ok: false, ip, device })))
      }
    }
    expect(good).not.toContain('deny')
    expect(good).not.toContain('challenge')
    expect(attacks.slice(14).filter((flagged) => !flagged)).toHaveLength(0)
  })
})

describe('an attacker among 500 good users whom nobody has seen before', () => {
  it('gets none of them denied, and nobody challenged who has logged in once', async () => {
    const engine = engineFor()
    const ip = '192.0.2.201'
    const attacks: boolean[] = []
    const first: string[] = []
    const again: string[] = []
    const proven = new Set<number>()
    for (let i = 0; i < 1_000; i++) {
      const user = (i * 7) % 500
      const at = T0 + i * 3_600
      const typo = i % 20 === 7
      const type = typeOf(await attempt(engine, { who: `good-${user}`, at, ok: !typo, ip, device: `own-${user}` }))
      ;(proven.has(user) ? again : first).push(type)
      if (!typo && ['allow', 'trust'].includes(type)) proven.add(user)
      if (i % 4 === 0 && i >= 200) {
        attacks.push(isFlagged(await attempt(engine, { who: `leaked-${i}`, at: at + 1_000, ok: false, ip })))
      }
    }
    expect([...first, ...again]).not.toContain('deny')
    expect(again).not.toContain('challenge')
    expect(again.length).toBeGreaterThan(200)
    expect(attacks.slice(14).filter((flagged) => !flagged)).toHaveLength(0)
  })
})
