import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createCidrSet } from '../facts/address/cidr.js'
import { type ParsedIp, parseIp } from '../facts/address/parse-ip.js'
import { createIdentityKeys } from '../facts/identity/identity-key.js'
import { createMemoryStore } from '../stores/memory/index.js'
import type { ListEntry } from './list-entry.js'
import { createLists, type ListedThings, type Lists, type ListsOptions } from './lists.js'
import { parseEntry } from './parse-entry.js'

const keys = createIdentityKeys({ identityKey: Buffer.alloc(32, 7), namespace: 'default' })
const NOW = Date.UTC(2026, 0, 15)
const NOBODY: ListedThings = {
  ip: null,
  asn: null,
  country: null,
  deviceId: null,
  fingerprint: null,
  userId: null,
  claimedId: null,
  email: null,
  emailDomain: null,
}
const ip = (text: string): ParsedIp => parseIp(text) as ParsedIp
const entry = (
  list: ListEntry['list'],
  subject: ListEntry['subject'],
  value: string | number,
  more: Partial<ListEntry> = {},
): ListEntry => ({ list, subject, value, name: `${list} ${subject}`, ...more })

const open: Lists[] = []
afterEach(() => {
  for (const lists of open.splice(0)) lists.close()
})

type Documents = ListsOptions['store']

function create(entries: readonly ListEntry[], more: Partial<ListsOptions> = {}): Lists {
  const lists = createLists({
    entries: entries.map((one, i) => parseEntry(one, `lists[${i}]`)),
    store: createMemoryStore(),
    keys,
    blockedCountries: new Set(),
    approvedNetworks: null,
    refreshing: 'manual',
    ...more,
  })
  open.push(lists)
  return lists
}

const namesOf = (lists: Lists, things: Partial<ListedThings>, nowMs = NOW) =>
  lists.match({ ...NOBODY, ...things }, nowMs).map(({ list, subject }) => `${list} ${subject}`)

describe('match', () => {
  const lists = create([
    entry('deny', 'ip', '203.0.113.9'),
    entry('deny', 'ip', '2001:db8:7::1'),
    entry('deny', 'cidr', '198.51.100.0/24'),
    entry('challenge', 'cidr', '198.51.0.0/16'),
    entry('deny', 'cidr', '2001:db8:bad::/48'),
    entry('challenge', 'asn', 64_496),
    entry('deny', 'country', 'kp'),
    entry('deny', 'device', 'D1'),
    entry('challenge', 'fingerprint', 'F1'),
    entry('deny', 'user', 'Mallory'),
    entry('deny', 'email', 'Mallory+tag@gmail.com'),
    entry('deny', 'email_domain', 'bad.example'),
  ])

  it.each<[string, Partial<ListedThings>, string[]]>([
    ['an address', { ip: ip('203.0.113.9') }, ['deny ip']],
    ['its IPv4-mapped form', { ip: ip('::ffff:203.0.113.9') }, ['deny ip']],
    ['its neighbour', { ip: ip('203.0.113.10') }, []],
    ['another address of the same IPv6 /64', { ip: ip('2001:db8:7::ffff') }, ['deny ip']],
    ['the next /64', { ip: ip('2001:db8:7:1::1') }, []],
    ['a network inside another, the stricter first', { ip: ip('198.51.100.7') }, ['deny cidr', 'challenge cidr']],
    ['the wider network alone', { ip: ip('198.51.99.7') }, ['challenge cidr']],
    ['an IPv6 network', { ip: ip('2001:db8:bad:5::1') }, ['deny cidr']],
    ['an AS number', { asn: 64_496 }, ['challenge asn']],
    ['a country', { country: 'KP' }, ['deny country']],
    ['a device', { deviceId: 'D1' }, ['deny device']],
    ['a device of another case', { deviceId: 'd1' }, []],
    ['a fingerprint', { fingerprint: 'F1' }, ['challenge fingerprint']],
    ['a fingerprint given as a device', { deviceId: 'F1' }, []],
    ['a user by id', { userId: 'Mallory', userProven: true }, ['deny user']],
    ['a user resolved from a name', { userId: 'Mallory' }, ['deny user']],
    ['a user by the name typed', { claimedId: 'mallory' }, ['deny user']],
    ['a user by both, once', { userId: 'Mallory', claimedId: 'mallory' }, ['deny user']],
    ['a mailbox', { email: 'mallory@gmail.com', emailDomain: 'gmail.com' }, ['deny email']],
    ['a mail domain', { email: 'x@bad.example', emailDomain: 'bad.example' }, ['deny email_domain']],
    ['a domain below it', { email: 'x@a.b.bad.example', emailDomain: 'a.b.bad.example' }, ['deny email_domain']],
    ['a domain that only ends alike', { email: 'x@notbad.example', emailDomain: 'notbad.example' }, []],
    ['nothing known', {}, []],
    [
      'nobody listed',
      {
        ip: ip('192.0.2.1'),
        asn: 1,
        country: 'DE',
        deviceId: 'x',
        userId: 'y',
        claimedId: 'z',
        email: 'a@b.example',
        emailDomain: 'b.example',
      },
      [],
    ],
  ])('finds %s', (_, things, expected) => {
    expect(namesOf(lists, things)).toEqual(expected)
  })

  it('gives the name and never the value', () => {
    expect(lists.match({ ...NOBODY, deviceId: 'D1' }, NOW)).toEqual([
      { list: 'deny', subject: 'device', name: 'deny device' },
    ])
    expect(JSON.stringify(lists.match({ ...NOBODY, ip: ip('203.0.113.9') }, NOW))).not.toContain('203')
  })

  it('gives a frozen list of 16 hits at most', () => {
    const many = create(
      Array.from({ length: 40 }, (_, i) =>
        entry(i === 39 ? 'deny' : 'challenge', 'cidr', i < 25 ? `10.0.0.0/${i + 8}` : `10.0.0.${i}/32`),
      ).filter(({ value }) => String(value).startsWith('10.0.0.0')),
    )
    expect(many.match({ ...NOBODY, ip: ip('10.0.0.0') }, NOW)).toHaveLength(16)
  })

  it('forgets entries at their end', () => {
    const ending = create([entry('deny', 'asn', 1, { expires_at: NOW })])
    expect(namesOf(ending, { asn: 1 }, NOW - 1)).toEqual(['deny asn'])
    expect(namesOf(ending, { asn: 1 }, NOW)).toEqual([])
  })

  it('finds an address in exactly those networks that hold it', () => {
    const octet = fc.integer({ min: 0, max: 3 })
    const network = fc.tuple(octet, octet, fc.integer({ min: 8, max: 32 })).map(([a, b, prefix]) => {
      const bits = (((10 << 24) | (a << 16) | b) & (-1 << (32 - prefix))) >>> 0
      return {
        bits,
        prefix,
        text: `${bits >>> 24}.${(bits >>> 16) & 255}.${(bits >>> 8) & 255}.${bits & 255}/${prefix}`,
      }
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(network, { selector: ({ text }) => text, maxLength: 12 }),
        octet,
        octet,
        (networks, a, b) => {
          const own = ((10 << 24) | (a << 16) | b) >>> 0
          const found = create(networks.map(({ text }) => entry('deny', 'cidr', text, { name: text }))).match(
            { ...NOBODY, ip: ip(`10.${a}.0.${b}`) },
            NOW,
          )
          const expected = networks.filter(({ bits, prefix }) => (own & (-1 << (32 - prefix))) >>> 0 === bits)
          expect(found.map(({ name }) => name).sort()).toEqual(expected.map(({ text }) => text).sort())
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('allow entries', () => {
  const lists = create([
    entry('allow', 'user', 'vip'),
    entry('allow', 'email', 'vip@example.com'),
    entry('allow', 'email_domain', 'example.com'),
    entry('allow', 'ip', '203.0.113.9'),
    entry('allow', 'asn', 64_496),
    entry('allow', 'country', 'DE'),
  ])
  const vip = { userId: 'vip', claimedId: 'vip', email: 'vip@example.com', emailDomain: 'example.com' }
  const office = { ip: ip('203.0.113.9'), asn: 64_496, country: 'DE' }

  it('hit for a user whom the session proves', () => {
    expect(namesOf(lists, { ...vip, userProven: true, emailProven: true }).sort()).toEqual([
      'allow email',
      'allow email_domain',
      'allow user',
    ])
  })

  it('do not hit for whoever only names a trusted user', () => {
    expect(namesOf(lists, vip)).toEqual([])
    expect(namesOf(lists, { ...vip, userId: null })).toEqual([])
  })

  it('do not hit for an address that is only a guess', () => {
    expect(namesOf(lists, office).sort()).toEqual(['allow asn', 'allow country', 'allow ip'])
    expect(namesOf(lists, { ...office, addressDoubtful: true })).toEqual([])
  })
})

describe('approved networks', () => {
  it.each([
    ['inside', '10.1.2.3', true],
    ['outside', '192.0.2.1', false],
    ['with an unknown address', null, null],
  ])('%s', (_, address, expected) => {
    const lists = create([], { approvedNetworks: createCidrSet(['10.0.0.0/8']) })
    expect(lists.inApprovedNetwork(address === null ? null : ip(address))).toBe(expected)
  })

  it('say nothing when there are none', () => {
    expect(create([]).inApprovedNetwork(ip('10.0.0.1'))).toBeNull()
  })
})

describe('entries in the store', () => {
  it('are seen by another process after it has read', async () => {
    const store = createMemoryStore()
    const one = create([], { store })
    const other = create([entry('deny', 'asn', 1)], { store })
    const added = await one.add(entry('deny', 'user', 'Mallory', { name: 'fraud ring' }))
    expect(added).toMatchObject({
      list: 'deny',
      subject: 'user',
      value: 'Mallory',
      name: 'fraud ring',
      origin: 'store',
    })
    expect(namesOf(one, { claimedId: 'mallory' })).toEqual(['deny user'])
    expect(namesOf(other, { claimedId: 'mallory' })).toEqual([])
    await other.refresh()
    expect(namesOf(other, { claimedId: 'mallory' })).toEqual(['deny user'])
    expect(other.entries()).toMatchObject([
      { subject: 'asn', value: '1', origin: 'options' },
      { id: added.id, value: null, name: 'fraud ring', origin: 'store' },
    ])
  })

  it('can be added twice without becoming two, and removed once', async () => {
    const lists = create([])
    const first = await lists.add(entry('deny', 'ip', '203.0.113.9'))
    const again = await lists.add(entry('deny', 'ip', '::ffff:203.0.113.9', { name: 'other name' }))
    expect(again.id).toBe(first.id)
    expect(lists.entries()).toMatchObject([{ name: 'other name' }])
    expect(await lists.remove(first.id)).toBe(true)
    expect(await lists.remove(first.id)).toBe(false)
    expect(namesOf(lists, { ip: ip('203.0.113.9') })).toEqual([])
  })

  it('are all replaced, and those of the options stay', async () => {
    const lists = create([entry('deny', 'asn', 1)])
    await lists.add(entry('deny', 'asn', 2))
    await lists.replace([entry('deny', 'asn', 3), entry('challenge', 'asn', 3)])
    expect([1, 2, 3].map((asn) => namesOf(lists, { asn }))).toEqual([['deny asn'], [], ['deny asn', 'challenge asn']])
  })

  it('survive many writers in one process, one after the other', async () => {
    const lists = create([])
    await Promise.all(Array.from({ length: 30 }, (_, i) => lists.add(entry('deny', 'asn', i + 1))))
    expect(lists.entries()).toHaveLength(30)
  })

  it('are refused as in the options, and nothing is written', async () => {
    const lists = create([])
    await expect(lists.add(entry('deny', 'cidr', '10.0.0.0/33'))).rejects.toMatchObject({ code: 'RG_CIDR_INVALID' })
    await expect(lists.replace([entry('deny', 'asn', 1), entry('deny', 'ip', 'x')])).rejects.toMatchObject({
      code: 'RG_OPTION_INVALID',
      message: expect.stringContaining('entries[1]'),
    })
    expect(lists.entries()).toEqual([])
  })

  it('go from the copy when the document goes', async () => {
    const text: { lists: string | null } = { lists: null }
    const store: Documents = {
      readDocument: async (name) => (name === 'lists' ? text.lists : null),
      writeDocument: async (name, written) => {
        if (name === 'lists') text.lists = written
      },
    }
    const lists = create([], { store })
    await lists.add(entry('deny', 'asn', 1))
    text.lists = null
    await lists.refresh()
    expect(lists.entries()).toEqual([])
  })
})

describe('a store in trouble', () => {
  function brittle() {
    const memory = createMemoryStore()
    const state = { down: false, reads: [] as string[] }
    const guard = () => {
      if (state.down) throw new Error('ECONNREFUSED')
    }
    const store: Documents = {
      async readDocument(name) {
        state.reads.push(name)
        guard()
        return memory.readDocument(name)
      },
      async writeDocument(name, text) {
        guard()
        await memory.writeDocument(name, text)
      },
    }
    return { state, store, memory }
  }

  it('leaves the last good copy in use, and is counted', async () => {
    const { state, store } = brittle()
    const faults: string[] = []
    const lists = create([], { store, onFault: (fault) => faults.push(fault) })
    await lists.add(entry('deny', 'asn', 1))
    state.down = true
    await lists.refresh()
    expect(namesOf(lists, { asn: 1 })).toEqual(['deny asn'])
    expect(lists.health()).toMatchObject({ entries: 1, failures: 1, corrupt: 0 })
    expect(faults).toEqual(['lists'])
    await expect(lists.add(entry('deny', 'asn', 2))).rejects.toThrow('ECONNREFUSED')
    state.down = false
    await lists.add(entry('deny', 'asn', 2))
    expect(lists.entries()).toHaveLength(2)
  })

  it('with a corrupt document leaves the last good copy in use, tells it once, and can be written anew', async () => {
    const { store, memory } = brittle()
    const faults: string[] = []
    const lists = create([], { store, onFault: (fault) => faults.push(fault) })
    await lists.add(entry('deny', 'asn', 1))
    await memory.writeDocument('lists', '{"format":1,"entries":[')
    await lists.refresh()
    await lists.refresh()
    expect(namesOf(lists, { asn: 1 })).toEqual(['deny asn'])
    expect(lists.health()).toMatchObject({ corrupt: 1, failures: 0 })
    expect(faults).toHaveLength(1)
    await lists.add(entry('deny', 'asn', 2))
    const fresh = create([], { store })
    await fresh.refresh()
    expect(fresh.entries()).toHaveLength(2)
  })

  it('is read in the background, soon after construction', async () => {
    const { store } = brittle()
    await create([], { store }).add(entry('deny', 'asn', 1))
    const lists = create([], { store, refreshing: 'background' })
    while (lists.health().loadedAtMs === null) await new Promise((resolve) => setImmediate(resolve))
    expect(namesOf(lists, { asn: 1 })).toEqual(['deny asn'])
  })

  it('is not asked for a long document again while its version is the same', async () => {
    const { store, state } = brittle()
    const long = Array.from({ length: 2000 }, (_, i) => entry('deny', 'asn', i + 1))
    const one = create([], { store })
    await one.replace(long)
    state.reads.length = 0
    await one.refresh()
    expect(state.reads).toEqual(['lists-version'])
    const other = create([], { store })
    await other.add(entry('deny', 'country', 'KP'))
    await one.refresh()
    expect(one.entries()).toHaveLength(2001)
  })

  it('does not undo a write with a read that began before it', async () => {
    const memory = createMemoryStore()
    let release = () => {}
    let slow = false
    const store: Documents = {
      async readDocument(name) {
        const text = await memory.readDocument(name)
        if (slow) {
          slow = false
          await new Promise<void>((resolve) => {
            release = resolve
          })
        }
        return text
      },
      writeDocument: (name, text) => memory.writeDocument(name, text),
    }
    const lists = create([], { store })
    slow = true
    const reading = lists.refresh()
    await new Promise((resolve) => setImmediate(resolve))
    await lists.add(entry('deny', 'asn', 1))
    release()
    await reading
    expect(namesOf(lists, { asn: 1 })).toEqual(['deny asn'])
  })
})
