import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalMailbox } from './canonical-mailbox.js'
import { MAILBOX_PROVIDERS } from './mailbox-providers.js'

const mailboxOf = (address: unknown) => canonicalMailbox(address)?.mailbox ?? null

describe('canonicalMailbox', () => {
  it.each([
    ['Alice@Example.COM', 'alice@example.com'],
    ['  alice@example.com\t', 'alice@example.com'],
    ['alice@example.com.', 'alice@example.com'],
    ['ＡＬＩＣＥ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'alice@example.com'],
    ['"alice"@example.com', 'alice@example.com'],
    ['"a@b"@example.com', '"a@b"@example.com'],
    ['alice@münchen.de', 'alice@xn--mnchen-3ya.de'],
    ['alice@MÜNCHEN.de', 'alice@xn--mnchen-3ya.de'],
    ['alice@mu\u0308nchen.de', 'alice@xn--mnchen-3ya.de'],
    ['alice@XN--mnchen-3ya.de', 'alice@xn--mnchen-3ya.de'],
    ['alice@münchen。de。', 'alice@xn--mnchen-3ya.de'],
    ['иван@почта.рф', 'иван@xn--80a1acny.xn--p1ai'],
    ['root@localhost', 'root@localhost'],
    ['j.o.h.n+shop@gmail.com', 'john@gmail.com'],
    ['John@GoogleMail.com', 'john@gmail.com'],
    ['john+a+b@outlook.com', 'john@outlook.com'],
    ['j.ohn+x@icloud.com', 'j.ohn@icloud.com'],
    ['+only@gmail.com', '+only@gmail.com'],
    ['...@gmail.com', '...@gmail.com'],
    ['.+a@gmail.com', '.+a@gmail.com'],
  ])('knows %p as %p', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox)
  })

  it.each([
    ['a+b@example.com', 'a@example.com'],
    ['j.ohn@example.com', 'john@example.com'],
    ['j.ohn@outlook.com', 'john@outlook.com'],
    ['john-x@yahoo.com', 'john@yahoo.com'],
    ['john@me.com', 'john@icloud.com'],
    ['john@gmail.com', 'john@mail.com'],
    ['john@gmail.com', 'john@gmail.com.example'],
    ['john@gmail.com', 'john@gmai1.com'],
    ['john@sub.gmail.com', 'john@gmail.com'],
    ['straße@example.com', 'strasse@example.com'],
    ['p\u0430ul@example.com', 'paul@example.com'],
    ['paul@ex\u0430mple.com', 'paul@example.com'],
    ['josé@example.com', 'jose@example.com'],
    ['jo\u200bhn@gmail.com', 'john@gmail.com'],
  ])('never makes one person of %p and %p', (one, other) => {
    expect(mailboxOf(one)).not.toBeNull()
    expect(mailboxOf(one)).not.toBe(mailboxOf(other))
  })

  it('says when it was one of several spellings', () => {
    expect(canonicalMailbox('j.ohn@gmail.com')?.aliased).toBe(true)
    expect(canonicalMailbox('john@googlemail.com')?.aliased).toBe(true)
    expect(canonicalMailbox('JOHN@gmail.com')?.aliased).toBe(false)
    expect(canonicalMailbox('john+a@example.com')?.aliased).toBe(false)
  })

  it.each([
    'p\u0430ul@example.com',
    'paul@ex\u0430mple.com',
    'paul@xn--80ak6aa92e.com',
    '\u0430\u0435\u043e@example.com',
    'jo\u200bhn@gmail.com',
  ])('flags the look-alike %p', (address) => {
    expect(canonicalMailbox(address)?.lookAlike).toBe(true)
  })

  it.each(['paul@example.com', 'иван@почта.рф', 'оса@сор.рф', 'josé@münchen.de', 'ελένη@example.gr'])(
    'does not flag %p',
    (address) => {
      expect(canonicalMailbox(address)?.lookAlike).toBe(address.startsWith('оса'))
    },
  )

  it.each([
    '',
    '@',
    'alice',
    'alice@',
    '@example.com',
    'a b@example.com',
    'a@b@example.com',
    'a@exa mple.com',
    'a@-',
    'a@.',
    'a@x..y',
    'a@1.2.3.4',
    'a@[1.2.3.4]',
    'a@ex%61mple.com',
    'a@example.com/x',
    'a@example.com:25',
    'a@é/example.com',
    'a\u0000@example.com',
    'a@example.com\u0000',
    'a\r\nBcc:x@example.com',
    '"a\nb"@example.com',
    '<a@example.com>',
    'a,b@example.com',
    '\ud800@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b.'.repeat(130)}com`,
    `a@${'b'.repeat(64)}.com`,
    'x'.repeat(1e6),
    '@'.repeat(600),
    7,
    null,
    undefined,
    {},
    Symbol('a'),
    { toString: () => 'a@example.com' },
  ])('refuses %p', (address) => {
    expect(canonicalMailbox(address)).toBeNull()
  })

  const local = fc.string({ unit: fc.constantFrom(...'abcABC.+-_"\\ é\u0430ﬁ１ \u200b'), minLength: 1, maxLength: 12 })
  const domain = fc.oneof(
    fc.constantFrom(...MAILBOX_PROVIDERS.keys(), 'Example.com', 'münchen.de', 'почта.рф', 'xn--mnchen-3ya.de'),
    fc.domain(),
    fc.string({ unit: 'binary' }),
  )

  it('is idempotent and bounded', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(local, domain).map(([a, b]) => `${a}@${b}`),
          fc.emailAddress(),
          fc.string({ unit: 'binary' }),
        ),
        (address) => {
          const once = canonicalMailbox(address)
          if (once === null) return
          expect(once.mailbox.length).toBeLessThanOrEqual(64 + 1 + 253)
          expect(canonicalMailbox(once.mailbox)).toMatchObject({ mailbox: once.mailbox, aliased: false })
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('cuts no tag out of a quoted local part', () => {
    expect(canonicalMailbox('" +"@outlook.com')?.mailbox).toBe('" +"@outlook.com')
  })

  it('keeps every local part apart where the provider is unknown', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abc.+-_'), minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        expect(mailboxOf(`${one}@example.com`) === mailboxOf(`${other}@example.com`)).toBe(one === other)
      }),
    )
  })
})

describe('MAILBOX_PROVIDERS', () => {
  it('names domains as they come out of canonicalisation', () => {
    for (const name of MAILBOX_PROVIDERS.keys())
      expect(canonicalMailbox(`someone@${name}`)?.domain).toBe(MAILBOX_PROVIDERS.get(name)?.canonicalDomain ?? name)
  })
})
