import { afterAll, describe, expect, it } from '@jest/globals'
import type { MailExchange } from '../facts/email/mail-exchange.js'
import { createIdentityKeys } from '../facts/identity/identity-key.js'
import { createLists } from '../lists/lists.js'
import { createMemoryStore } from '../stores/memory/index.js'
import type { AssessInput } from './assess-input.js'
import { createDrafter, type DraftEvent } from './draft-event.js'

const keys = createIdentityKeys({ identityKey: Buffer.alloc(32, 7), namespace: 'shop' })
const lists = createLists({
  entries: [],
  store: createMemoryStore(),
  keys,
  blockedCountries: new Set(),
  approvedNetworks: null,
})
afterAll(() => lists.close())

const asked: string[] = []
const NULL_MX: MailExchange = { delivery: 'null_mx', throwawayHost: false }
const draft = createDrafter({
  keys,
  network: null,
  crawlerProofs: null,
  lists,
  exchanges: {
    of(domain) {
      asked.push(domain)
      return domain === 'no-mail.example' ? NULL_MX : undefined
    },
    settled: () => Promise.resolve(),
  },
  expectations: { platform: null, origins: [], apps: [], blockedCountries: new Set() },
  resolveUser: null,
  deadlineMs: 50,
  now: () => 0,
  onFault: () => {},
})
const of = (input: Partial<AssessInput>) => draft({ action: 'register', at: 1_000, ...input }, {}) as DraftEvent

describe('the address of an event', () => {
  it('is the given one, or the name that was typed where that is one', () => {
    expect(of({ user: { email: 'Anna.Berg@Example.org' } }).event.email?.local?.shape).toBe('a4.a4')
    expect(of({ user: { claimed: 'jsmith92@example.org' } }).event.email?.local?.shape).toBe('a6d2')
    expect(of({ user: { claimed: 'jsmith92' } }).event.email).toBeNull()
  })

  it('counts by its domain and its form, at a sign-up alone', () => {
    const [one, other] = ['jsmith92@mail.example.org', 'kbrown17@example.org'].map((email) => of({ user: { email } }))
    expect(one?.keys.email_domain).toBeDefined()
    expect(one?.keys.email_domain).toBe(other?.keys.email_domain)
    expect(one?.keys.email_shape).toBe(other?.keys.email_shape)
    const third = of({ user: { email: 'anna.berg@example.org' } })
    expect(third.keys.email_shape).not.toBe(one?.keys.email_shape)
    expect(of({ action: 'checkout', user: { email: 'anna.berg@example.org' } }).keys.email_domain).toBeUndefined()
  })

  it('is of no interest where it is nothing new', () => {
    expect(of({ action: 'login', user: { claimed: 'anna@example.org' } }).event.email).toBeNull()
  })

  it('asks the DNS about domains of well-written addresses only', () => {
    asked.length = 0
    expect(of({ user: { email: 'anna@no-mail.example' } }).event.email?.exchange).toEqual(NULL_MX)
    expect(of({ user: { email: 'anna@example.org' } }).event.email?.exchange).toBeNull()
    of({ user: { email: 'anna..b@example.net' } })
    of({ user: { email: 'anna@localhost' } })
    expect(asked).toEqual(['no-mail.example', 'example.org'])
  })

  it("takes the host's word for mail that came back", () => {
    expect(of({ user: { email: 'anna@example.org', email_bounced: true } }).event.email?.bounced).toBe(true)
    expect(of({ user: { email: 'anna@example.org' } }).event.email?.bounced).toBe(false)
  })
})
