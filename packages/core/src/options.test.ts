import { describe, expect, it } from '@jest/globals'
import { defineDetector } from './detectors/define-detector.js'
import { isRiskError } from './errors.js'
import { deriveIdentityKey, parseOptions, type RiskOptions } from './options.js'
import { createMemoryStore } from './stores/memory/index.js'

const SECRET = 'k3Jx0pZqV7mD9sLwT2hRfY6bNcA8eGuQ'
const detector = defineDetector({
  name: 'own',
  summary: 's',
  honest: 'h',
  needs: {},
  raises: {},
  basis: 'context',
  group: 'own',
  weight: {},
  evaluate: () => undefined,
})
const logger = { info() {}, warn() {}, error() {} }
const limit = { entity: 'ip', count: 5, windowMs: 60_000 } as const

function refusal(input: unknown): { code: string; message: string } {
  try {
    parseOptions(input as RiskOptions)
  } catch (error) {
    if (!isRiskError(error)) throw error
    return { code: error.code, message: error.message }
  }
  return { code: 'none', message: '' }
}

describe('without options', () => {
  const options = parseOptions(undefined)

  it('observes and changes nothing', () => {
    expect(options).toMatchObject({
      store: null,
      network: null,
      infer: 'observe',
      identify: null,
      mode: 'monitor',
      onFailure: 'allow',
      deadlineMs: 50,
      collector: null,
      dns: { mx: false, reverse: false },
      detectors: { add: [], disable: [] },
      applicationId: 'default',
      clock: 'store',
      rollout: 100,
      lists: [],
      approvedNetworks: null,
      cookie: { mode: 'on-action', path: '/', sameSite: 'Lax', secure: 'auto' },
    })
    expect(options.isEnabled()).toBe(true)
    expect(options.matchAction('POST', '/login')).toBeNull()
  })

  it('makes a secret and says so', () => {
    expect(options.secrets).toHaveLength(1)
    expect(options.warnings).toEqual([expect.stringContaining('secret')])
    expect(parseOptions({ secret: SECRET }).warnings).toEqual([])
  })
})

describe('everything set', () => {
  it('comes back parsed', () => {
    const store = createMemoryStore()
    const network = { lookup: () => null }
    const identify = (request: { user: string }) => ({ user: { id: request.user } })
    const options = parseOptions({
      store,
      secret: [SECRET],
      identityKey: deriveIdentityKey(SECRET),
      network,
      trustedProxies: ['10.0.0.0/8'],
      forwardedHeader: 'X-Real-IP',
      actions: { 'POST /login': 'login', 'POST /signin': 'login', 'POST /gift': 'gift_card' },
      infer: 'off',
      identify,
      resolveUser: () => null,
      outcome: async () => ({ result: 'success' }),
      policy: {
        name: 'mine',
        version: '7',
        thresholds: { challenge: 40, deny: 80 },
        actions: { login: { deny: 95 } },
        rules: [
          {
            name: 'resets',
            actions: ['password_reset'],
            limit,
            recommend: 'challenge',
            challenges: ['email_verification'],
            priority: 3,
          },
        ],
      },
      lists: [{ list: 'deny', subject: 'cidr', value: '203.0.113.0/24', name: 'scanners' }],
      blockedCountries: ['kp'],
      approvedNetworks: ['10.0.0.0/8'],
      origins: ['https://Shop.example/', 'https://shop.example:443', 'http://localhost:3000'],
      apps: ['com.shop.app'],
      expects: { platform: 'mobile' },
      mode: 'enforce',
      onFailure: 'challenge',
      deadlineMs: 5,
      cookie: { mode: 'after-consent', name: '__Host-dev', secure: true, sameSite: 'none' },
      collector: { path: '/_rg' },
      dns: { mx: true },
      detectors: { add: [detector], disable: ['client_click_ids'] },
      observe: { logger, sinks: [{ name: 'log', write() {} }] },
      applicationId: 'shop-1',
      clock: 'event',
      enabled: () => false,
      rollout: 12.5,
    })
    expect(options).toMatchObject({
      infer: 'off',
      mappedActions: ['login', 'gift_card'],
      policy: { name: 'mine', thresholds: { challenge: 40, deny: 80 }, rules: [{ name: 'resets', limit }] },
      lists: [{ list: 'deny', subject: 'cidr', value: '203.0.113.0/24' }],
      origins: ['https://shop.example', 'http://localhost:3000'],
      apps: ['com.shop.app'],
      expectedPlatform: 'mobile',
      mode: 'enforce',
      onFailure: 'challenge',
      deadlineMs: 5,
      cookie: { mode: 'after-consent', name: '__Host-dev', secure: 'always', sameSite: 'None' },
      collector: { path: '/_rg', consent: 'security', requiredFor: [] },
      dns: { mx: true, reverse: false },
      sinks: [{ name: 'log', identifiers: 'keyed' }],
      applicationId: 'shop-1',
      clock: 'event',
      rollout: 12.5,
      warnings: [],
    })
    expect(options.store).toBe(store)
    expect(options.network).toBe(network)
    expect(options.identify).toBe(identify)
    expect(options.logger).toBe(logger)
    expect(options.detectors.add[0]).toBe(detector)
    expect(options.isEnabled()).toBe(false)
    expect(options.matchAction('POST', '/signin')).toBe('login')
    expect([...options.blockedCountries]).toEqual(['KP'])
    expect(options.approvedNetworks?.size).toBe(1)
  })

  it('takes undefined for not set, at any depth', () => {
    const options = parseOptions({
      mode: undefined,
      deadlineMs: undefined,
      dns: { mx: undefined, reverse: true },
      cookie: { mode: undefined },
      secret: undefined,
    })
    expect(options).toMatchObject({
      mode: 'monitor',
      deadlineMs: 50,
      dns: { mx: false, reverse: true },
      cookie: { mode: 'on-action' },
    })
  })

  it('goes on when the kill switch answers too late, and leaves no rejection unheard', async () => {
    const unheard: unknown[] = []
    const listen = (reason: unknown) => unheard.push(reason)
    process.on('unhandledRejection', listen)
    const enabled = (() => Promise.reject(new Error('no flags'))) as unknown as () => boolean
    expect(parseOptions({ enabled }).isEnabled()).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 1))
    process.off('unhandledRejection', listen)
    expect(unheard).toEqual([])
  })

  it('goes on when the kill switch itself throws', () => {
    const enabled = () => {
      throw new Error('flag service down')
    }
    expect(parseOptions({ enabled }).isEnabled()).toBe(true)
  })
})

describe('an unknown option is refused with the nearest name', () => {
  it.each([
    [{ deadline: 50 }, 'deadline', 'deadlineMs'],
    [{ trustProxy: true }, 'trustProxy', 'trustedProxies'],
    [{ secrets: SECRET }, 'secrets', 'secret'],
    [{ dns: { reversed: true } }, 'dns.reversed', 'reverse'],
    [{ policy: { treshold: {} } }, 'policy.treshold', 'thresholds'],
    [{ policy: { thresholds: { denied: 90 } } }, 'policy.thresholds.denied', 'deny'],
    [{ policy: { actions: { login: { chalenge: 40 } } } }, 'policy.actions.login.chalenge', 'challenge'],
    [
      {
        policy: {
          rules: [
            { name: 'a', recommend: 'deny', scoreAtLeast: 5 },
            { name: 'r', recommend: 'deny', limit: { ...limit, window: 1 } },
          ],
        },
      },
      'policy.rules[1].limit.window',
      'windowMs',
    ],
    [{ cookie: { mode: 'off', samesite: 'lax' } }, 'cookie.samesite', 'sameSite'],
    [{ collector: { path: '/_rg', consents: 'full' } }, 'collector.consents', 'consent'],
    [{ lists: [{ list: 'deny', subject: 'ip', value: '192.0.2.1', expires: 1 }] }, 'lists[0].expires', 'expires_at'],
    [{ observe: { log: logger } }, 'observe.log', 'logger'],
    [{ expects: { platforms: 'mobile' } }, 'expects.platforms', 'platform'],
    // A misspelled option is told before what it leaves wrong elsewhere.
    [{ mode: 'loud', moode: 'enforce' }, 'moode', 'mode'],
  ])('%j', (input, where, nearest) => {
    const { code, message } = refusal(input)
    expect(code).toBe('RG_OPTION_UNKNOWN')
    expect(message).toMatch(new RegExp(`^${where.replace(/[[\]]/g, '\\$&')}: .*nearest is ${nearest}\\.`))
  })

  it('without one where none is near: another name would mislead', () => {
    expect(refusal({ kafka: 1 }).message).toMatch(/^kafka: there is no option of this name\. Known here: store, /)
  })

  it.each([
    [{ redis: 'redis://127.0.0.1' }, /what you want is store: redisStore\(/],
    [{ logger }, /what you want is observe: \{ logger \}/],
    [{ policy: { rules: [{ name: 'r', when: [], recommend: 'deny' }] } }, /when: .*what you want is anyOf or allOf/],
  ])('with its place here, where it is known by another name or from another floor: %j', (input, message) => {
    const given = refusal(input)
    expect(given).toEqual({ code: 'RG_OPTION_UNKNOWN', message: expect.stringMatching(message) })
  })

  it('also when the name is one that objects are born with', () => {
    expect(refusal(JSON.parse('{"__proto__": {"mode": "enforce"}}')).code).toBe('RG_OPTION_UNKNOWN')
    expect(refusal({ constructor: 1 }).code).toBe('RG_OPTION_UNKNOWN')
  })
})

describe('a wrong value is refused with what was given and what was expected', () => {
  const rule = (more: object) => ({ policy: { rules: [{ name: 'r', recommend: 'deny', ...more }] } })
  const entry = (subject: string, value: unknown, more: object = {}) => ({
    lists: [{ list: 'deny', subject, value, ...more }],
  })
  it.each([
    ['RG_OPTION_INVALID', 'options: given 5', 5],
    ['RG_OPTION_INVALID', 'options: given "x"', 'x'],
    ['RG_OPTION_INVALID', 'options: given []', []],
    ['RG_OPTION_INVALID', 'store: given a value of type object', { store: {} }],
    ['RG_OPTION_INVALID', 'store: given a value of type string', { store: 'redis://x' }],
    ['RG_OPTION_INVALID', 'network: given {}', { network: {} }],
    ['RG_OPTION_INVALID', 'secret: given a value of type number', { secret: 12_345 }],
    ['RG_OPTION_INVALID', 'identityKey: given a value of type string', { identityKey: 'abc' }],
    ['RG_SECRET_WEAK', 'secret: given 6 characters', { secret: 'short!' }],
    ['RG_TRUST_INVALID', 'trustedProxies: 1', { trustedProxies: 1 }],
    ['RG_TRUST_INVALID', 'trustedProxies: []', { trustedProxies: [] }],
    ['RG_TRUST_INVALID', 'trustedProxies: true', { trustedProxies: true }],
    ['RG_CIDR_INVALID', '10.0.0.0/33', { trustedProxies: ['10.0.0.0/33'] }],
    ['RG_TRUST_INVALID', 'forwardedHeader', { forwardedHeader: 'x-real-ip' }],
    ['RG_OPTION_INVALID', 'actions: given ["POST /login"]', { actions: ['POST /login'] }],
    ['RG_OPTION_INVALID', 'actions["/login"]', { actions: { '/login': 'login' } }],
    ['RG_OPTION_INVALID', 'actions["POST /login"]: given ""', { actions: { 'POST /login': '' } }],
    ['RG_OPTION_INVALID', 'actions["POST /login"]', { actions: { 'POST /login': 'an action with blanks' } }],
    ['RG_OPTION_INVALID', "infer: given true, expected 'off' or 'observe' or 'on'", { infer: true }],
    ['RG_OPTION_INVALID', 'identify: given "me", expected a function', { identify: 'me' }],
    ['RG_OPTION_INVALID', 'mode: given null', { mode: null }],
    ['RG_OPTION_INVALID', 'onFailure: given "open"', { onFailure: 'open' }],
    [
      'RG_UNIT',
      'deadlineMs: given 0.05, expected milliseconds from 5 to 10,000; 0.05 looks like seconds, which would be 50',
      { deadlineMs: 0.05 },
    ],
    ['RG_UNIT', 'deadlineMs: given 0', { deadlineMs: 0 }],
    ['RG_UNIT', 'deadlineMs: given 10001', { deadlineMs: 10_001 }],
    ['RG_OPTION_INVALID', 'deadlineMs: given "50ms"', { deadlineMs: '50ms' }],
    ['RG_OPTION_INVALID', 'deadlineMs: given NaN', { deadlineMs: Number.NaN }],
    ['RG_OPTION_INVALID', 'policy.thresholds.deny: given 0.9e3', { policy: { thresholds: { deny: 900 } } }],
    [
      'RG_OPTION_INVALID',
      'policy.thresholds: given {"challenge":90,"deny":80}, expected challenge (90) below deny (80)',
      { policy: { thresholds: { challenge: 90, deny: 80 } } },
    ],
    ['RG_OPTION_INVALID', 'expected challenge (95) below deny (90)', { policy: { thresholds: { challenge: 95 } } }],
    [
      'RG_OPTION_INVALID',
      'policy.actions.login: given {"deny":30}, expected challenge (50) below deny (30)',
      { policy: { actions: { login: { deny: 30 } } } },
    ],
    ['RG_OPTION_INVALID', 'expected trust (60) below challenge (50)', { policy: { thresholds: { trust: 60 } } }],
    [
      'RG_UNIT',
      'policy.rules[0].limit.windowMs: given 60, expected whole milliseconds from 1,000 (1 s) to 2,592,000,000 (30 days); 60 looks like seconds, which would be 60000',
      rule({ limit: { ...limit, windowMs: 60 } }),
    ],
    [
      'RG_UNIT',
      'policy.rules[0].limit.windowMs: given 2592000001',
      rule({ limit: { ...limit, windowMs: 2_592_000_001 } }),
    ],
    ['RG_UNIT', 'policy.rules[0].limit.windowMs: given 0', rule({ limit: { ...limit, windowMs: 0 } })],
    ['RG_UNIT', 'policy.rules[0].limit.windowMs: given -5', rule({ limit: { ...limit, windowMs: -5 } })],
    ['RG_OPTION_INVALID', 'policy.rules[0].limit.windowMs: given "1h"', rule({ limit: { ...limit, windowMs: '1h' } })],
    [
      'RG_OPTION_INVALID',
      'policy.rules[0].limit.count: given 0, expected a whole number from 1 to 60,000 (events)',
      rule({ limit: { ...limit, count: 0 } }),
    ],
    ['RG_OPTION_INVALID', 'policy.rules[0].limit.count: given 60001', rule({ limit: { ...limit, count: 60_001 } })],
    ['RG_OPTION_INVALID', 'policy.rules[0].limit.count: given 2.5', rule({ limit: { ...limit, count: 2.5 } })],
    ['RG_OPTION_INVALID', 'policy.rules[0].limit.entity: given "user"', rule({ limit: { ...limit, entity: 'user' } })],
    [
      'RG_OPTION_INVALID',
      'policy.rules[0].anyOf[0]: given "tor_exits", expected a reason, signal or anomaly code; the nearest is tor_exit',
      rule({ anyOf: ['tor_exits'] }),
    ],
    [
      'RG_OPTION_INVALID',
      'policy.rules[0].recommend: given "block"',
      { policy: { rules: [{ name: 'r', recommend: 'block', scoreAtLeast: 1 }] } },
    ],
    ['RG_OPTION_INVALID', 'policy.rules[0]: given', rule({})],
    [
      'RG_OPTION_INVALID',
      'policy.rules[1].name: given "r"',
      {
        policy: {
          rules: [
            { name: 'r', recommend: 'deny', limit },
            { name: 'r', recommend: 'deny', limit },
          ],
        },
      },
    ],
    ['RG_CIDR_INVALID', 'lists[0]: "10.0.0.0/33"', entry('cidr', '10.0.0.0/33')],
    ['RG_OPTION_INVALID', 'lists[0].value: given "10.0.0.256"', entry('ip', '10.0.0.256')],
    ['RG_OPTION_INVALID', 'lists[0].subject: given "ips"', entry('ips', '10.0.0.1')],
    ['RG_UNIT', 'lists[0].expires_at: given 1800000000', entry('ip', '10.0.0.1', { expires_at: 1_800_000_000 })],
    ['RG_OPTION_INVALID', 'lists[0].expires_at: given "tomorrow"', entry('ip', '10.0.0.1', { expires_at: 'tomorrow' })],
    ['RG_OPTION_INVALID', 'blockedCountries[1]: given "GER"', { blockedCountries: ['DE', 'GER'] }],
    ['RG_CIDR_INVALID', '10.0.0.1/8', { approvedNetworks: ['10.0.0.1/8'] }],
    ['RG_OPTION_INVALID', 'origins[0]: given "shop.example"', { origins: ['shop.example'] }],
    [
      'RG_OPTION_INVALID',
      'origins[0]: given "https://shop.example/login"',
      { origins: ['https://shop.example/login'] },
    ],
    ['RG_OPTION_INVALID', 'cookie: given "on"', { cookie: 'on' }],
    ['RG_OPTION_INVALID', 'cookie.sameSite: given "none"', { cookie: { sameSite: 'none' } }],
    [
      'RG_OPTION_INVALID',
      'cookie.name: given "__Host-x"',
      { cookie: { name: '__Host-x', secure: true, domain: 'a.example' } },
    ],
    ['RG_OPTION_INVALID', 'cookie.name: given "a;b"', { cookie: { name: 'a;b' } }],
    ['RG_OPTION_INVALID', 'cookie.domain: given "a.example; Secure"', { cookie: { domain: 'a.example; Secure' } }],
    ['RG_OPTION_INVALID', 'collector: given true', { collector: true }],
    ['RG_OPTION_INVALID', 'collector.path: given "_rg"', { collector: { path: '_rg' } }],
    ['RG_OPTION_INVALID', 'detectors.add[0]: given {}', { detectors: { add: [{}] } }],
    ['RG_OPTION_INVALID', 'observe.logger: given {}', { observe: { logger: {} } }],
    ['RG_OPTION_INVALID', 'applicationId: given "a b"', { applicationId: 'a b' }],
    ['RG_OPTION_INVALID', 'clock: given "wall"', { clock: 'wall' }],
    ['RG_OPTION_INVALID', 'enabled: given "yes"', { enabled: 'yes' }],
    ['RG_OPTION_INVALID', 'rollout: given 101', { rollout: 101 }],
  ])('%s, %s', (code, start, input) => {
    const found = refusal(input)
    expect(found.code).toBe(code)
    expect(found.message).toContain(start.replace('0.9e3', '900'))
    expect(found.message).not.toMatch(/Invalid input|undefined/)
  })

  it('requires a secret on a shared store, whatever NODE_ENV says', () => {
    const store = { ...createMemoryStore(), shared: true }
    expect(refusal({ store }).code).toBe('RG_SECRET_MISSING')
    expect(refusal({ store, secret: SECRET }).code).toBe('none')
  })

  it('never shows a secret', () => {
    expect(refusal({ secret: ['tiny-but-mine', 7] }).message).not.toContain('tiny')
    expect(refusal({ identityKey: 'tiny-but-mine' }).message).not.toContain('tiny')
    expect(refusal({ secret: 'tiny-but-mine' }).message).not.toContain('tiny')
  })
})

describe('slips that would go unnoticed', () => {
  it.each([
    [
      'a detector that does not exist',
      { detectors: { disable: ['client_click_id'] } },
      'RG_OPTION_INVALID',
      /disable\[0\]: given "client_click_id".*nearest is client_click_ids/,
    ],
    ['a share for a percentage', { rollout: 0.1 }, 'RG_UNIT', /0\.1 looks like a share, which would be 10/],
    ['two letters that are no country', { blockedCountries: ['uk'] }, 'RG_OPTION_INVALID', /expected GB/],
    ['a URL for a store', { store: 'redis://ann:hunter2@127.0.0.1' }, 'RG_OPTION_INVALID', /redisStore\('redis:/],
  ])('%s is refused', (_what, input, code, message) => {
    expect(refusal(input)).toEqual({ code, message: expect.stringMatching(message) })
  })

  it('a password in a URL given as the store is not repeated', () => {
    expect(refusal({ store: 'redis://ann:hunter2@127.0.0.1' }).message).not.toContain('hunter2')
  })

  it('own detectors may be disabled too', () => {
    expect(parseOptions({ detectors: { add: [detector], disable: ['own'] } }).detectors.disable).toEqual(['own'])
  })

  it('an action of the host that sounds like a built-in one is warned of, once; others are not', () => {
    const actions = {
      'POST /a': 'sign_in',
      'POST /b': 'sign_in',
      'POST /c': 'Login',
      'POST /d': 'gift_card',
      'POST /e': 'login',
    }
    expect(parseOptions({ secret: SECRET, actions }).warnings).toEqual([
      expect.stringMatching(/^'sign_in' .*name it 'login'\.$/),
      expect.stringMatching(/^'Login' .*name it 'login'\.$/),
    ])
  })
})
